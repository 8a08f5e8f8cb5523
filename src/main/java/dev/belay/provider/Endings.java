package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import java.util.Optional;

/** How answers end badly, in the same words for every dialect. */
final class Endings {

    private static final String KEPT = "what came is kept";
    private static final String ERROR_LINE = "error:";

    private Endings() {}

    static Failed brokenOff() {
        return failed("the answer broke off without its end marker");
    }

    /** @param tail the last that came */
    static Failed brokenOff(String tail) {
        return tail.isBlank()
                ? new Failed(
                        new Problem(
                                Kind.PROTOCOL,
                                "the answer broke off before anything came",
                                "the base URL may be wrong"),
                        Retry.NEVER)
                : brokenOff();
    }

    static Failed brokenJson() {
        return failed("the server sent broken JSON");
    }

    /** The provider's own word for having stopped half-way. */
    static Failed gaveUp(String reason) {
        return failed("the provider gave up in mid-answer (" + reason + ")");
    }

    private static Failed failed(String message) {
        return new Failed(new Problem(Kind.PROTOCOL, message, KEPT), Retry.NEVER);
    }

    /**
     * An error told outside of all framing, where no event reader sees it: as a line {@code error: {…}} (llama.cpp until
     * late 2025, gpustack), or as bare JSON after the last event (Gemini).
     *
     * @param tail the last that came, as it came; its beginning may be missing
     */
    static Optional<Failed> toldIn(String tail, Endpoint endpoint) {
        // Almost always there is none, and the end of an answer must not wait for a JSON reader to be loaded.
        return tail.contains("\"error\"") || tail.contains(ERROR_LINE) ? search(tail, endpoint) : Optional.empty();
    }

    private static Optional<Failed> search(String tail, Endpoint endpoint) {
        StringBuilder bare = new StringBuilder();
        for (String line : tail.split("\r\n|\n|\r")) {
            String payload = line.startsWith(ERROR_LINE) ? line.substring(ERROR_LINE.length()) : "";
            if (!parse(payload).isEmpty()) {
                return Optional.of(Refusals.inAnswer(payload, endpoint));
            } else if (isEventField(line)) {
                bare.setLength(0);
            } else {
                bare.append(line).append('\n');
            }
        }
        JsonNode after = parse(bare.toString());
        return tells((after.isArray() ? after.path(0) : after).path("error"))
                ? Optional.of(Refusals.inAnswer(bare.toString(), endpoint))
                : Optional.empty();
    }

    private static boolean tells(JsonNode error) {
        return error.isContainerNode()
                ? !error.isEmpty()
                : error.isTextual() && !error.asText().isBlank();
    }

    private static boolean isEventField(String line) {
        return line.startsWith("data:") || line.startsWith("event:") || line.startsWith("id:") || line.startsWith(":");
    }

    private static JsonNode parse(String text) {
        String json = text.strip();
        try {
            return json.startsWith("{") || json.startsWith("[")
                    ? new ObjectMapper().readTree(json)
                    : MissingNode.getInstance();
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
