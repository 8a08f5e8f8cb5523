package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;

/** Shows what the answers took, as their providers told or as it is reckoned. */
final class Usage implements SlashCommand {

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public String summary() {
        return "tokens and cost since the program started";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        try {
            repl.tally().settle(repl.stoppable()::fetch);
        } finally {
            repl.notice(repl.tally().lines());
        }
    }
}
