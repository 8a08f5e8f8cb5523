package dev.belay.repl.slash;

import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.repl.Dialogue;
import dev.belay.repl.Intake;
import dev.belay.repl.Model;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks the last message again, or goes on again; what came of it before is kept as an alternative. */
final class Retry implements SlashCommand {

    @Override
    public String name() {
        return "retry";
    }

    @Override
    public String argument() {
        return "[MODEL]";
    }

    @Override
    public String summary() {
        return "ask the last message again, or another model this once";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        return repl.models().known(repl.dialogue().model()).stream()
                .map(Suggestion::new)
                .toList();
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Dialogue dialogue = repl.dialogue();
        Optional<Round> last = dialogue.session().conversation().last();
        if (last.isEmpty()) {
            repl.notice("there is no message to ask again");
        } else if (argument.isEmpty()) {
            repl.ask(again(last.get(), dialogue.model().intake()));
        } else {
            Model once = repl.stoppable().run(() -> repl.models().named(argument, dialogue.model()));
            repl.notice(once.name() + " answers this once");
            repl.ask(again(last.get(), once.intake()), once);
        }
    }

    /** What was done last is done again; how a model goes on with an answer is its own matter. */
    private static Question again(Round round, Intake intake) {
        Question.Kind kind = Continue.kind(intake);
        return round.last().question().goesOn() ? round.goingOnAgain(Continue.instruction(kind), kind) : round.again();
    }
}
