package dev.belay.chat;

/**
 * One turn as it is remembered: a user message and what came of it.
 *
 * @param turn its number in the session, from 1
 * @param user what was asked
 * @param answer what was shown of the answer; may be empty
 * @param end how the answer ended
 */
public record Round(int turn, String user, String answer, End end) {

    /** How a remembered answer ended. */
    public enum End {
        /** The model finished. */
        COMPLETE,
        /** The person stopped it, or the program did not live to see its end. */
        INTERRUPTED,
        /** The provider or the network broke it off. */
        FAILED
    }

    /** What a finished turn is remembered as. */
    public static Round of(int turn, String user, Answer answer) {
        Outcome outcome = answer.outcome();
        End end = outcome instanceof Outcome.Complete
                ? End.COMPLETE
                : outcome instanceof Outcome.Interrupted ? End.INTERRUPTED : End.FAILED;
        return new Round(turn, user, answer.text(), end);
    }
}
