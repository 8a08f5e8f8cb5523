package dev.belay.session;

import com.fasterxml.jackson.core.JsonGenerator;
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
