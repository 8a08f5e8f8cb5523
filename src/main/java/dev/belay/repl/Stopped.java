package dev.belay.repl;

import dev.belay.chat.Outcome.Cause;

/** Carries a stop out of work that is no answer, to the prompt or to the program's end. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    public Stopped(Cause cause) {
        super("stopped");
        this.cause = cause;
    }

    public Cause by() {
        return cause;
    }
}
