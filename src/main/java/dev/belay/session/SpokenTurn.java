package dev.belay.session;

import dev.belay.chat.Blanks;
import dev.belay.session.SessionSummary.Ending;

/** A turn within the letters of a session. Lives on one thread. */
final class SpokenTurn {

    final int number;
    final int questionBegin;
    final int questionEnd;
    final String at;
    int answerBegin;
    int answerEnd;
    Ending ending = Ending.INTERRUPTED;
    String model = "";

    /** @param at when it was asked, as the journal writes it; null where it does not */
    SpokenTurn(int number, int questionBegin, int questionEnd, int answerBegin, String at) {
        this.number = number;
        this.questionBegin = questionBegin;
        this.questionEnd = questionEnd;
        this.answerBegin = answerBegin;
        this.answerEnd = answerBegin;
        this.at = at == null ? "" : at;
    }

    void ended(int end, Ending how, String answered) {
        answerEnd = end;
        ending = how;
        model = answered;
    }

    /** What came of the other goes on with this one's answer, without the blanks at its end. */
    void goOn(SpokenTurn other, Letters letters) {
        int length = Blanks.stripEnd(letters.text(answerBegin, answerEnd)).length();
        int begin = letters.length();
        letters.repeat(answerBegin, answerBegin + length);
        letters.repeat(other.answerBegin, other.answerEnd);
        answerBegin = begin;
        ended(letters.length(), other.ending, other.model);
    }
}
