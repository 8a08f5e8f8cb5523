package dev.belay.session;

import java.util.Objects;

/** Somebody names a session, and it is not clear which; the message is a sentence. */
public final class SessionUnclear extends Exception {
    private static final long serialVersionUID = 1L;

    SessionUnclear(String sentence) {
        super(sentence);
    }

    /** It always has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
