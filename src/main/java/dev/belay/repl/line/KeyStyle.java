package dev.belay.repl.line;

/** Which keys edit the line. */
public enum KeyStyle {
    /** As in most shells. */
    EMACS,
    /** Esc leaves off typing, and letters are commands then. */
    VI
}
