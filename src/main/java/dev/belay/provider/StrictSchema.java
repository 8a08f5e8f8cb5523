package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Whether a JSON schema is one that OpenAI's services enforce to the letter. Asked to enforce any other they refuse the
 * question; not asked, they follow it as well as the model can.
 */
final class StrictSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> ENFORCED = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "const",
            "anyOf",
            "$ref",
            "$defs",
            "definitions",
            "title",
            "description",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems");

    private StrictSchema() {}

    /** False for a text that is no JSON, too. */
    static boolean is(String schema) {
        try {
            JsonNode root = JSON.readTree(schema);
            return root.path("type").asText().equals("object") && !root.has("anyOf") && isEnforced(root);
        } catch (JsonProcessingException broken) {
            return false;
        }
    }

    private static boolean isEnforced(JsonNode schema) {
        for (Iterator<String> names = schema.fieldNames(); names.hasNext(); ) {
            if (!ENFORCED.contains(names.next())) {
                return false;
            }
        }
        return schema.isObject()
                && (!isAboutObjects(schema) || isClosed(schema))
                && (schema.path("items").isMissingNode() || isEnforced(schema.path("items")))
                && areEnforced(schema.path("properties"))
                && areEnforced(schema.path("anyOf"))
                && areEnforced(schema.path("$defs"))
                && areEnforced(schema.path("definitions"));
    }

    private static boolean areEnforced(JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (!isEnforced(schema)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAboutObjects(JsonNode schema) {
        return schema.has("properties") || schema.path("type").toString().contains("\"object\"");
    }

    /** Every property has to be there, and no other may be. */
    private static boolean isClosed(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> properties = new HashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        return required.equals(properties)
                && schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean();
    }
}
