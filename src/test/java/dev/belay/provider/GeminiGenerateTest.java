package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Attachment;
import dev.belay.chat.Event.Counted;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Parameters;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import dev.belay.wire.Decoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiGenerateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GeminiGenerate DIALECT =
            new GeminiGenerate(new Endpoint("https://h", Optional.of(new Secret("AIza1")), "GEMINI_API_KEY"));

    private static JsonNode body(Prompt prompt) throws IOException {
        return JSON.readTree(DIALECT.post(prompt).body());
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static JsonNode config(String model, Parameters parameters) throws IOException {
        return body(new Prompt(model, "", List.of(Message.user("q")), parameters))
                .path("generationConfig");
    }

    private static Parameters reasoning(String effort) {
        return new Parameters(
                OptionalDouble.empty(), OptionalLong.empty(), List.of(), Optional.of(effort), Optional.empty());
    }

    private static Attachment file(String name, String type) {
        return new Attachment(name, type, "hello".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-3.5-flash, gemini-3.5-flash",
        "models/gemini-3.5-flash, gemini-3.5-flash",
        "../../v1/x?y#z, ..%2F..%2Fv1%2Fx%3Fy%23z",
        "a b+c:d, a%20b%2Bc%3Ad",
        "grüße, gr%C3%BC%C3%9Fe"
    })
    void theModelIsPartOfTheAddressAndCannotLeaveItsPlace(String model, String inPath) {
        String url =
                DIALECT.post(new Prompt(model, "", List.of(Message.user("q")))).url();
        assertEquals("https://h/v1beta/models/" + inPath + ":streamGenerateContent?alt=sse", url);
    }

    @Test
    void theKeyTravelsInItsHeaderAndNotInTheAddress() {
        assertEquals(Map.of("User-Agent", "belay", "x-goog-api-key", "AIza1"), DIALECT.headers());
        assertFalse(DIALECT.post(new Prompt("m", "", List.of(Message.user("q"))))
                .url()
                .contains("AIza1"));
    }

    @Test
    void theHistoryIsSentWithoutWhatIsBlank() throws IOException {
        assertEquals(
                json("{'systemInstruction':{'parts':[{'text':'Be brief.'}]},'contents':["
                        + "{'role':'user','parts':[{'text':'q'}]},{'role':'model','parts':[{'text':'Half an'}]},"
                        + "{'role':'user','parts':[{'text':'q2'}]}],'generationConfig':{}}"),
                body(new Prompt(
                        "m",
                        "Be brief.",
                        List.of(
                                Message.user("q"),
                                Message.assistant("Half an"),
                                Message.user(" "),
                                Message.assistant(""),
                                Message.user("q2")))));
        assertFalse(body(new Prompt("m", "", List.of(Message.user("q")))).has("systemInstruction"));
    }

    @Test
    void aPrefillIsTheModelsOwnTurnAtTheEnd() throws IOException {
        JsonNode sent = body(new Prompt("m", "", List.of(Message.user("q"), Message.assistant("Half an"))));
        assertEquals(json("{'role':'model','parts':[{'text':'Half an'}]}"), sent.at("/contents/1"));
    }

    @Test
    void picturesAndDocumentsGoBeforeTheWords() throws IOException {
        Message message = Message.user("See.", List.of(file("a.png", "image/png"), file("b.pdf", "application/pdf")));
        assertEquals(
                json("[{'inlineData':{'mimeType':'image/png','data':'aGVsbG8='}},"
                        + "{'inlineData':{'mimeType':'application/pdf','data':'aGVsbG8='}},{'text':'See.'}]"),
                body(new Prompt("m", "", List.of(message))).at("/contents/0/parts"));
        Message alone = Message.user("", List.of(file("a.png", "image/png")));
        assertEquals(
                1,
                body(new Prompt("m", "", List.of(alone)))
                        .at("/contents/0/parts")
                        .size());
    }

    @Test
    void allParametersAreSent() throws IOException {
        Parameters all = new Parameters(
                OptionalDouble.of(0.5),
                OptionalLong.of(900),
                List.of("END"),
                Optional.empty(),
                Optional.of("{\"type\":\"object\"}"));
        assertEquals(
                json("{'temperature':0.5,'maxOutputTokens':900,'stopSequences':['END'],"
                        + "'responseMimeType':'application/json','responseJsonSchema':{'type':'object'}}"),
                config("gemini-3.5-flash", all));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gemini-3.5-flash | high | {'thinkingLevel':'high','includeThoughts':true}",
                "gemini-3-pro-preview | low | {'thinkingLevel':'low','includeThoughts':true}",
                "gemini-flash-latest | none | {'thinkingLevel':'minimal','includeThoughts':false}",
                "gemini-2.5-flash | none | {'thinkingBudget':0,'includeThoughts':false}",
                "gemini-2.5-pro | high | {'thinkingBudget':16384,'includeThoughts':true}",
                "models/gemini-2.5-pro | 4096 | {'thinkingBudget':4096,'includeThoughts':true}"
            })
    void eachFamilyIsToldInItsOwnWayHowMuchToThink(String model, String effort, String thinking) throws IOException {
        assertEquals(json(thinking), config(model, reasoning(effort)).path("thinkingConfig"));
    }

    @Test
    void anEffortThatAFamilyDoesNotKnowIsSaid() {
        Prompt prompt = new Prompt("gemini-2.5-pro", "", List.of(Message.user("q")), reasoning("some"));
        ProblemException problem = assertThrows(ProblemException.class, () -> DIALECT.post(prompt));
        assertTrue(problem.getMessage().contains("“some”"), problem.getMessage());
    }

    @Test
    void modelsAreThoseThatCanBeAsked() {
        assertEquals("https://h/v1beta/models?pageSize=1000", DIALECT.listUrl());
        String list =
                "{'models':[{'name':'models/gemini-3.5-flash','supportedGenerationMethods':['generateContent','countTokens']},"
                        + "{'name':'models/gemini-embedding-001','supportedGenerationMethods':['embedContent']},{'name':'models/x'}]}";
        assertEquals(List.of("gemini-3.5-flash"), DIALECT.models(list.replace('\'', '"')));
        assertEquals(List.of(), DIALECT.models("{}"));
        assertThrows(ProblemException.class, () -> DIALECT.models("<html>"));
    }

    private static List<Signal> decode(Decoder decoder, String... frames) {
        List<Signal> signals = new ArrayList<>();
        for (String frame : frames) {
            decoder.frame(null, frame.replace('\'', '"'), signals::add);
        }
        return signals;
    }

    @Test
    void tokensAreToldWhenTheyChangeAndThoughtsAreTokensToo() {
        String counts = "{'usageMetadata':{'promptTokenCount':5,'candidatesTokenCount':%d,'thoughtsTokenCount':3}}";
        List<Signal> signals = decode(
                DIALECT.decoder(),
                "{'usageMetadata':{'promptTokenCount':5}}",
                String.format(counts, 1),
                String.format(counts, 1),
                String.format(counts, 4));
        List<String> told = signals.stream()
                .map(signal -> ((Counted) signal).usage())
                .map(usage -> usage.inputTokens().orElse(-1) + "/"
                        + usage.outputTokens().orElse(-1))
                .toList();
        assertEquals(List.of("5/-1", "5/4", "5/7"), told);
    }

    @Test
    void theFirstReasonSaysThatTheEndIsNearAndTheLastOneCounts() {
        Decoder decoder = DIALECT.decoder();
        decode(decoder, "{'candidates':[{'content':{'parts':[{'text':'a'}]}}]}");
        assertFalse(decoder.isClosing());
        decode(decoder, "{'candidates':[{'finishReason':'STOP'}]}");
        assertTrue(decoder.isClosing());
        decode(decoder, "{'candidates':[{'finishReason':'SAFETY'}]}");
        assertEquals("Complete[reason=SAFETY]", decoder.ended("").toString());
    }

    @Test
    void anErrorBesideTheEventsIsFoundThoughTheirBeginningIsForgotten() {
        String tail =
                "cut\"}]}}]}\r\n\r\ndata: {}\r\n\r\n{\r\n  \"error\": {\r\n    \"message\": \"adrift\"\r\n  }\r\n}\r\n";
        assertEquals(
                "adrift", ((Failed) DIALECT.decoder().ended(tail)).problem().message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'candidates':{'a':1},'usageMetadata':[1],'promptFeedback':'x'}",
                "{'candidates':[null]}",
                "{'candidates':[{'content':[1],'finishReason':null},{'content':{'parts':{'text':'x'}}}]}",
                "{'candidates':[{'content':{'parts':[{'text':7,'thought':'x','functionCall':[1]}]}}]}",
                "{'promptFeedback':{'blockReason':null,'safetyRatings':[{'blockReason':'X'}]}}",
                "{}",
                "[]",
                "",
                "hello"
            })
    void oddShapesSayNothing(String frame) {
        Decoder decoder = DIALECT.decoder();
        assertEquals(List.of(), decode(decoder, frame));
        assertFalse(decoder.isClosing());
    }
}
