package dev.belay.repl.line;

/** Keeps what a key that nothing is bound to sends behind Esc and a bracket out of the text. Lives on the conversation's thread. */
final class UnknownKeys {

    private static final long NEVER = -9;

    private long presses;
    private long unknownAt = NEVER;
    private boolean isInSequence;

    /** The next key comes. */
    void pressed() {
        presses++;
    }

    /** Nothing is bound to this one. */
    void unknown(String key) {
        unknownAt = key.equals("\u001b") ? presses : NEVER;
        isInSequence = false;
    }

    /** Whether this key, which would be text, goes on with the one before. */
    boolean goesOnWith(String key) {
        if (unknownAt != presses - 1 || !isInSequence && !key.equals("[")) {
            return false;
        }
        boolean ends = isInSequence && key.charAt(0) >= '@';
        isInSequence = true;
        unknownAt = ends ? NEVER : presses;
        return true;
    }
}
