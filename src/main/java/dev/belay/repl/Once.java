package dev.belay.repl;

import java.util.function.Supplier;

/** Lets the first thing that is said pass, and nothing after it. Lives on the conversation's thread. */
final class Once {
    private boolean said;

    /** The sentence, if none was said before; an empty one says nothing. */
    String of(Supplier<String> sentence) {
        String now = said ? "" : sentence.get();
        said |= !now.isEmpty();
        return now;
    }
}
