package dev.belay.repl;

import dev.belay.view.Dollars;
import java.util.OptionalDouble;

/** Costs added up in US dollars, the providers' own figures apart from those by list prices. Lives on one thread. */
public final class CostSum {

    private double told;
    private double reckoned;
    private int known;
    private int unknown;

    /** Adds what was told or else reckoned. */
    public void add(OptionalDouble byProvider, OptionalDouble byPriceList) {
        told += byProvider.orElse(0);
        reckoned += byProvider.isPresent() ? 0 : byPriceList.orElse(0);
        boolean isKnown = byProvider.isPresent() || byPriceList.isPresent();
        known += isKnown ? 1 : 0;
        unknown += isKnown ? 0 : 1;
    }

    public double dollars() {
        return told + reckoned;
    }

    /** How much of it is by list prices. */
    public double reckoned() {
        return reckoned;
    }

    /** How many answers had a cost that nobody knows. */
    public int unknown() {
        return unknown;
    }

    /** Whether nothing at all is known. */
    public boolean isUnknown() {
        return known == 0;
    }

    /** The sum alone, with its marks: it may be more, it is by list prices. */
    public String brief() {
        String sum = Dollars.text(dollars());
        return known == 0 ? "" : (unknown == 0 ? "" : "≥ ") + (reckoned == 0 || sum.startsWith("<") ? "" : "~") + sum;
    }

    /** The sum and how it is known, in words. */
    public String words() {
        String more = unknown == 1 ? "1 answer" : unknown + " answers";
        return known == 0 ? "unknown" : sum() + (unknown == 0 ? "" : ", and " + more + " of unknown cost");
    }

    private String sum() {
        if (reckoned == 0) {
            return told == 0 ? "nothing" : Dollars.text(told) + ", as the provider told";
        }
        String all = "~" + Dollars.text(dollars());
        return told == 0
                ? all + ", by list prices"
                : all + ": " + Dollars.text(told) + " as the provider told, the rest by list prices";
    }
}
