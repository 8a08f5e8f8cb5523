package dev.belay.repl.tty;

/** Whether the window is named after the question while its answer is made. */
public enum WindowTitle {
    /** It is, where the terminal can give it its own name back afterwards. */
    QUESTION,
    /** It is left alone. */
    UNTOUCHED
}
