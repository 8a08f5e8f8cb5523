package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import dev.belay.wire.Framing;
import dev.belay.wire.Post;
import dev.belay.wire.Refusal;
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

class OllamaChatTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OllamaChat DIALECT =
            new OllamaChat(new Endpoint("http://h:11434", Optional.of(new Secret("k1")), "OLLAMA_API_KEY"));

    private static JsonNode body(Prompt prompt) throws IOException {
        return JSON.readTree(DIALECT.post(prompt).body());
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static Attachment file(String name, String type) {
        return new Attachment(name, type, "hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aQuestionIsSentInOllamasOwnForm() throws IOException {
        Prompt prompt = new Prompt("m", "Be brief.", List.of(Message.user("q"), Message.assistant("Half an")));
        assertEquals(
                json("{'model':'m','messages':[{'role':'system','content':'Be brief.'},{'role':'user','content':'q'},"
                        + "{'role':'assistant','content':'Half an'}],'stream':true,'options':{}}"),
                body(prompt));
        Post post = DIALECT.post(prompt);
        assertEquals("http://h:11434/api/chat", post.url());
        assertEquals(Map.of("User-Agent", "belay", "Authorization", "Bearer k1"), post.headers());
        assertEquals(Framing.LINES, DIALECT.framing());
    }

    @Test
    void allParametersAreSent() throws IOException {
        Parameters all = new Parameters(
                OptionalDouble.of(0.5),
                OptionalLong.of(900),
                List.of("END"),
                Optional.of("high"),
                Optional.of("{\"type\":\"object\"}"));
        JsonNode sent = body(new Prompt("m", "", List.of(Message.user("q")), all));
        assertEquals(json("{'temperature':0.5,'num_predict':900,'stop':['END']}"), sent.path("options"));
        assertEquals("high", sent.path("think").asText());
        assertEquals(json("{'type':'object'}"), sent.path("format"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"none, false", "low, 'low'", "medium, 'medium'", "max, 'max'", "minimal, true", "on, true"})
    void howMuchToThinkIsAWordOrJustWhether(String effort, String think) throws IOException {
        Parameters parameters = new Parameters(
                OptionalDouble.empty(), OptionalLong.empty(), List.of(), Optional.of(effort), Optional.empty());
        assertEquals(
                json(think),
                body(new Prompt("m", "", List.of(Message.user("q")), parameters))
                        .path("think"));
    }

    @Test
    void picturesTravelBesideTheWordsAndTextFilesInThem() throws IOException {
        Message message = Message.user("See.", List.of(file("a.png", "image/png"), file("b.txt", "text/plain")));
        assertEquals(
                json("{'role':'user','content':'b.txt:\\n```\\nhello\\n```\\n\\nSee.','images':['aGVsbG8=']}"),
                body(new Prompt("m", "", List.of(message))).at("/messages/0"));
    }

    @Test
    void aDocumentIsRefusedInASentenceThatHelps() {
        Message message = Message.user("See.", List.of(file("b.pdf", "application/pdf")));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> DIALECT.post(new Prompt("m", "", List.of(message))));
        assertEquals(Kind.FILE, refused.problem().kind());
        assertTrue(refused.problem().message().contains("b.pdf"), refused.getMessage());
        assertTrue(refused.problem().hint().contains("text"), refused.getMessage());
    }

    @Test
    void modelsAreThoseOnTheMachine() {
        assertEquals("http://h:11434/api/tags", DIALECT.listUrl());
        String list =
                "{'models':[{'name':'llama3.2:latest','model':'llama3.2:latest','size':1},{'name':'qwen3:4b'},{'size':2}]}";
        assertEquals(List.of("llama3.2:latest", "qwen3:4b"), DIALECT.models(list.replace('\'', '"')));
        assertEquals(List.of(), DIALECT.models("{\"models\":null}"));
        assertThrows(ProblemException.class, () -> DIALECT.models("Ollama is running"));
    }

    @Test
    void aModelThatIsNotThereCanBeFetched() {
        Refusal missing = new Refusal(404, Map.of(), "{\"error\":\"model 'm' not found\"}", "http://h:11434/api/chat");
        assertEquals(
                "HTTP 404: model 'm' not found",
                DIALECT.refused(missing).problem().message());
        assertTrue(DIALECT.refused(missing).problem().hint().contains("ollama pull"));
        Refusal elsewhere = new Refusal(404, Map.of(), "404 page not found", "http://h:11434/api/chat");
        assertFalse(DIALECT.refused(elsewhere).problem().hint().contains("pull"));
        OllamaChat cloud = new OllamaChat(new Endpoint("https://ollama.com", Optional.empty(), ""));
        assertFalse(cloud.refused(missing).problem().hint().contains("pull"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'message':null,'done':false}",
                "{'message':[{'content':'x'}],'response':{'a':1},'thinking':7}",
                "{'message':{'content':{'a':[1]},'tool_calls':{'name':'x'},'thinking':null},'done':'true'}",
                "{'done':{'a':true},'done_reason':[1],'eval_count':{'a':1},'error':null}",
                "{}",
                "[]",
                "null"
            })
    void oddShapesSayNothing(String line) {
        List<Signal> signals = new ArrayList<>();
        DIALECT.decoder().frame(null, line.replace('\'', '"'), signals::add);
        assertEquals(List.of(), signals);
    }
}
