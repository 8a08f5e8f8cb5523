package dev.belay.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.util.OptionalLong;

/** How a response stands, as it was told last, whole or within an event. Lives for one answer on the call's thread. */
final class OpenAiResponse {

    private String status = "";
    private String cutBy = "";
    private String error = "";
    private Usage usage = Usage.UNKNOWN;

    /** Where the response's items are read, if at all. */
    interface Output {
        void read(JsonParser items) throws IOException;
    }

    /**
     * Takes the place of what was told before.
     *
     * @param json at the value
     * @param document of which the value is a part
     */
    void read(JsonParser json, String document, Output output) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        status = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "status" -> status = Payload.text(json);
                case "error" -> error = source(json, document);
                case "incomplete_details" -> cutBy = reason(json);
                case "usage" -> usage(json);
                case "output" -> output.read(json);
                default -> json.skipChildren();
            }
        }
    }

    /** The value's own JSON when it tells an error, else nothing. */
    private static String source(JsonParser json, String document) throws IOException {
        long begin = json.currentTokenLocation().getCharOffset();
        return Payload.tellsError(json)
                ? document.substring((int) begin, (int) json.currentLocation().getCharOffset())
                : "";
    }

    private static String reason(JsonParser json) throws IOException {
        String reason = "";
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("reason");
                json.nextToken();
                String value = Payload.text(json);
                reason = wanted ? value : reason;
            }
        }
        return reason;
    }

    private void usage(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        OptionalLong input = OptionalLong.empty();
        OptionalLong output = OptionalLong.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NUMBER_INT && name.equals("input_tokens")) {
                input = OptionalLong.of(json.getLongValue());
            } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("output_tokens")) {
                output = OptionalLong.of(json.getLongValue());
            } else {
                json.skipChildren();
            }
        }
        usage = new Usage(input, output);
    }

    String status() {
        return status;
    }

    boolean tellsError() {
        return !error.isEmpty();
    }

    Usage usage() {
        return usage;
    }

    /**
     * What the response came to.
     *
     * @param ending the last event's word, which counts where the status is left out
     * @param refused whether the model would not answer
     */
    Outcome outcome(String ending, boolean refused, Endpoint endpoint) {
        String told = status.isEmpty() ? ending : status;
        return switch (ending) {
            case "completed", "incomplete" ->
                new Complete(refused ? "refusal" : cutBy.isEmpty() ? told : told + ":" + cutBy);
            default -> error.isEmpty() ? Endings.gaveUp(told) : Refusals.inAnswer(error, endpoint);
        };
    }
}
