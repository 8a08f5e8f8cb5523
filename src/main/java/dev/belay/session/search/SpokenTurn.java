package dev.belay.session.search;

import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.session.SessionSummary.Ending;
import org.jspecify.annotations.Nullable;

/** A turn within the letters of a session. Lives on one thread. */
final class SpokenTurn {

    final int number;
    final Question question;
    final int questionBegin;
    final int questionEnd;
    final String at;
    int answerBegin;
    int answerEnd;
    Ending ending = Ending.INTERRUPTED;
    String model = "";

    /**
     * @param question what it has to do with earlier turns
     * @param at when it was asked, as the journal writes it; null where it does not
     */
    SpokenTurn(
            int number, Question question, int questionBegin, int questionEnd, int answerBegin, @Nullable String at) {
        this.number = number;
        this.question = question;
        this.questionBegin = questionBegin;
        this.questionEnd = questionEnd;
        this.answerBegin = answerBegin;
        this.answerEnd = answerBegin;
        this.at = at == null ? "" : at;
    }

    void ended(int end, Round.End how, String answered) {
        answerEnd = end;
        ending = Ending.valueOf(how.name());
        model = answered;
    }
}
