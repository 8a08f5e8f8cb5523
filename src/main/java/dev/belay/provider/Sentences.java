package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Finds the words for a person in the JSON of an error. */
final class Sentences {

    /** Where words are, the best first; the last are for machines, and better than none. */
    private static final String[] PLACES = {
        "error", "message", "detail", "msg", "error_description", "errors", "details", "title", "reason", "type", "code"
    };

    private Sentences() {}

    /** The provider's own sentence, on one line; empty when there is none. */
    static String in(JsonNode node) {
        if (node.isTextual()) {
            return inText(node.asText());
        }
        if (node.isArray()) {
            return inList(node);
        }
        for (String place : PLACES) {
            String found = node.has(place) ? in(node.path(place)) : "";
            if (!found.isEmpty()) {
                return found + where(node) + upstream(node);
            }
        }
        return "";
    }

    /** Gateways pass the JSON on that they were told. */
    private static String inText(String text) {
        String line = oneLine(text);
        if (line.startsWith("{") || line.startsWith("[{")) {
            try {
                return in(new ObjectMapper().readTree(line));
            } catch (JsonProcessingException noJson) {
                return line;
            }
        }
        return line;
    }

    private static String inList(JsonNode list) {
        List<String> all = new ArrayList<>();
        for (JsonNode element : list) {
            String found = in(element);
            if (!found.isEmpty()) {
                all.add(found);
            }
        }
        return String.join("; ", all);
    }

    /** The field of the request that is wrong, as FastAPI tells it. */
    private static String where(JsonNode node) {
        List<String> path = new ArrayList<>();
        for (JsonNode step : node.path("loc")) {
            path.add(step.asText());
        }
        path.remove("body");
        return path.isEmpty() ? "" : " (" + String.join(".", path) + ")";
    }

    /** What the host behind a router said, and which it was. */
    private static String upstream(JsonNode node) {
        String raw = in(node.path("metadata").path("raw"));
        String name = node.path("metadata").path("provider_name").asText();
        return raw.isEmpty() ? "" : " (" + (name.isEmpty() ? "" : name + ": ") + raw + ")";
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
