package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.Prompt;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema as each dialect is sent it. */
class SchemaFormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CLOSED =
            "{'type':'object','properties':{'name':{'type':'string'},'tags':{'type':'array','items':{'$ref':'#/$defs/tag'}}},"
                    + "'required':['tags','name'],'additionalProperties':false,"
                    + "'$defs':{'tag':{'anyOf':[{'type':'string','enum':['a','b']},{'type':'null'}]}}}";

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static JsonNode body(Dialects dialect, String schema) throws IOException {
        Prompt prompt =
                new Prompt("m", "", List.of(Message.user("q")), Parameters.following(Optional.of(json(schema))));
        return JSON.readTree(dialect.at(new Endpoint("https://h", Optional.empty(), ""))
                .post(prompt)
                .body());
    }

    private static void assertSent(String expected, JsonNode sent) throws IOException {
        assertEquals(JSON.readTree(json(expected)), sent);
    }

    @Test
    void eachDialectHasItsOwnPlaceForASchema() throws IOException {
        assertSent(
                "{'type':'json_schema','json_schema':{'name':'answer','strict':true,'schema':" + CLOSED + "}}",
                body(Dialects.CHAT, CLOSED).path("response_format"));
        assertSent(
                "{'format':{'type':'json_schema','name':'answer','strict':true,'schema':" + CLOSED + "}}",
                body(Dialects.RESPONSES, CLOSED).path("text"));
        assertSent(
                "{'format':{'type':'json_schema','schema':" + CLOSED + "}}",
                body(Dialects.ANTHROPIC, CLOSED).path("output_config"));
        assertSent(
                "{'responseMimeType':'application/json','responseJsonSchema':" + CLOSED + "}",
                body(Dialects.GEMINI, CLOSED).path("generationConfig"));
        assertSent(CLOSED, body(Dialects.OLLAMA, CLOSED).path("format"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'object'}",
                "{'type':'object','properties':{'a':{'type':'string'}},'required':['a']}",
                "{'type':'object','properties':{'a':{'type':'string'}},'required':['a'],'additionalProperties':true}",
                "{'type':'object','properties':{'a':{'type':'string'}},'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':'object'}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':['object','null']}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':'string','minLength':2}},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':true},'required':['a'],'additionalProperties':false}",
                "{'type':'object','properties':{},'required':[],'additionalProperties':false,'allOf':[]}",
                "{'type':'object','properties':{},'additionalProperties':false,'$defs':{'x':{'oneOf':[]}}}",
                "{'anyOf':[],'type':'object','properties':{},'additionalProperties':false}",
                "{'type':'array','items':{'type':'string'}}"
            })
    void whatOpenAiDoesNotEnforceIsNotToBeEnforced(String schema) throws IOException {
        assertEquals(
                false,
                body(Dialects.CHAT, schema)
                        .path("response_format")
                        .path("json_schema")
                        .path("strict")
                        .asBoolean(true));
        assertEquals(
                false,
                body(Dialects.RESPONSES, schema)
                        .path("text")
                        .path("format")
                        .path("strict")
                        .asBoolean(true));
        assertSent(
                schema,
                body(Dialects.CHAT, schema)
                        .path("response_format")
                        .path("json_schema")
                        .path("schema"));
    }

    @Test
    void anthropicIsSentObjectsThatAreClosedAndNoLimits() throws IOException {
        assertSent(
                "{'type':'object','properties':{'minimum':{'type':'integer'},'list':{'type':'array','items':"
                        + "{'type':'object','properties':{'x':{'type':'string'}},'additionalProperties':false}}},"
                        + "'additionalProperties':false}",
                body(
                                Dialects.ANTHROPIC,
                                "{'type':'object','properties':{'minimum':{'type':'integer','minimum':0,'multipleOf':2},"
                                        + "'list':{'type':'array','minItems':2,'maxItems':9,'uniqueItems':true,'items':"
                                        + "{'type':'object','properties':{'x':{'type':'string','maxLength':3}}}}}}")
                        .path("output_config")
                        .path("format")
                        .path("schema"));
    }

    @Test
    void whatSaysItselfWhetherItIsClosedStaysAsItIs() throws IOException {
        for (String schema : Set.of(
                "{'type':'object','properties':{},'additionalProperties':true}",
                "{'type':'object'}",
                "{'properties':{'a':{'type':'string'}},'allOf':[{'properties':{'b':{'type':'string'}}}]}")) {
            assertSent(
                    schema,
                    body(Dialects.ANTHROPIC, schema)
                            .path("output_config")
                            .path("format")
                            .path("schema"));
        }
    }
}
