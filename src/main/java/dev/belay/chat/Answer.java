package dev.belay.chat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a turn came to.
 *
 * @param text everything that was shown of the answer itself, and nothing else
 * @param thought how many characters of reasoning came, which are paid for as well
 * @param outcome how it ended
 * @param usage tokens as the provider told them
 * @param estimate what it did not tell, estimated
 * @param elapsed from asking to the end
 * @param aftermath what the far side is known to have done after a stop; empty when unknown
 * @param receipt the name under which the provider keeps its account of it; empty for none
 * @param firstToken from asking to the first piece, thinking included; empty when none came
 */
public record Answer(
        String text,
        int thought,
        Outcome outcome,
        Usage usage,
        Estimate estimate,
        Duration elapsed,
        String aftermath,
        String receipt,
        Optional<Duration> firstToken) {

    /** Estimated by its length, and without a receipt. */
    public Answer(String text, int thought, Outcome outcome, Usage usage, Duration elapsed, String aftermath) {
        this(text, thought, outcome, usage, Estimate.ofText(text, thought), elapsed, aftermath, "", Optional.empty());
    }

    /** Output tokens, told or, failing that, estimated from what came. */
    public long outputTokens() {
        return isEstimated() ? estimate.outputTokens() : usage.outputTokens().orElse(0);
    }

    /** Whether {@link #outputTokens} is an estimate. Nothing received is a true nought; something received never is. */
    public boolean isEstimated() {
        return usage.outputTokens().orElse(0) == 0 && text.length() + thought > 0;
    }

    /** What it cost in US dollars, told or, failing that, estimated; empty where nobody knows. */
    public OptionalDouble dollars() {
        return usage.dollars().isPresent() ? usage.dollars() : estimate.dollars();
    }

    /** This answer, judged otherwise. */
    public Answer as(Outcome judged) {
        return new Answer(text, thought, judged, usage, estimate, elapsed, aftermath, receipt, firstToken);
    }

    /** This answer, with the usage that its provider told later on. */
    public Answer settled(Usage told) {
        return new Answer(text, thought, outcome, told, estimate, elapsed, aftermath, receipt, firstToken);
    }
}
