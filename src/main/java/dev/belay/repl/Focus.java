package dev.belay.repl;

/** Whether the person looks at the window. */
enum Focus {
    /** It is in focus, or the terminal has never told. */
    HELD,
    /** Another window is. */
    LOST
}
