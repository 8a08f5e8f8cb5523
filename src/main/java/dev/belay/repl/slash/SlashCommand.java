package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.List;

/** A command at the prompt. */
public interface SlashCommand {

    /** Without the slash. */
    String name();

    /** What may follow the name, for the help; empty for nothing. */
    default String argument() {
        return "";
    }

    /** What it does, in a few words. */
    String summary();

    /** What may follow the name, for Tab; nobody is asked for that, and it takes no time. */
    default List<Suggestion> completions(Repl repl) {
        return List.of();
    }

    /**
     * The same, where it depends on what stands there already.
     *
     * @param begun what follows the name so far
     */
    default List<Suggestion> completions(String begun, Repl repl) {
        return completions(repl);
    }

    /** Whether a path may follow the name, for Tab. */
    default boolean takesPath() {
        return false;
    }

    /**
     * @param argument what followed the name, without blanks around it; may be empty
     * @throws IOException when the terminal is gone
     */
    void run(String argument, Repl repl) throws IOException;
}
