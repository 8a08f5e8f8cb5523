package dev.belay.repl;

import java.util.OptionalLong;

/** Tokens added up: how many of them are estimates, and of how many answers they are not known. Lives on one thread. */
public final class TokenSum {

    private long told;
    private long estimated;
    private int estimates;
    private int unknown;

    /** Adds what was told or else estimated. */
    public void add(OptionalLong byProvider, OptionalLong otherwise) {
        if (byProvider.isPresent()) {
            told += byProvider.getAsLong();
        } else if (otherwise.isPresent()) {
            estimated += otherwise.getAsLong();
            estimates++;
        } else {
            unknown++;
        }
    }

    public long tokens() {
        return told + estimated;
    }

    /** How many of them are estimates. */
    public long estimated() {
        return estimated;
    }

    /** Of how many answers they are not known. */
    public int unknown() {
        return unknown;
    }

    /** Whether nothing at all is known. */
    public boolean isUnknown() {
        return tokens() == 0 && unknown > 0;
    }

    /** What is to be written before the number: it may be more, it is an estimate. */
    public String mark() {
        return (unknown == 0 ? "" : "≥ ") + (estimates == 0 ? "" : "~");
    }
}
