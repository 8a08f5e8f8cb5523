package dev.belay.repl.slash;

import dev.belay.chat.ProblemException;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Shows or sets the system prompt of this conversation. */
final class SystemPrompt implements SlashCommand {

    private static final String FILE = "@";

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
        return "show or set the system prompt; @FILE reads it, - removes it";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (!argument.isEmpty()) {
            repl.dialogue().session().heading().system(argument.equals("-") ? "" : meant(argument));
        }
        String system = repl.dialogue().session().heading().system();
        repl.notice(system.isEmpty() ? "no system prompt" : "system prompt: " + system);
    }

    /** A file's text where one is named, as with {@code -s}. */
    private static String meant(String argument) {
        if (!argument.startsWith(FILE)) {
            return argument;
        }
        String name = argument.substring(FILE.length());
        try {
            return Files.readString(Path.of(name)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw ProblemException.configuration("cannot read the file “" + name + "”", "check its name");
        }
    }
}
