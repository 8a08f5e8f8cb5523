package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.Problem;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.wire.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OpenAiResponsesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final OpenAiResponses DIALECT =
            new OpenAiResponses(new Endpoint("https://h/v1", Optional.of(new Secret("sk-1")), "OPENAI_API_KEY"));

    private static void assertBody(String expected, Prompt prompt) throws IOException {
        JsonNode sent = JSON.readTree(DIALECT.post(prompt).body());
        assertEquals(JSON.readTree(expected.replace('\'', '"')), sent);
    }

    private static Attachment file(String name, String type, String content) {
        return new Attachment(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Parameters reasoning(String effort) {
        return new Parameters(
                OptionalDouble.empty(), OptionalLong.empty(), List.of(), Optional.of(effort), Optional.empty());
    }

    @Test
    void aPlainQuestionIsNotStoredAtTheService() throws IOException {
        Prompt prompt = new Prompt("m", "", List.of(Message.user("q")));
        assertBody("{'model':'m','input':[{'role':'user','content':'q'}],'stream':true,'store':false}", prompt);
        Post post = DIALECT.post(prompt);
        assertEquals("https://h/v1/responses", post.url());
        assertEquals(Map.of("User-Agent", "belay", "Authorization", "Bearer sk-1"), post.headers());
        assertEquals("https://h/v1/models", DIALECT.listUrl());
    }

    @Test
    void theHistoryIsSentAsEasyMessagesWithoutBlankOnes() throws IOException {
        assertBody(
                "{'model':'m','instructions':'Be brief.','input':[{'role':'user','content':'q1'},"
                        + "{'role':'assistant','content':'Half an'},{'role':'user','content':'q2'}],'stream':true,'store':false}",
                new Prompt(
                        "m",
                        "Be brief.",
                        List.of(
                                Message.user("q1"),
                                Message.assistant("Half an"),
                                Message.assistant(" \n"),
                                Message.user(""),
                                Message.user("q2"))));
    }

    @Test
    void allParametersAreSentInTheApisOwnForm() throws IOException {
        Parameters all = new Parameters(
                OptionalDouble.of(0.5),
                OptionalLong.of(900),
                List.of(),
                Optional.of("high"),
                Optional.of("{\"type\":\"object\"}"));
        assertBody(
                "{'model':'m','input':[{'role':'user','content':'q'}],'stream':true,'store':false,'temperature':0.5,"
                        + "'max_output_tokens':900,'reasoning':{'effort':'high','summary':'auto'},'text':{'format':"
                        + "{'type':'json_schema','name':'answer','strict':false,'schema':{'type':'object'}}}}",
                new Prompt("m", "", List.of(Message.user("q")), all));
    }

    @Test
    void whoeverDoesNotThinkHasNothingToSumUp() throws IOException {
        assertBody(
                "{'model':'m','input':[{'role':'user','content':'q'}],'stream':true,'store':false,'reasoning':{'effort':'none'}}",
                new Prompt("m", "", List.of(Message.user("q")), reasoning("none")));
    }

    @Test
    void picturesAndDocumentsArePartsBeforeTheTextAndTextFilesArePartOfIt() throws IOException {
        Message message = Message.user(
                "What is this?",
                List.of(
                        file("a.png", "image/png", "png"),
                        file("b.pdf", "application/pdf", "pdf"),
                        file("c.txt", "text/plain", "Hi\n")));
        Message bare = Message.user("", List.of(file("a.png", "image/png", "png")));
        assertBody(
                "{'model':'m','input':[{'role':'user','content':["
                        + "{'type':'input_image','image_url':'data:image/png;base64,cG5n'},"
                        + "{'type':'input_file','filename':'b.pdf','file_data':'data:application/pdf;base64,cGRm'},"
                        + "{'type':'input_text','text':'c.txt:\\n```\\nHi\\n```\\n\\nWhat is this?'}]},"
                        + "{'role':'user','content':[{'type':'input_image','image_url':'data:image/png;base64,cG5n'}]}],"
                        + "'stream':true,'store':false}",
                new Prompt("m", "", List.of(message, bare)));
    }

    @Test
    void textsThatEndTheAnswerAreRefusedHereBecauseTheApiHasNone() {
        Parameters stop = new Parameters(
                OptionalDouble.empty(), OptionalLong.empty(), List.of("END"), Optional.empty(), Optional.empty());
        ProblemException problem = assertThrows(
                ProblemException.class, () -> DIALECT.post(new Prompt("m", "", List.of(Message.user("q")), stop)));
        assertEquals(Problem.Kind.CONFIGURATION, problem.problem().kind());
        assertTrue(problem.getMessage().contains("responses"), problem.getMessage());
    }
}
