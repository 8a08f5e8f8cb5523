package dev.belay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Answer;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an answer took, as far as that is known.
 *
 * @param isEstimated whether any of it is an estimate of this side
 */
record Used(OptionalLong input, OptionalLong output, OptionalDouble dollars, boolean isEstimated) {

    static final Used NOTHING = new Used(OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty(), false);

    /** Told or, where something came that nobody has counted, estimated. */
    static Used of(Answer answer, Origin.Prices prices) {
        Usage told = answer.usage();
        boolean nothingCame = answer.text().length() + answer.thought() == 0;
        if (nothingCame && !told.isKnown()) {
            return of(told);
        }
        OptionalLong input = told.inputTokens().isPresent()
                ? told.inputTokens()
                : answer.estimate().inputTokens();
        OptionalLong output = answer.isEstimated() ? OptionalLong.of(answer.outputTokens()) : told.outputTokens();
        OptionalDouble dollars = answer.dollars();
        if (dollars.isEmpty() && input.isPresent() && output.isPresent()) {
            dollars = prices.dollars(input.getAsLong(), output.getAsLong());
        }
        boolean isEstimated = answer.isEstimated()
                || input.isPresent() && told.inputTokens().isEmpty()
                || dollars.isPresent() && told.dollars().isEmpty();
        return new Used(input, output, dollars, isEstimated);
    }

    /** As it was told. */
    static Used of(Usage told) {
        return new Used(told.inputTokens(), told.outputTokens(), told.dollars(), false);
    }

    /** This and what another answer took. */
    Used and(Used other) {
        return new Used(
                sum(input, other.input),
                sum(output, other.output),
                sum(dollars, other.dollars),
                isEstimated || other.isEstimated);
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong two) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.isEmpty() ? two : one;
        }
        return OptionalLong.of(one.getAsLong() + two.getAsLong());
    }

    private static OptionalDouble sum(OptionalDouble one, OptionalDouble two) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.isEmpty() ? two : one;
        }
        return OptionalDouble.of(one.getAsDouble() + two.getAsDouble());
    }

    boolean isKnown() {
        return input.isPresent() || output.isPresent() || dollars.isPresent();
    }

    /** The tokens, without a word on whether they are estimated. */
    void writeTokens(JsonGenerator json) throws IOException {
        if (input.isPresent()) {
            json.writeNumberField("input_tokens", input.getAsLong());
        }
        if (output.isPresent()) {
            json.writeNumberField("output_tokens", output.getAsLong());
        }
    }

    void writeDollars(JsonGenerator json) throws IOException {
        if (dollars.isPresent()) {
            json.writeNumberField("cost_usd", dollars.getAsDouble());
        }
    }
}
