package dev.belay.session;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * When and how a message was asked.
 *
 * @param when as the journal writes it; empty for now
 * @param maxTokens the longest answer, where that was limited
 * @param session the one in which it was asked, when this is a copy; else empty
 * @param turn its number there
 */
record Circumstances(String when, OptionalLong maxTokens, String session, int turn) {

    /** Nothing is known but when it was. */
    static Circumstances at(String when) {
        return new Circumstances(when, OptionalLong.empty(), "", 0);
    }

    /** As a message's record tells them. */
    static Circumstances of(JsonNode record) {
        JsonNode limit = record.path("max_tokens");
        JsonNode copied = record.path("copied");
        return new Circumstances(
                record.path("at").asText(),
                limit.canConvertToLong() ? OptionalLong.of(limit.asLong()) : OptionalLong.empty(),
                copied.path("session").asText(),
                Numbers.turn(copied, "turn"));
    }

    /** The fields that a message's record has besides; whoever counts must be able to tell a copy from what was asked. */
    void write(JsonGenerator json) throws IOException {
        if (maxTokens.isPresent()) {
            json.writeNumberField("max_tokens", maxTokens.getAsLong());
        }
        if (turn > 0) {
            json.writeObjectFieldStart("copied");
            json.writeStringField("session", session);
            json.writeNumberField("turn", turn);
            json.writeEndObject();
        }
    }
}
