package dev.belay.provider;

/** What a service does, as far as is known, when its client closes the connection in mid-answer. */
public enum AfterStop {
    /** It stops, and bills what was made. */
    STOPS,
    /** It goes on, and bills the whole answer. */
    RUNS_ON,
    /** It stops, and there is no bill. */
    FREE,
    /** Nobody has said. */
    UNKNOWN
}
