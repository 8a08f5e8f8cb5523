package dev.belay.chat;

import java.time.Duration;

/**
 * What a turn came to.
 *
 * @param text everything that was shown, and nothing else
 * @param outcome how it ended
 * @param usage tokens as the provider told them
 * @param elapsed from asking to the end
 * @param aftermath what the far side is known to have done after a stop; empty when unknown
 */
public record Answer(String text, Outcome outcome, Usage usage, Duration elapsed, String aftermath) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** Output tokens, told or, failing that, estimated from the text's length. */
    public long outputTokens() {
        return usage.outputTokens().orElse((text.length() + CHARACTERS_PER_TOKEN - 1L) / CHARACTERS_PER_TOKEN);
    }

    /** Whether {@link #outputTokens} is an estimate. Nothing shown is a true zero. */
    public boolean isEstimated() {
        return usage.outputTokens().isEmpty() && !text.isEmpty();
    }
}
