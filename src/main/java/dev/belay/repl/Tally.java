package dev.belay.repl;

import dev.belay.chat.Errand;
import dev.belay.chat.Outcome;
import dev.belay.chat.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** Adds up what answers took. Lives on the conversation's thread. */
public final class Tally {

    private final List<Spent> spent = new ArrayList<>();

    void add(Spent answer) {
        spent.add(answer);
    }

    /**
     * Asks the providers that keep books about answers that were stopped before they were told of; once it is known it is
     * not asked again.
     *
     * @param fetch runs such an errand; empty means that the person has no patience for more
     * @throws dev.belay.chat.ProblemException when one cannot be had
     */
    public void settle(Function<Errand<Usage>, Optional<Usage>> fetch) {
        for (int i = 0; i < spent.size(); i++) {
            Spent open = spent.get(i);
            Optional<Errand<Usage>> errand =
                    open.isOpen() ? open.terms().account(open.answer().receipt()) : Optional.empty();
            if (errand.isPresent()) {
                Optional<Usage> told = fetch.apply(errand.get());
                if (told.isEmpty()) {
                    return;
                }
                spent.set(i, open.settled(told.get()));
            }
        }
    }

    /** As a few lines; what was not told by a provider is marked, never shown as nought. */
    public String lines() {
        return spent.isEmpty()
                ? "nothing was asked yet"
                : answers() + "\nsent      " + sent() + "\nreceived  " + received() + "\ncost      " + cost();
    }

    private String answers() {
        int interrupted = 0;
        int failed = 0;
        for (Spent one : spent) {
            interrupted += one.answer().outcome() instanceof Outcome.Interrupted ? 1 : 0;
            failed += one.answer().outcome() instanceof Outcome.Failed ? 1 : 0;
        }
        return count(spent.size(), "answer")
                + (interrupted > 0 ? ", " + interrupted + " interrupted" : "")
                + (failed > 0 ? ", " + failed + " failed" : "");
    }

    private String sent() {
        TokenSum sum = new TokenSum();
        for (Spent one : spent) {
            sum.add(one.answer().usage().inputTokens(), one.input());
        }
        return sum.isUnknown() ? "unknown" : sum.mark() + count(sum.tokens(), "token");
    }

    private String received() {
        TokenSum sum = new TokenSum();
        for (Spent one : spent) {
            OptionalLong output = OptionalLong.of(one.answer().outputTokens());
            sum.add(one.answer().isEstimated() ? OptionalLong.empty() : output, output);
        }
        return sum.mark() + count(sum.tokens(), "token");
    }

    private String cost() {
        CostSum sum = new CostSum();
        for (Spent one : spent) {
            OptionalDouble told = one.toldDollars();
            sum.add(told, told.isPresent() ? OptionalDouble.empty() : one.reckonedDollars());
        }
        return sum.words();
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
