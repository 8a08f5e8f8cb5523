package dev.belay.config;

import java.util.OptionalDouble;

/**
 * What tokens cost, in US dollars per million.
 *
 * @param input what is read
 * @param output what is made, thinking included
 * @param cached what is read from a cache, where that has a price of its own
 */
public record Price(double input, double output, OptionalDouble cached) {

    private static final double MILLION = 1_000_000;

    /** Whether it is given away, or paid for in another way than by the token. */
    public boolean isNothing() {
        return input == 0 && output == 0;
    }

    /** What a request and its answer cost when nothing is read from a cache. */
    public double of(long inputTokens, long outputTokens) {
        return (inputTokens * input + outputTokens * output) / MILLION;
    }
}
