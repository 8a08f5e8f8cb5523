package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;

/** Begins a new session; the old one stays saved. */
final class Clear implements SlashCommand {

    @Override
    public String name() {
        return "clear";
    }

    @Override
    public String summary() {
        return "begin a new conversation";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        repl.shelf().renew();
        repl.notice("a new conversation");
    }
}
