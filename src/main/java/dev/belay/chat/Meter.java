package dev.belay.chat;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Counts tokens that nobody told, and knows what they cost. Told how long an answer streams, it may make itself ready aside;
 * what it is not ready for in the moment of a stop it leaves to an estimate: a stop waits for nothing.
 */
public interface Meter {

    /** Knows the length of the text and nothing else. */
    Meter CHARACTERS = new Meter() {};

    /** How many tokens a text has, about. */
    default long tokens(String text) {
        return Estimate.ofLength(text.length());
    }

    /** What this many tokens cost in US dollars, about; empty where that is not known, or not yet. */
    default OptionalDouble dollars(long inputTokens, long outputTokens) {
        return OptionalDouble.empty();
    }

    /** An answer has been streaming for so long; called for each of its pieces, and must return at once. */
    default void streaming(Duration soFar) {}
}
