package dev.belay.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads texts that are to be one JSON document and nothing else. */
final class Documents {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Documents() {}

    static JsonNode read(String text) throws JsonProcessingException {
        return STRICT.readTree(text);
    }

    /** Where and why a text is no JSON. */
    static String words(JsonProcessingException broken) {
        String place = broken.getLocation() == null
                ? ""
                : "line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ": ";
        String message = broken.getOriginalMessage();
        return place
                + message.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + Findings.shortened(message.substring(1));
    }
}
