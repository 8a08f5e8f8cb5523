package dev.belay.repl;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome.Complete;
import dev.belay.view.Cleaner;
import java.util.OptionalLong;

/** What stands at the right of the prompt: the model, and how full its memory is. Lives on the conversation's thread. */
final class Corner {

    private static final int LONGEST = 30;

    private Terms terms = Terms.UNKNOWN;
    private OptionalLong context = OptionalLong.empty();
    private OptionalLong used = OptionalLong.empty();
    private boolean isTold;

    /** The request and its answer are in the memory now. Looks up how large that is, once for each model, and not in a stop. */
    void answered(Spent last) {
        Answer answer = last.answer();
        if (last.terms() != terms && answer.outcome() instanceof Complete) {
            terms = last.terms();
            context = terms.context();
        }
        used = last.input().isPresent()
                ? OptionalLong.of(last.input().getAsLong() + answer.outputTokens())
                : OptionalLong.empty();
        isTold = last.isToldInput() && !answer.isEstimated();
    }

    /** Another conversation begins. */
    void forget() {
        used = OptionalLong.empty();
    }

    String text(Model model, String dot) {
        String name = Cleaner.clean(model.id()).replace('\n', ' ').replace('\t', ' ');
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
        boolean isKnown = model.terms() == terms && context.isPresent() && context.getAsLong() > 0 && used.isPresent();
        return isKnown ? shown + dot + (isTold ? "" : "~") + percent() + "%" : shown;
    }

    /** Something is never nothing. */
    private long percent() {
        return Math.max(1, Math.round(100.0 * used.getAsLong() / context.getAsLong()));
    }
}
