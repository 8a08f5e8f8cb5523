package dev.belay.chat;

/**
 * What went wrong, in words for a person.
 *
 * @param kind the sort of trouble, for exit codes and scripts
 * @param message what happened, one sentence
 * @param hint what to do about it; empty when there is nothing to add
 */
public record Problem(Kind kind, String message, String hint) {

    /** The sorts of trouble. */
    public enum Kind {
        /** The key is missing, wrong or not allowed. */
        AUTH,
        /** Too many requests for now. */
        LIMIT,
        /** No credit left. */
        QUOTA,
        /** The conversation is longer than the model can take. */
        CONTEXT,
        /** No such model, address or path. */
        NOT_FOUND,
        /** The provider will not answer this request. */
        REFUSED,
        /** The provider is overloaded or broken. */
        OVERLOADED,
        /** No connection, or a dead one. */
        NETWORK,
        /** The answer cannot be written where it should go. */
        OUTPUT,
        /** The answer was not what the protocol promises. */
        PROTOCOL,
        /** The answer is complete and not what was asked for: it does not follow the schema. */
        SCHEMA,
        /** The answer has no such code as is wanted of it. */
        CODE,
        /** Something on this side is set up wrongly. */
        CONFIGURATION,
        /** A file cannot go along: it cannot be read, is too large, or is nothing that the model takes. */
        FILE
    }

    public Problem(Kind kind, String message) {
        this(kind, message, "");
    }

    /** The same in other words. */
    public Problem in(String words) {
        return new Problem(kind, words, hint);
    }

    /** The message and the hint as one line. */
    public String sentence() {
        return hint.isEmpty() ? message : message + "; " + hint;
    }
}
