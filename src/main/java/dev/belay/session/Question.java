package dev.belay.session;

import dev.belay.chat.Answer;
import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.Partial;
import dev.belay.chat.Round;
import java.util.List;

/**
 * What the user says, and what it has to do with an earlier turn.
 *
 * @param text as the model is sent it
 * @param kind a new message, or one about an earlier turn
 * @param of that turn's number; 0 for a new message
 * @param attachments the files that go along
 * @param partial what becomes of an answer that does not come to its end
 * @param correction what the model is told in place of the text, after its answer to the earlier turn; empty for nothing
 */
public record Question(
        String text, Kind kind, int of, List<Attachment> attachments, Partial partial, String correction) {
    public Question {
        attachments = List.copyOf(attachments);
    }

    public Question(String text, Kind kind, int of, List<Attachment> attachments) {
        this(text, kind, of, attachments, Partial.KEPT, "");
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

    /** The same, with another fate for an answer that does not come to its end. */
    public Question with(Partial fate) {
        return new Question(text, kind, of, attachments, fate, correction);
    }

    /**
     * Asks the same again after an answer that would not do: the model sees that answer and is told what is wrong with it, and
     * what it says then takes the place of the answer.
     */
    public Question corrected(Round answered, String words) {
        return new Question(text, Kind.RETRY, answered.turn(), attachments, partial, words);
    }

    /** What is remembered of it and its answer. */
    Round remembered(int turn, Answer answer) {
        Round round = Round.of(turn, message(), answer);
        boolean counts = partial == Partial.KEPT || round.end() == Round.End.COMPLETE;
        return counts ? round : new Round(turn, text, attachments, "", round.end());
    }

    /** The turn whose place this takes; 0 for none. */
    int replaced() {
        return kind == Kind.RETRY ? of : 0;
    }

    Message message() {
        return Message.user(text, attachments);
    }
}
