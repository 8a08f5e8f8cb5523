package dev.belay.session;

/**
 * What the user says, and what it has to do with an earlier turn.
 *
 * @param text as the model is sent it
 * @param kind a new message, or one about an earlier turn
 * @param of that turn's number; 0 for a new message
 */
public record Question(String text, Kind kind, int of) {

    /** What a message is about. */
    public enum Kind {
        /** A message of its own. */
        NEW(""),
        /** Asks an earlier turn again and takes its place. */
        RETRY("retries"),
        /** Asks to go on from where an earlier answer was cut. */
        CONTINUE("continues"),
        /** The model goes on with an earlier answer as if nothing had cut it; there is no new message. */
        PREFILL("prefills");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** The name of the journal's field that holds the earlier turn. */
        String field() {
            return field;
        }
    }

    public static Question of(String text) {
        return new Question(text, Kind.NEW, 0);
    }
}
