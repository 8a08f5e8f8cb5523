package dev.belay.session;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Answer;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the provider did not tell of an answer, as far as it was estimated when that ended: kept apart from what it told, and
 * never waited for.
 */
final class EstimateField {

    private EstimateField() {}

    /** A field with the numbers that are estimates; none when all was told, or nothing is known. */
    static void write(JsonGenerator json, Answer answer) throws IOException {
        OptionalLong input = answer.usage().inputTokens().isPresent()
                ? OptionalLong.empty()
                : answer.estimate().inputTokens();
        OptionalDouble dollars = answer.usage().dollars().isPresent()
                ? OptionalDouble.empty()
                : answer.estimate().dollars();
        if (input.isEmpty() && !answer.isEstimated() && dollars.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("estimate");
        if (input.isPresent()) {
            json.writeNumberField("input_tokens", input.getAsLong());
        }
        if (answer.isEstimated()) {
            json.writeNumberField("output_tokens", answer.outputTokens());
        }
        if (dollars.isPresent()) {
            json.writeNumberField("cost_usd", dollars.getAsDouble());
        }
        json.writeEndObject();
    }
}
