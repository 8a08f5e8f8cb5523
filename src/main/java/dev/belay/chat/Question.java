package dev.belay.chat;

import java.util.List;
import java.util.Map;

/**
 * What the model is asked, and what that has to do with an earlier turn.
 *
 * @param text as the model is sent it; empty where it goes on with its own words
 * @param kind a message of its own, or one that goes on with an answer
 * @param of the number of the turn that it goes on with; 0 for none
 * @param replaced the number of the turn that it asks again and takes the place of; 0 for none
 * @param attachments the files that go along
 * @param partial what becomes of an answer that does not come to its end
 * @param correction what the model is told in place of the text, after its answer that is replaced; empty for nothing
 */
public record Question(
        String text,
        Kind kind,
        int of,
        int replaced,
        List<Attachment> attachments,
        Partial partial,
        String correction) {
    public Question {
        attachments = List.copyOf(attachments);
    }

    /** One whose answer counts as far as it comes. */
    public Question(String text, Kind kind, int of, int replaced, List<Attachment> attachments) {
        this(text, kind, of, replaced, attachments, Partial.KEPT, "");
    }

    /** What a question is about. */
    public enum Kind {
        /** A message of the person's own. */
        NEW,
        /** A message of ours that asks to go on from where an earlier answer was cut. */
        CONTINUE,
        /** The model goes on with an earlier answer as if nothing had cut it; there is no new message. */
        PREFILL
    }

    public static Question of(String text) {
        return of(text, List.of());
    }

    public static Question of(String text, List<Attachment> attachments) {
        return new Question(text, Kind.NEW, 0, 0, attachments);
    }

    /** Whether it goes on with an answer. */
    public boolean goesOn() {
        return kind != Kind.NEW;
    }

    /** The same, with another fate for an answer that does not come to its end. */
    public Question with(Partial fate) {
        return new Question(text, kind, of, replaced, attachments, fate, correction);
    }

    /**
     * Asks the same again after an answer that would not do: the model sees that answer and is told what is wrong with it, and
     * what it says then takes the place of the answer.
     */
    public Question corrected(Round answered, String words) {
        return new Question(text, Kind.NEW, 0, answered.turn(), attachments, partial, words);
    }

    /** Whether the answer that it asks about is to be seen by the model once more. */
    boolean isCorrection() {
        return !correction.isEmpty();
    }

    /** The same in another session, where turns have these numbers. */
    public Question renumbered(Map<Integer, Integer> numbers) {
        return new Question(
                text,
                kind,
                numbers.getOrDefault(of, 0),
                numbers.getOrDefault(replaced, 0),
                attachments,
                partial,
                correction);
    }

    Message message() {
        return Message.user(text, attachments);
    }

    /** The same with these files. */
    Question with(List<Attachment> files) {
        return new Question(text, kind, of, replaced, files, partial, correction);
    }
}
