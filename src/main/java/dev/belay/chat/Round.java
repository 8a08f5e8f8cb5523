package dev.belay.chat;

import java.util.List;

/**
 * One turn as it is remembered: a user message and what came of it.
 *
 * @param turn its number in the session, from 1
 * @param user what was asked
 * @param attachments the files that went along with it
 * @param answer what was shown of the answer; may be empty
 * @param end how the answer ended
 */
public record Round(int turn, String user, List<Attachment> attachments, String answer, End end) {
    public Round {
        attachments = List.copyOf(attachments);
    }

    /** A turn without files. */
    public Round(int turn, String user, String answer, End end) {
        this(turn, user, List.of(), answer, end);
    }

    /** How a remembered answer ended. */
    public enum End {
        /** The model finished. */
        COMPLETE,
        /** The person stopped it, or the program did not live to see its end. */
        INTERRUPTED,
        /** The provider or the network broke it off. */
        FAILED;

        public static End of(Outcome outcome) {
            if (outcome instanceof Outcome.Complete) {
                return COMPLETE;
            }
            return outcome instanceof Outcome.Interrupted ? INTERRUPTED : FAILED;
        }
    }

    /** What a finished turn is remembered as. */
    public static Round of(int turn, Message user, Answer answer) {
        return new Round(turn, user.text(), user.attachments(), answer.text(), End.of(answer.outcome()));
    }

    /** The same with another answer. */
    Round with(String otherAnswer, End otherEnd) {
        return new Round(turn, user, attachments, otherAnswer, otherEnd);
    }

    /** The same with these files. */
    Round with(List<Attachment> files) {
        return new Round(turn, user, files, answer, end);
    }

    /** The user's side of it. */
    Message question() {
        return Message.user(user, attachments);
    }
}
