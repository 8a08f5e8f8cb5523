package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A JSON schema as Anthropic takes it: objects say that they have no other properties, and limits of numbers and lengths, which
 * are refused there, are left out. An answer that follows it is still looked at by the schema as it was given.
 */
final class ClosedSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> REFUSED = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    private static final String ADDITIONAL = "additionalProperties";

    private ClosedSchema() {}

    /** A text that is no JSON stays as it is. */
    static String of(String schema) {
        try {
            JsonNode root = JSON.readTree(schema);
            close(root);
            return root.isObject() ? root.toString() : schema;
        } catch (JsonProcessingException broken) {
            return schema;
        }
    }

    private static void close(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        object.remove(REFUSED);
        if (object.path("minItems").asInt() > 1) {
            object.remove("minItems");
        }
        // Parts of an object that are told apart would exclude each other.
        boolean isWhole = !object.has("allOf") && !object.has("anyOf") && !object.has("oneOf");
        if (object.has("properties") && !object.has(ADDITIONAL) && isWhole) {
            object.put(ADDITIONAL, false);
        }
        close(object.path("items"));
        close(object.path(ADDITIONAL));
        for (String several : new String[] {"properties", "anyOf", "oneOf", "$defs", "definitions"}) {
            object.path(several).forEach(ClosedSchema::close);
        }
    }
}
