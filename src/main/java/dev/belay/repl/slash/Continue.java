package dev.belay.repl.slash;

import dev.belay.chat.Blanks;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.repl.Intake;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks the model to go on from where its answer was cut. */
final class Continue implements SlashCommand {

    static final String INSTRUCTION =
            "Continue your previous answer exactly where it was cut off. Do not repeat what is already there.";

    /** In any provider's words: it was not the model that ended it. */
    private static final Pattern CUT = Pattern.compile("(?i)length|max_|pause");

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
        } else if (Blanks.isBlank(last.get().answer())) {
            repl.notice("nothing came of the last answer yet; /retry asks again"
                    + (last.get().alternatives().isEmpty() ? "" : ", /undo brings the former answer back"));
        } else {
            goOn(last.get(), repl);
        }
    }

    private static void goOn(Round last, Repl repl) throws IOException {
        if (last.end() == Round.End.COMPLETE
                && !CUT.matcher(repl.dialogue().session().reason()).find()) {
            repl.notice("the last answer is complete; asking for more of it");
        }
        Question.Kind kind = kind(repl.dialogue().model().intake());
        repl.ask(last.goingOn(instruction(kind), kind));
    }

    /** A model that goes on with its own words needs no new message. */
    static Question.Kind kind(Intake intake) {
        return intake.takesPrefill() ? Question.Kind.PREFILL : Question.Kind.CONTINUE;
    }

    static String instruction(Question.Kind kind) {
        return kind == Question.Kind.PREFILL ? "" : INSTRUCTION;
    }
}
