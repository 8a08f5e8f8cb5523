package dev.belay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Finds where in a document a text stands. */
final class Places {

    private Places() {}

    /** {@code /properties/name/pattern: } for the first value or name that is the text; empty where there is none. */
    static String of(String text, JsonNode document) {
        String place = search(text, document, "");
        return place.isEmpty() ? "" : place + ": ";
    }

    private static String search(String text, JsonNode node, String at) {
        if (node.isTextual() && node.asText().equals(text)) {
            return at;
        }
        String found = "";
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String place = at + "/" + each.getKey();
            found = each.getKey().equals(text) ? place : search(text, each.getValue(), place);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (int i = 0; node.isArray() && i < node.size() && found.isEmpty(); i++) {
            found = search(text, node.get(i), at + "/" + i);
        }
        return found;
    }
}
