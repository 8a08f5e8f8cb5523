package dev.belay.repl.slash;

import dev.belay.repl.Repl;

/** Leaves the program. */
final class Exit implements SlashCommand {

    @Override
    public String name() {
        return "exit";
    }

    @Override
    public String summary() {
        return "leave; so does Ctrl-D";
    }

    @Override
    public void run(String argument, Repl repl) {
        repl.leave();
    }
}
