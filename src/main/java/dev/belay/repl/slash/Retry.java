package dev.belay.repl.slash;

import dev.belay.chat.Round;
import dev.belay.repl.Repl;
import dev.belay.chat.Question;
import java.io.IOException;
import java.util.Optional;

/** Asks the last message again; the former answer stays in the journal. */
final class Retry implements SlashCommand {

    @Override
    public String name() {
        return "retry";
    }

    @Override
    public String summary() {
        return "ask the last message again";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Optional<Round> last = repl.dialogue().session().conversation().last();
        if (last.isEmpty()) {
            repl.notice("there is no message to ask again");
        } else {
            repl.ask(again(last.get(), repl.dialogue().model()));
        }
    }

    /** What was done last is done again; how a model goes on with an answer is its own matter. */
    private static Question again(Round round, dev.belay.repl.Model model) {
        Question.Kind kind = Continue.kind(model);
        return round.last().question().goesOn() ? round.goingOnAgain(Continue.instruction(kind), kind) : round.again();
    }
}
