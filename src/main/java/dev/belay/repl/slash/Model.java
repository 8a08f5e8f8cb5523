package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.List;

/** Shows or changes the model that is asked. */
final class Model implements SlashCommand {

    @Override
    public String name() {
        return "model";
    }

    @Override
    public String argument() {
        return "[NAME]";
    }

    @Override
    public String summary() {
        return "show the model, or ask another: PROVIDER/MODEL";
    }

    @Override
    public List<String> completions(Repl repl) {
        return repl.models().known(repl.dialogue().model());
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (!argument.isEmpty()) {
            repl.dialogue().model(repl.models().named(argument, repl.dialogue().model()));
        }
        repl.notice(repl.dialogue().model().name());
    }
}
