package dev.belay.chat;

import java.util.OptionalLong;

/** Tokens as a provider counted them; absent means that it did not say. */
public record Usage(OptionalLong inputTokens, OptionalLong outputTokens) {
    public static final Usage UNKNOWN = new Usage(OptionalLong.empty(), OptionalLong.empty());

    public boolean isKnown() {
        return inputTokens.isPresent() || outputTokens.isPresent();
    }
}
