package dev.belay.repl;

import dev.belay.chat.Errand;
import dev.belay.chat.Outcome;
import dev.belay.chat.Usage;
import dev.belay.view.Dollars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
        return count(spent.size(), "answer") + (interrupted > 0 ? ", " + interrupted + " interrupted" : "")
                + (failed > 0 ? ", " + failed + " failed" : "");
    }

    private String sent() {
        long tokens = 0;
        boolean told = true;
        boolean known = true;
        for (Spent one : spent) {
            tokens += one.input().orElse(0);
            told &= one.isToldInput() || one.input().isEmpty();
            known &= one.input().isPresent();
        }
        return tokens == 0 && !known ? "unknown" : (known ? "" : "≥ ") + (told ? "" : "~") + count(tokens, "token");
    }

    private String received() {
        long tokens = 0;
        boolean told = true;
        for (Spent one : spent) {
            tokens += one.answer().outputTokens();
            told &= !one.answer().isEstimated();
        }
        return (told ? "" : "~") + count(tokens, "token");
    }

    private String cost() {
        double told = 0;
        double reckoned = 0;
        int unknown = 0;
        for (Spent one : spent) {
            OptionalDouble exact = one.toldDollars();
            OptionalDouble about = exact.isPresent() ? OptionalDouble.of(0) : one.reckonedDollars();
            told += exact.orElse(0);
            reckoned += about.orElse(0);
            unknown += about.isPresent() ? 0 : 1;
        }
        return unknown == spent.size()
                ? "unknown"
                : sum(told, reckoned) + (unknown == 0 ? "" : ", and " + count(unknown, "answer") + " of unknown cost");
    }

    private static String sum(double told, double reckoned) {
        if (reckoned == 0) {
            return told == 0 ? "nothing" : Dollars.text(told) + ", as the provider told";
        }
        String all = "~" + Dollars.text(told + reckoned);
        return told == 0
                ? all + ", by list prices"
                : all + ": " + Dollars.text(told) + " as the provider told, the rest by list prices";
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
