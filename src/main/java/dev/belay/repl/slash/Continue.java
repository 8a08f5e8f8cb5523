package dev.belay.repl.slash;

import dev.belay.chat.Round;
import dev.belay.repl.Repl;
import dev.belay.chat.Question;
import java.io.IOException;
import java.util.Optional;

/** Asks the model to go on from where its answer was cut. */
final class Continue implements SlashCommand {

    static final String INSTRUCTION =
            "Continue your previous answer exactly where it was cut off. Do not repeat what is already there.";

    @Override
    public String name() {
        return "continue";
    }

    @Override
    public String summary() {
        return "go on from where the answer was cut";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Optional<Round> last = repl.dialogue().session().conversation().last();
        if (last.isEmpty()) {
            repl.notice("there is no answer to go on with");
        } else if (last.get().answer().isBlank()) {
            repl.notice("nothing came of the last answer yet; /retry asks again");
        } else {
            Question.Kind kind = kind(repl.dialogue().model());
            repl.ask(last.get().goingOn(instruction(kind), kind));
        }
    }

    /** A model that goes on with its own words needs no new message. */
    static Question.Kind kind(dev.belay.repl.Model model) {
        return model.intake().takesPrefill() ? Question.Kind.PREFILL : Question.Kind.CONTINUE;
    }

    static String instruction(Question.Kind kind) {
        return kind == Question.Kind.PREFILL ? "" : INSTRUCTION;
    }
}
