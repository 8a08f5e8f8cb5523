package dev.belay.repl.tty;

/** Whether the person looks at the window. */
public enum Focus {
    /** It is in focus, or the terminal has never told. */
    HELD,
    /** Another window is. */
    LOST
}
