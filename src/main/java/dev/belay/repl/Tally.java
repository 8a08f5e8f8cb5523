package dev.belay.repl;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome;

/** Adds up what answers used. Lives on the conversation's thread. */
public final class Tally {
    private int answers;
    private int interrupted;
    private int failed;
    private long input;
    private long output;
    private boolean inputUnknown;
    private boolean outputEstimated;

    void add(Answer answer) {
        answers++;
        interrupted += answer.outcome() instanceof Outcome.Interrupted ? 1 : 0;
        failed += answer.outcome() instanceof Outcome.Failed ? 1 : 0;
        input += answer.usage().inputTokens().orElse(0);
        output += answer.outputTokens();
        inputUnknown |= answer.usage().inputTokens().isEmpty();
        outputEstimated |= answer.isEstimated();
    }

    /** As one line; what was not counted by a provider is marked, never shown as nought. */
    public String sentence() {
        if (answers == 0) {
            return "nothing was asked yet";
        }
        String sent = input == 0 && inputUnknown ? "unknown" : (inputUnknown ? "≥ " : "") + input;
        String received = (outputEstimated ? "~" : "") + output;
        return count(answers, "answer") + (interrupted > 0 ? ", " + interrupted + " interrupted" : "")
                + (failed > 0 ? ", " + failed + " failed" : "") + " · tokens sent: " + sent + " · received: " + received;
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
