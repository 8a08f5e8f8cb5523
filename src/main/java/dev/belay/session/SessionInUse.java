package dev.belay.session;

/** Another process writes to the session. */
public final class SessionInUse extends Exception {
    private static final long serialVersionUID = 1L;

    private final String holder;

    SessionInUse(String holder) {
        super("in use by process " + holder);
        this.holder = holder;
    }

    /** The process number of the one that holds it; empty when it has not said. */
    public String holder() {
        return holder;
    }
}
