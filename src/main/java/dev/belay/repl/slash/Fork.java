package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.List;

/** Goes on in a copy of this conversation, or of a saved one. */
final class Fork implements SlashCommand {

    @Override
    public String name() {
        return "fork";
    }

    @Override
    public String argument() {
        return "[ID]";
    }

    @Override
    public String summary() {
        return "go on in a copy of this conversation, or of a saved one";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        return Resume.saved(repl);
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (argument.isEmpty() && repl.dialogue().session().conversation().last().isEmpty()) {
            repl.notice("there is nothing to copy yet");
            return;
        }
        repl.stoppable().work(() -> {
            if (argument.isEmpty()) {
                repl.shelf().fork();
            } else {
                repl.shelf().copy(repl.shelf().sessions().find(argument));
            }
            return null;
        });
        Resume.tell("going on in a copy, " + repl.dialogue().session().id(), repl);
    }
}
