package dev.belay.chat;

import java.util.List;

/**
 * One thing that the person had the model do, and what came of it.
 *
 * @param turn its number in the session, from 1
 * @param question what was asked
 * @param answer what was shown of the answer; may be empty
 * @param end how that ended
 */
public record Act(int turn, Question question, String answer, Round.End end) {

    /** A message of its own. */
    public Act(int turn, String user, String answer, Round.End end) {
        this(turn, Question.of(user), answer, end);
    }

    /** Whether nothing came of it. */
    public boolean isVain() {
        return Blanks.isBlank(answer);
    }

    /** The same with these files. */
    Act with(List<Attachment> files) {
        return new Act(turn, question.with(files), answer, end);
    }
}
