package dev.belay.repl.slash;

import dev.belay.chat.Round;
import dev.belay.repl.Repl;
import dev.belay.session.Question;
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
            repl.ask(question(last.get().turn(), repl.dialogue().model().intake().takesPrefill()
                    ? Question.Kind.PREFILL
                    : Question.Kind.CONTINUE));
        }
    }

    /** A model that goes on with its own words needs no new message. */
    private static Question question(int turn, Question.Kind kind) {
        return new Question(kind == Question.Kind.PREFILL ? "" : INSTRUCTION, kind, turn);
    }
}
