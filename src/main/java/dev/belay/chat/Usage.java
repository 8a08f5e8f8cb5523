package dev.belay.chat;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an answer used, as its provider told it; absent means that it did not say.
 *
 * @param inputTokens all that was read, from a cache or not
 * @param outputTokens all that was made, reasoning included
 * @param dollars what it cost, for the few providers that say so
 */
public record Usage(OptionalLong inputTokens, OptionalLong outputTokens, OptionalDouble dollars) {
    public static final Usage UNKNOWN = new Usage(OptionalLong.empty(), OptionalLong.empty());

    public Usage(OptionalLong inputTokens, OptionalLong outputTokens) {
        this(inputTokens, outputTokens, OptionalDouble.empty());
    }

    public boolean isKnown() {
        return inputTokens.isPresent() || outputTokens.isPresent();
    }
}
