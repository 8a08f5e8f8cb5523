package dev.belay.session;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Usage;
import java.io.IOException;

/** What the provider told of an answer's numbers, as the journal and exports write it. */
public final class UsageField {

    private UsageField() {}

    /** A field with what is known of it; none when that is nothing. */
    public static void write(JsonGenerator json, Usage usage) throws IOException {
        if (!usage.isKnown() && usage.dollars().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("usage");
        if (usage.inputTokens().isPresent()) {
            json.writeNumberField("input_tokens", usage.inputTokens().getAsLong());
        }
        if (usage.outputTokens().isPresent()) {
            json.writeNumberField("output_tokens", usage.outputTokens().getAsLong());
        }
        if (usage.dollars().isPresent()) {
            json.writeNumberField("cost_usd", usage.dollars().getAsDouble());
        }
        json.writeEndObject();
    }
}
