package dev.belay.repl.line;

/** A command that waited for one more key does nothing: Ctrl-C came, or the end of the input. */
final class GivenUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isPressed;

    /** @param isPressed whether it was Ctrl-C */
    GivenUp(boolean isPressed) {
        super("", null, false, false);
        this.isPressed = isPressed;
    }

    boolean isPressed() {
        return isPressed;
    }
}
