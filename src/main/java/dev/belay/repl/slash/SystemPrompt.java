package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;

/** Shows or sets the system prompt of this conversation. */
final class SystemPrompt implements SlashCommand {

    @Override
    public String name() {
        return "system";
    }

    @Override
    public String argument() {
        return "[TEXT]";
    }

    @Override
    public String summary() {
        return "show or set the system prompt; - removes it";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (!argument.isEmpty()) {
            repl.dialogue().session().heading().system(argument.equals("-") ? "" : argument);
        }
        String system = repl.dialogue().session().heading().system();
        repl.notice(system.isEmpty() ? "no system prompt" : "system prompt: " + system);
    }
}
