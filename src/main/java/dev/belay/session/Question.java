package dev.belay.session;

import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.Round;
import java.util.List;

/**
 * What the user says, and what it has to do with an earlier turn.
 *
 * @param text as the model is sent it
 * @param kind a new message, or one about an earlier turn
 * @param of that turn's number; 0 for a new message
 * @param attachments the files that go along
 */
public record Question(String text, Kind kind, int of, List<Attachment> attachments) {
    public Question {
        attachments = List.copyOf(attachments);
    }

    /** One without files. */
    public Question(String text, Kind kind, int of) {
        this(text, kind, of, List.of());
    }

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
        return of(text, List.of());
    }

    public static Question of(String text, List<Attachment> attachments) {
        return new Question(text, Kind.NEW, 0, attachments);
    }

    /** Asks a turn again, with all that went along. */
    public static Question again(Round round) {
        return new Question(round.user(), Kind.RETRY, round.turn(), round.attachments());
    }

    /** Asks another message in a turn's place, with all that went along with that. */
    public static Question changed(Round round, String text) {
        return new Question(text, Kind.RETRY, round.turn(), round.attachments());
    }

    /** The turn whose place this takes; 0 for none. */
    int replaced() {
        return kind == Kind.RETRY ? of : 0;
    }

    Message message() {
        return Message.user(text, attachments);
    }
}
