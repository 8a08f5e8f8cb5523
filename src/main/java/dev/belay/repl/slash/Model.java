package dev.belay.repl.slash;

import dev.belay.repl.Dialogue;
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
    public List<Suggestion> completions(Repl repl) {
        return repl.models().known(repl.dialogue().model()).stream()
                .map(Suggestion::new)
                .toList();
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (!argument.isEmpty()) {
            change(argument, repl);
        }
        repl.notice(repl.dialogue().model().name());
    }

    /** Has another model answer from here on; a command that tells its key may take long. */
    static void change(String name, Repl repl) {
        Dialogue dialogue = repl.dialogue();
        dialogue.model(repl.stoppable().run(() -> repl.models().named(name, dialogue.model())));
    }
}
