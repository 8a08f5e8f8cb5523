package dev.belay.chat;

import java.time.Duration;

/**
 * What a turn came to.
 *
 * @param text everything that was shown of the answer itself, and nothing else
 * @param thought how many characters of reasoning came, which are paid for as well
 * @param outcome how it ended
 * @param usage tokens as the provider told them
 * @param elapsed from asking to the end
 * @param aftermath what the far side is known to have done after a stop; empty when unknown
 */
public record Answer(String text, int thought, Outcome outcome, Usage usage, Duration elapsed, String aftermath) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** Output tokens, told or, failing that, estimated from the length of what came. */
    public long outputTokens() {
        return isEstimated()
                ? (text.length() + thought + CHARACTERS_PER_TOKEN - 1L) / CHARACTERS_PER_TOKEN
                : usage.outputTokens().orElse(0);
    }

    /** Whether {@link #outputTokens} is an estimate. Nothing received is a true nought; something received never is. */
    public boolean isEstimated() {
        return usage.outputTokens().orElse(0) == 0 && text.length() + thought > 0;
    }
}
