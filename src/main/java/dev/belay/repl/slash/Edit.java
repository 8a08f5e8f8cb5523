package dev.belay.repl.slash;

import dev.belay.chat.Blanks;
import dev.belay.chat.Round;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.Optional;

/** Has the last message changed in the person's editor and asks it in place of the former, which stays in the journal. */
final class Edit implements SlashCommand {

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String summary() {
        return "change the last message in $EDITOR and ask it again";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Optional<Round> last = repl.dialogue().session().conversation().last();
        if (last.isEmpty()) {
            repl.notice("there is no message to change");
        } else {
            edit(last.get(), repl);
        }
    }

    private static void edit(Round round, Repl repl) throws IOException {
        Optional<String> edited = repl.editor().edit(round.user());
        if (edited.isEmpty() || Blanks.stripEnd(edited.get()).equals(Blanks.stripEnd(round.user()))) {
            repl.notice("nothing was changed, nothing is sent");
        } else if (Blanks.isBlank(edited.get())) {
            repl.notice("the message is empty, nothing is sent");
        } else {
            repl.show(edited.get());
            repl.ask(round.changed(edited.get()));
        }
    }
}
