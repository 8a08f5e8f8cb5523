package dev.belay.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes a validator of a schema, once it is known to be one. Lives on one thread. */
final class Compilation {

    /** A schema that refers to itself without end does so for one of them. */
    private static final List<JsonNode> TRIALS = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.arrayNode());

    /** How the validator tells of a place in the schema that is not there; what it puts before the colon is empty. */
    private static final Pattern REFERENCE = Pattern.compile("(?:.*: )?Reference (/.*) cannot be resolved");

    private final OwnSchemas schemas = new OwnSchemas();
    private final SchemaValidatorsConfig config;

    Compilation(Patience patience) {
        this.config = SchemaValidatorsConfig.builder()
                .locale(Locale.ROOT)
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(patience::pattern)
                .preloadJsonSchema(true)
                .build();
    }

    JsonSchema compile(String text) {
        JsonNode node = object(text);
        VersionFlag version = version(node);
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                version, builder -> builder.schemaLoaders(loaders -> loaders.add(schemas)));
        try {
            check(node, factory.getSchema(SchemaLocation.of(version.getId()), config));
            JsonSchema compiled = factory.getSchema(node, config);
            compiled.initializeValidators();
            TRIALS.forEach(compiled::validate);
            return compiled;
        } catch (JsonSchemaException unusable) {
            throw new BadSchema(words(unusable, node));
        } catch (StackOverflowError endless) {
            throw new BadSchema("it refers to itself without end");
        }
    }

    private static JsonNode object(String text) {
        try {
            JsonNode node = Documents.read(text);
            if (node.isObject()) {
                return node;
            }
            throw new BadSchema("a JSON schema is an object, in braces");
        } catch (JsonProcessingException broken) {
            throw new BadSchema("it is no JSON: " + Documents.words(broken));
        }
    }

    private static VersionFlag version(JsonNode node) {
        try {
            return SpecVersionDetector.detectOptionalVersion(node, true).orElse(VersionFlag.V202012);
        } catch (JsonSchemaException unknown) {
            throw new BadSchema("/$schema: “" + node.path("$schema").asText()
                    + "” is none of the drafts 4, 6, 7, 2019-09 and 2020-12 of json-schema.org");
        }
    }

    private static void check(JsonNode node, JsonSchema draft) {
        Set<ValidationMessage> found = draft.validate(node);
        if (!found.isEmpty()) {
            throw new BadSchema(Findings.first(found));
        }
    }

    private String words(JsonSchemaException unusable, JsonNode node) {
        if (!schemas.refused().isEmpty()) {
            return "it refers to “" + schemas.refused()
                    + "”, and nothing is fetched; put that under $defs in the same file";
        }
        Throwable cause = unusable;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof FileNotFoundException missing) {
            return "it refers to “" + missing.getMessage() + "”, which is not there";
        }
        if (cause instanceof PatternSyntaxException pattern) {
            return Findings.shortened(Places.of(pattern.getPattern(), node) + "“" + pattern.getPattern()
                    + "” is no regular expression: " + pattern.getDescription().toLowerCase(Locale.ROOT));
        }
        Matcher reference = REFERENCE.matcher(String.valueOf(cause.getMessage()));
        if (reference.matches()) {
            String target = reference.group(1);
            return Findings.shortened(
                    Places.of("#" + target, node) + "it refers to “#" + target + "”, which is not there");
        }
        return Findings.shortened(String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*", " "));
    }
}
