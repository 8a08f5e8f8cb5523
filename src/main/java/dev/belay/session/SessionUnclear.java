package dev.belay.session;

/** Somebody names a session, and it is not clear which; the message is a sentence. */
public final class SessionUnclear extends Exception {
    private static final long serialVersionUID = 1L;

    SessionUnclear(String sentence) {
        super(sentence);
    }
}
