package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.chat.Exchange;
import dev.belay.chat.Limits;
import dev.belay.chat.Outcome;
import dev.belay.chat.Parameters;
import dev.belay.chat.Prompt;
import dev.belay.chat.Question;
import dev.belay.chat.RecordingSink;
import dev.belay.config.ConfigFile;
import dev.belay.config.Parameter;
import dev.belay.config.Settings;
import dev.belay.config.Tuning;
import dev.belay.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DialogueTest {

    private final List<Prompt> asked = new ArrayList<>();

    private Dialogue dialogue(Tuning tuning) {
        return new Dialogue(
                Session.unsaved(), model("openai/m"), new Manner(Limits.DEFAULT, tuning), new Interrupts(cause -> {}));
    }

    private Model model(String name) {
        return new Model(name, name.substring(name.indexOf('/') + 1), prompt -> {
            asked.add(prompt);
            return new Answered();
        });
    }

    @Test
    void howToAnswerIsPartOfEachQuestion() {
        Settings settings =
                Settings.of(new ConfigFile(Path.of("config.toml"), "[models.\"groq/*\"]\ntemperature = 0.5\n"));
        Dialogue dialogue = dialogue(new Tuning(settings, Parameters.NONE, (parameter, model) -> true));
        dialogue.ask(Question.of("one"), new RecordingSink());
        dialogue.model(model("groq/n"));
        dialogue.ask(Question.of("two"), new RecordingSink());
        dialogue.tuning().set(Parameter.TEMPERATURE, Parameter.TEMPERATURE.read("1"));
        dialogue.ask(Question.of("three"), new RecordingSink());
        assertEquals(
                List.of(OptionalDouble.empty(), OptionalDouble.of(0.5), OptionalDouble.of(1)),
                asked.stream().map(prompt -> prompt.parameters().temperature()).toList());
        assertEquals(List.of("m", "n", "n"), asked.stream().map(Prompt::model).toList());
    }

    /** A call that is complete at once. */
    private static final class Answered implements Exchange.Call {
        @Override
        public void run(Exchange.Outbox out) {
            out.put(new Outcome.Complete("stop"));
        }

        @Override
        public void cancel() {
            // Nothing runs.
        }
    }
}
