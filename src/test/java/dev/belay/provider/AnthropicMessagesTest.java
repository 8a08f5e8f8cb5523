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
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.wire.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OLD = "claude-haiku-4-5";
    private static final String NEW = "claude-sonnet-5";

    private static AnthropicMessages dialect(Map<String, Secret> headers, Set<Trait> traits) {
        Secret key = new Secret("sk-ant-1");
        return new AnthropicMessages(
                new Endpoint("https://h", "", Optional.of(key), "ANTHROPIC_API_KEY", headers, traits));
    }

    private static Post post(Prompt prompt) {
        return dialect(Map.of(), Set.of()).post(prompt);
    }

    private static JsonNode body(Prompt prompt) {
        try {
            return JSON.readTree(post(prompt).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertBody(String expected, Prompt prompt) throws IOException {
        assertEquals(JSON.readTree(expected.replace('\'', '"')), body(prompt));
    }

    private static Prompt asking(String model, Parameters parameters, Message... messages) {
        return new Prompt(model, "", List.of(messages), parameters);
    }

    private static Parameters thinking(String effort) {
        return thinking(effort, OptionalLong.empty());
    }

    private static Parameters thinking(String effort, OptionalLong maxTokens) {
        return new Parameters(OptionalDouble.empty(), maxTokens, List.of(), Optional.of(effort), Optional.empty());
    }

    private static Attachment file(String name, String type, String content) {
        return new Attachment(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPlainQuestionCarriesOnlyWhatTheApiDemands() throws IOException {
        assertBody(
                "{'model':'claude-sonnet-5','max_tokens':64000,'messages':[{'role':'user','content':'q'}],'stream':true}",
                asking(NEW, Parameters.NONE, Message.user("q")));
    }

    @Test
    void theKeyAndTheVersionGoIntoHeadersAndTheAddressIsTheServices() {
        Post post = post(asking(NEW, Parameters.NONE, Message.user("q")));
        assertEquals("https://h/v1/messages", post.url());
        assertEquals(
                Map.of("User-Agent", "belay", "x-api-key", "sk-ant-1", "anthropic-version", "2023-06-01"),
                post.headers());
        assertEquals(
                "https://h/v1/models?limit=1000", dialect(Map.of(), Set.of()).listUrl());
    }

    @Test
    void aTokenTravelsAsABearerToken() {
        Map<String, String> headers =
                dialect(Map.of(), Set.of(Trait.BEARER_TOKEN)).headers();
        assertEquals("Bearer sk-ant-1", headers.get("Authorization"));
        assertFalse(headers.containsKey("x-api-key"));
    }

    @Test
    void headersOfTheUsersOwnReplaceOursInWhateverCaseTheyAreWritten() {
        Map<String, Secret> own = Map.of(
                "Anthropic-Version",
                new Secret("2030-01-01"),
                "X-Api-Key",
                new Secret("k2"),
                "anthropic-beta",
                new Secret("b"));
        Map<String, String> headers = dialect(own, Set.of()).headers();
        assertEquals("2030-01-01", headers.get("anthropic-version"));
        assertEquals("k2", headers.get("x-api-key"));
        assertEquals("b", headers.get("anthropic-beta"));
        assertEquals(4, headers.size(), headers.keySet().toString());
    }

    @Test
    void theModelsAreReadOffTheList() {
        String list =
                "{\"data\":[{\"type\":\"model\",\"id\":\"claude-a\",\"display_name\":\"A\"},{\"id\":\"claude-b\"}],\"has_more\":false}";
        assertEquals(
                List.of("claude-a", "claude-b"), dialect(Map.of(), Set.of()).models(list));
    }

    @Test
    void allParametersAreSentInTheApisOwnForm() throws IOException {
        Parameters all = new Parameters(
                OptionalDouble.of(0.5),
                OptionalLong.of(900),
                List.of("END", "\n\n"),
                Optional.of("high"),
                Optional.of("{\"type\":\"object\"}"));
        assertBody(
                "{'model':'claude-sonnet-5','max_tokens':900,'system':'Be brief.','messages':[{'role':'user','content':'q'}],"
                        + "'stream':true,'temperature':0.5,'stop_sequences':['END','\\n\\n'],"
                        + "'thinking':{'type':'adaptive','display':'summarized'},"
                        + "'output_config':{'effort':'high','format':{'type':'json_schema','schema':{'type':'object'}}}}",
                new Prompt(NEW, "Be brief.", List.of(Message.user("q")), all));
    }

    @Test
    void aSchemaThatIsNoJsonIsRefusedHere() {
        Parameters broken = new Parameters(
                OptionalDouble.empty(), OptionalLong.empty(), List.of(), Optional.empty(), Optional.of("{\"type\""));
        assertThrows(ProblemException.class, () -> post(asking(NEW, broken, Message.user("q"))));
    }

    @ParameterizedTest
    @CsvSource({
        "claude-sonnet-5, 64000",
        "claude-opus-4-6, 64000",
        "anthropic/claude-opus-4.8, 64000",
        "claude-haiku-4-5-20251001, 64000",
        "claude-opus-4-1-20250805, 32000",
        "claude-sonnet-4-20250514, 32000",
        "claude-opus-4-0, 32000",
        "claude-3-7-sonnet-20250219, 32000",
        "claude-3-5-haiku-20241022, 8192",
        "anthropic.claude-3-haiku-20240307-v1:0, 4096",
        "claude-2.1, 4096",
        "claude-next, 64000",
        "claude-novel-20290101, 64000",
        "glm-4.7, 8192"
    })
    void theDemandedLimitFollowsFromTheModelsName(String model, long limit) {
        assertEquals(
                limit,
                body(asking(model, Parameters.NONE, Message.user("q")))
                        .path("max_tokens")
                        .asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "low, , 2048, 64000",
        "medium, , 8192, 64000",
        "high, , 16384, 64000",
        "max, , 24576, 64000",
        "5000, , 5000, 64000",
        "low, 9000, 2048, 9000",
        "low, 500, 2048, 2548",
        "low, 2048, 2048, 4096"
    })
    void olderModelsThinkWithinABudgetBelowTheLimit(String effort, Long maxTokens, long budget, long limit) {
        OptionalLong max = maxTokens == null ? OptionalLong.empty() : OptionalLong.of(maxTokens);
        JsonNode body = body(asking(OLD, thinking(effort, max), Message.user("q")));
        assertEquals("enabled", body.path("thinking").path("type").asText());
        assertEquals(budget, body.path("thinking").path("budget_tokens").asLong());
        assertEquals(limit, body.path("max_tokens").asLong());
        assertFalse(body.has("output_config"));
    }

    @Test
    void anEffortThatIsNeitherWordNorNumberIsRefusedHereForOlderModelsAndLeftToTheServiceForNewerOnes() {
        ProblemException problem =
                assertThrows(ProblemException.class, () -> post(asking(OLD, thinking("hgih"), Message.user("q"))));
        assertTrue(problem.getMessage().contains("hgih"), problem.getMessage());
        JsonNode body = body(asking(NEW, thinking("hgih"), Message.user("q")));
        assertEquals("hgih", body.path("output_config").path("effort").asText());
    }

    @Test
    void noThinkingAtAllIsSaidOnlyToModelsThatMightThinkUnasked() {
        assertFalse(body(asking(OLD, thinking("none"), Message.user("q"))).has("thinking"));
        JsonNode body = body(asking(NEW, thinking("none"), Message.user("q")));
        assertEquals("disabled", body.path("thinking").path("type").asText());
        assertFalse(body.has("output_config"));
    }

    @Test
    void picturesAndDocumentsAreBlocksBeforeTheTextAndTextFilesArePartOfIt() throws IOException {
        Message message = Message.user(
                "What is this?",
                List.of(
                        file("a.png", "image/png", "png"),
                        file("b.pdf", "application/pdf", "pdf"),
                        file("c.txt", "text/plain", "Hi\n")));
        assertBody(
                "{'model':'claude-sonnet-5','max_tokens':64000,'messages':[{'role':'user','content':["
                        + "{'type':'image','source':{'type':'base64','media_type':'image/png','data':'cG5n'}},"
                        + "{'type':'document','source':{'type':'base64','media_type':'application/pdf','data':'cGRm'},'title':'b.pdf'},"
                        + "{'type':'text','text':'c.txt:\\n```\\nHi\\n```\\n\\nWhat is this?'}]}],'stream':true}",
                asking(NEW, Parameters.NONE, message));
    }

    @Test
    void aPictureAloneGoesWithoutAnEmptyText() {
        Message message = Message.user(" ", List.of(file("a.png", "image/png", "png")));
        JsonNode content = body(asking(NEW, Parameters.NONE, message))
                .path("messages")
                .path(0)
                .path("content");
        assertEquals(1, content.size());
        assertEquals("image", content.path(0).path("type").asText());
    }

    @Test
    void aPrefillIsTrimmedAndGoesWithoutThinkingWhereModelsTakeIt() throws IOException {
        assertBody(
                "{'model':'claude-haiku-4-5','max_tokens':64000,'messages':[{'role':'user','content':'q'},"
                        + "{'role':'assistant','content':'Once upon'}],'stream':true}",
                asking(OLD, thinking("high"), Message.user("q"), Message.assistant("Once upon \n\u00A0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"claude-opus-4-6", "claude-sonnet-4-6", "claude-opus-4-7", "claude-sonnet-5", "claude-fable-5"})
    void newerModelsAreAskedToGoOnInsteadAndMayThink(String model) {
        JsonNode body = body(asking(model, thinking("low"), Message.user("q"), Message.assistant("Once upon")));
        assertEquals(3, body.path("messages").size());
        assertEquals("Once upon", body.path("messages").path(1).path("content").asText());
        assertEquals("user", body.path("messages").path(2).path("role").asText());
        assertEquals("adaptive", body.path("thinking").path("type").asText());
    }

    @Test
    void halfACharacterDoesNotBreakTheRequest() {
        assertEquals(
                "?",
                body(asking(NEW, Parameters.NONE, Message.user("\uD83C")))
                        .at("/messages/0/content")
                        .asText());
    }

    /** The hard rejections, one by one: whatever history is handed in, none of them is met. */
    @Test
    void noHistoryIsEverRejected() {
        Random random = new Random(42);
        for (int i = 0; i < 3000; i++) {
            String model = List.of(OLD, NEW, "claude-opus-4-6", "other").get(random.nextInt(4));
            Prompt prompt = new Prompt(
                    model, text(random), history(random), random.nextBoolean() ? thinking("low") : Parameters.NONE);
            JsonNode body = body(prompt);
            JsonNode messages = body.path("messages");
            assertFalse(body.has("system") && isBlank(body.path("system").asText()), "blank system prompt");
            for (JsonNode message : messages) {
                assertFalse(isBlankContent(message.path("content")), () -> "blank content: " + body);
            }
            assertEquals("user", messages.path(0).path("role").asText(), "begins with the user");
            JsonNode last = messages.path(messages.size() - 1);
            if (last.path("role").asText().equals("assistant")) {
                assertTrue(model.equals(OLD) || model.equals("other"), "no prefill for " + model);
                String words = last.path("content").asText();
                assertFalse(isBlank(words.substring(words.length() - 1)), "ends in white space");
                assertFalse(body.has("thinking"), "thinking before a prefill");
            }
            assertTrue(body.path("thinking").path("budget_tokens").asLong(0)
                    < body.path("max_tokens").asLong());
        }
    }

    private static List<Message> history(Random random) {
        List<Message> messages = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            List<Attachment> files = random.nextInt(4) > 0
                    ? List.of()
                    : List.of(file("a.png", "image/png", "p"), file("e.txt", "text/plain", ""));
            messages.add(random.nextBoolean() ? Message.user(text(random), files) : Message.assistant(text(random)));
        }
        messages.add(Message.user("q" + text(random)));
        if (random.nextInt(3) == 0) {
            messages.add(Message.assistant(text(random)));
        }
        return messages;
    }

    private static String text(Random random) {
        return List.of("", " ", "\n\t", "\u00A0", "\u2003\u0085", "Yes", "No \n", "\uD83C", "\u00A0x\u00A0")
                .get(random.nextInt(9));
    }

    private static boolean isBlankContent(JsonNode content) {
        boolean blank = content.isEmpty() && isBlank(content.asText());
        for (JsonNode block : content) {
            blank |= block.has("text") && isBlank(block.path("text").asText());
        }
        return blank;
    }

    /** White space as Python counts it, which is what the service runs on. */
    private static boolean isBlank(String text) {
        return text.chars()
                .allMatch(c -> " \t\n\r\u000b\f\u001c\u001d\u001e\u001f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"
                                        .indexOf(c)
                                >= 0
                        || c >= 0x2000 && c <= 0x200a);
    }
}
