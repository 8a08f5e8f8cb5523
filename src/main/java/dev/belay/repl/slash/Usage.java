package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;

/** Shows what this conversation has used, as far as the provider told. */
final class Usage implements SlashCommand {

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public String summary() {
        return "tokens used since the program started";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        repl.notice(repl.tally().sentence());
    }
}
