package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import dev.belay.session.Heading;
import dev.belay.session.Session;
import java.io.IOException;

/** Shows or sets what this conversation is called. */
final class Title implements SlashCommand {

    @Override
    public String name() {
        return "title";
    }

    @Override
    public String argument() {
        return "[TEXT]";
    }

    @Override
    public String summary() {
        return "show or set this conversation's title; - removes it";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Session session = repl.dialogue().session();
        if (!argument.isEmpty()) {
            session.heading().title(argument.equals("-") ? "" : Heading.line(argument));
        }
        repl.notice(
                session.heading().title().isEmpty()
                        ? "no title"
                        : "title: " + session.heading().title());
    }
}
