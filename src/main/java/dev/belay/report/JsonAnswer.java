package dev.belay.report;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Problem;
import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes an answer as one JSON object, when it has ended, however it ended. Lives on the turn's thread. */
public final class JsonAnswer extends JsonText {

    private JsonAnswer(Output out, Origin origin) {
        super(out, origin);
    }

    public static Form from(Origin origin) {
        return new Form() {
            @Override
            public AnswerText on(Output out) {
                return new JsonAnswer(out, origin);
            }
        };
    }

    /**
     * Says how it ended where there was no answer to tell.
     *
     * @param origin whose answer it would have been, as far as that is known
     */
    public static void write(Output out, @Nullable Origin origin, Outcome outcome) throws IOException {
        JsonLine line = new JsonLine();
        Ending.write(line.json(), origin, outcome);
        line.to(out);
    }

    @Override
    public void next(String piece) {
        ending.text(piece);
    }

    @Override
    public void besides(Event event) {
        if (event instanceof Event.Reasoning reasoning) {
            ending.reasoning(reasoning.text());
        }
    }

    @Override
    public void again(Answer answer, Problem why) {
        ending.again(answer);
    }

    @Override
    JsonLine last() throws IOException {
        return new JsonLine();
    }
}
