package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Attachment;
import dev.belay.chat.Event.Counted;
import dev.belay.chat.Event.Receipt;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Parameters;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import dev.belay.wire.Decoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Message> QUESTION = List.of(Message.user("q"));
    private static final List<Message> BEGUN = List.of(Message.user("q"), Message.assistant("Half an"));
    private static final Parameters ALL = new Parameters(
            OptionalDouble.of(0.5),
            OptionalLong.of(900),
            List.of("END", "STOP"),
            Optional.of("high"),
            Optional.of("{\"type\":\"object\"}"));

    private static OpenAiChat at(String url, Trait... traits) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(List.of(traits));
        return new OpenAiChat(new Endpoint(url, "", Optional.of(new Secret("sk-1")), "K", Map.of(), all));
    }

    private static JsonNode body(OpenAiChat dialect, Prompt prompt) throws IOException {
        return JSON.readTree(dialect.post(prompt).body());
    }

    private static JsonNode body(Prompt prompt, Trait... traits) throws IOException {
        return body(at("https://h/v1", traits), prompt);
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static Attachment file(String name, String type) {
        return new Attachment(name, type, "hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotAskedForIsNotSent() throws IOException {
        assertEquals(
                json("{'model':'m','messages':[{'role':'system','content':'Be brief.'},{'role':'user','content':'q'},"
                        + "{'role':'assistant','content':'a'},{'role':'user','content':'q2'}],'stream':true,"
                        + "'stream_options':{'include_usage':true}}"),
                body(new Prompt(
                        "m", "Be brief.", List.of(Message.user("q"), Message.assistant("a"), Message.user("q2")))));
    }

    @Test
    void allParametersAreSent() throws IOException {
        JsonNode sent = body(new Prompt("m", "", QUESTION, ALL));
        assertEquals(0.5, sent.path("temperature").asDouble());
        assertEquals(900, sent.path("max_tokens").asInt());
        assertEquals(json("['END','STOP']"), sent.path("stop"));
        assertEquals("high", sent.path("reasoning_effort").asText());
        assertEquals(
                json(
                        "{'type':'json_schema','json_schema':{'name':'answer','strict':false,'schema':{'type':'object'}}}"),
                sent.path("response_format"));
        assertFalse(sent.has("max_completion_tokens"));
    }

    @Test
    void servicesThatWantOtherNamesGetThem() throws IOException {
        JsonNode sent = body(new Prompt("m", "", QUESTION, ALL), Trait.MAX_COMPLETION_TOKENS, Trait.REASONING_OBJECT);
        assertEquals(900, sent.path("max_completion_tokens").asInt());
        assertFalse(sent.has("max_tokens"));
        assertEquals(json("{'effort':'high'}"), sent.path("reasoning"));
        assertFalse(sent.has("reasoning_effort"));
    }

    @Test
    void usageIsAskedForAsTheServiceGivesIt() throws IOException {
        Prompt prompt = new Prompt("m", "", QUESTION);
        assertFalse(body(prompt, Trait.NO_STREAM_OPTIONS).has("stream_options"));
        assertEquals(
                json("{'include_usage':true,'continuous_usage_stats':true}"),
                body(prompt, Trait.USAGE_IN_EACH_CHUNK).path("stream_options"));
        assertEquals(json("true"), body(prompt, Trait.TIMINGS_IN_EACH_CHUNK).path("timings_per_token"));
        assertFalse(body(prompt).has("timings_per_token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{} and more", "{\"a\":"})
    void aSchemaThatIsNoneIsSaidBeforeAnythingIsSent(String schema) {
        Parameters parameters = new Parameters(
                OptionalDouble.empty(), OptionalLong.empty(), List.of(), Optional.empty(), Optional.of(schema));
        ProblemException problem = assertThrows(
                ProblemException.class, () -> at("https://h").post(new Prompt("m", "", QUESTION, parameters)));
        assertEquals(Kind.CONFIGURATION, problem.problem().kind());
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5.4-mini, developer",
        "gpt-5, developer",
        "gpt-12, developer",
        "o1, developer",
        "o4-mini-2025-04-16, developer",
        "gpt-4.1, system",
        "gpt-4o, system",
        "gpt-3.5-turbo, system",
        "o1-mini, system",
        "o, system",
        "omni, system",
        "gpt-oss-120b, system",
        "gpt-, system",
        "chatgpt-5, system"
    })
    void onlyOpenAisNewerModelsHaveADeveloper(String model, String role) throws IOException {
        Prompt prompt = new Prompt(model, "Be brief.", QUESTION);
        for (OpenAiChat original : List.of(
                at("https://api.openai.com/v1"),
                at("https://API.openai.com:443/v1"),
                at("https://r.openai.azure.com/openai/v1", Trait.API_KEY_HEADER))) {
            assertEquals(role, body(original, prompt).at("/messages/0/role").asText());
        }
        for (OpenAiChat other : List.of(
                at("https://openrouter.ai/api/v1"),
                at("https://api.openai.com.example.com/v1"),
                at("http://127.0.0.1:1/v1"))) {
            assertEquals("system", body(other, prompt).at("/messages/0/role").asText());
        }
    }

    @Test
    void picturesAndDocumentsGoBeforeTheWordsAndTextFilesIntoThem() throws IOException {
        Message message = Message.user(
                "What is it?",
                List.of(file("a.png", "image/png"), file("b.txt", "text/plain"), file("c.pdf", "application/pdf")));
        assertEquals(
                json("[{'type':'image_url','image_url':{'url':'data:image/png;base64,aGVsbG8='}},"
                        + "{'type':'file','file':{'filename':'c.pdf','file_data':'data:application/pdf;base64,aGVsbG8='}},"
                        + "{'type':'text','text':'b.txt:\\n```\\nhello\\n```\\n\\nWhat is it?'}]"),
                body(new Prompt("m", "", List.of(message))).at("/messages/0/content"));
    }

    @Test
    void withoutThemTheContentIsPlainTextAndAPictureNeedsNoWords() throws IOException {
        Message text = Message.user("Read.", List.of(file("b.txt", "text/plain")));
        assertEquals(
                "b.txt:\n```\nhello\n```\n\nRead.",
                body(new Prompt("m", "", List.of(text)))
                        .at("/messages/0/content")
                        .asText());
        Message picture = Message.user("", List.of(file("a.png", "image/png")));
        assertEquals(
                1,
                body(new Prompt("m", "", List.of(picture)))
                        .at("/messages/0/content")
                        .size());
    }

    @Test
    void aPrefillIsMarkedAsTheServiceWantsIt() throws IOException {
        Prompt prompt = new Prompt("m", "", BEGUN);
        String plain = "{'role':'assistant','content':'Half an'}";
        String marked = "{'role':'assistant','content':'Half an','prefix':true}";
        assertEquals(json(plain), body(prompt).at("/messages/1"));
        assertEquals(json(marked), body(prompt, Trait.PREFIX).at("/messages/1"));
        assertEquals(json(marked), body(prompt, Trait.PREFIX_IN_BETA).at("/messages/1"));
        JsonNode sent = body(prompt, Trait.CONTINUE_FINAL_MESSAGE);
        assertEquals(json(plain), sent.at("/messages/1"));
        assertEquals(json("true"), sent.path("continue_final_message"));
        assertEquals(json("false"), sent.path("add_generation_prompt"));
    }

    @Test
    void whereNothingIsGoneOnWithNothingIsMarked() throws IOException {
        Prompt prompt = new Prompt("m", "", List.of(Message.user("q"), Message.assistant("a"), Message.user("q2")));
        JsonNode sent = body(prompt, Trait.PREFIX, Trait.PREFIX_IN_BETA, Trait.CONTINUE_FINAL_MESSAGE);
        assertFalse(sent.toString().contains("prefix"), sent.toString());
        assertFalse(sent.has("continue_final_message"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.deepseek.com, https://api.deepseek.com/beta/chat/completions",
        "https://api.deepseek.com/v1, https://api.deepseek.com/beta/chat/completions",
        "https://proxy.example.com/deepseek, https://proxy.example.com/deepseek/chat/completions"
    })
    void deepSeekGoesOnAtAnotherPath(String base, String url) {
        OpenAiChat dialect = at(base, Trait.PREFIX_IN_BETA);
        assertEquals(url, dialect.post(new Prompt("m", "", BEGUN)).url());
        assertEquals(
                base + "/chat/completions",
                dialect.post(new Prompt("m", "", QUESTION)).url());
    }

    @Test
    void theKeyTravelsAsTheServiceWantsIt() {
        assertEquals("Bearer sk-1", at("https://h").headers().get("Authorization"));
        assertEquals("sk-1", at("https://h", Trait.API_KEY_HEADER).headers().get("api-key"));
        Map<String, String> token =
                at("https://h", Trait.API_KEY_HEADER, Trait.BEARER_TOKEN).headers();
        assertEquals("Bearer sk-1", token.get("Authorization"));
        assertFalse(token.containsKey("api-key"));
    }

    @Test
    void aHeaderThatLetsTheServerRunOnIsNeverSent() {
        Endpoint endpoint = new Endpoint(
                "http://h",
                "",
                Optional.empty(),
                "",
                Map.of("x-conversation-ID", new Secret("c1"), "X-Other", new Secret("o1")),
                Set.of());
        assertEquals(Map.of("User-Agent", "belay", "X-Other", "o1"), new OpenAiChat(endpoint).headers());
    }

    private static List<Signal> decode(OpenAiChat dialect, Map<String, String> headers, String... frames) {
        List<Signal> signals = new ArrayList<>();
        Decoder decoder = dialect.decoder();
        decoder.begin(headers, signals::add);
        for (String frame : frames) {
            decoder.frame(null, frame.replace('\'', '"'), signals::add);
        }
        return signals;
    }

    @Test
    void aReceiptIsTakenFromTheHeaderBeforeAnythingElse() {
        List<Signal> signals = decode(
                at("https://h", Trait.RECEIPTS), Map.of("x-generation-id", "gen-1"), "{'id':'gen-2','choices':[]}");
        assertEquals(List.of(new Receipt("gen-1")), signals);
    }

    @Test
    void withoutTheHeaderTheFirstChunkIsTheReceipt() {
        List<Signal> signals = decode(
                at("https://h", Trait.RECEIPTS),
                Map.of(),
                "{'id':'gen-2','choices':[]}",
                "{'id':'gen-2','choices':[]}");
        assertEquals(List.of(new Receipt("gen-2")), signals);
        assertEquals(
                List.of(),
                decode(at("https://h", Trait.RECEIPTS), Map.of(), "{'id':'chatcmpl-2'}", "{'id':{'gen-':1}}"));
    }

    @Test
    void whoGivesNoReceiptsIsNotAskedForThem() {
        assertEquals(
                List.of(), decode(at("https://h"), Map.of("x-generation-id", "gen-1"), "{'id':'gen-2','choices':[]}"));
    }

    @Test
    void theCostIsReadAsANumberAndAsASum() {
        assertEquals(OptionalDouble.of(0.0051), cost("'cost':0.0051"));
        assertEquals(OptionalDouble.of(0), cost("'cost':0"));
        assertEquals(OptionalDouble.of(0.006), cost("'cost':{'input_tokens_cost':0.001,'total_cost':0.006}"));
        assertEquals(OptionalDouble.empty(), cost("'cost':null"));
        assertEquals(OptionalDouble.empty(), cost("'cost':{'of':['a',{'total_cost':9}]}"));
    }

    private static OptionalDouble cost(String field) {
        List<Signal> signals =
                decode(at("https://h"), Map.of(), "{'usage':{" + field + ",'prompt_tokens':1,'completion_tokens':2}}");
        return ((Counted) signals.get(0)).usage().dollars();
    }

    @Test
    void withoutTheCachedTokensTimingsTellNoInput() {
        List<Signal> signals = decode(at("https://h"), Map.of(), "{'timings':{'prompt_n':3,'predicted_n':2}}");
        assertEquals(OptionalLong.empty(), ((Counted) signals.get(0)).usage().inputTokens());
        assertEquals(OptionalLong.of(2), ((Counted) signals.get(0)).usage().outputTokens());
    }

    /** What is no object where one is expected, and the other way round. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':{'a':1},'usage':[1],'timings':'x','x_groq':7,'id':[1]}",
                "{'choices':[null,7]}",
                "{'choices':[{'delta':[],'finish_reason':{'a':1}},{'delta':{'content':{'a':[1]},'tool_calls':[1,[2],{'function':7}]}}]}",
                "{'choices':[{'delta':{'content':[7,null,{'type':'text'},[['x']]]}}]}",
                "{}",
                "[]",
                "null",
                "",
                "hello"
            })
    void oddShapesSayNothing(String frame) {
        assertEquals(List.of(), decode(at("https://h", Trait.RECEIPTS), Map.of(), frame));
    }

    @Test
    void anErrorToldOutsideOfAllFramingIsFoundAtTheEnd() {
        Decoder decoder = at("https://h").decoder();
        decoder.frame(null, "{\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":null}]}", signal -> {});
        Failed failed = (Failed)
                decoder.ended("ta\": cut\r\n\r\nerror: {\"message\":\"the slot is gone\",\"code\":500}\r\n\r\n");
        assertEquals("the slot is gone", failed.problem().message());
    }

    @Test
    void wordsOfTheModelAreNoError() {
        Decoder decoder = at("https://h").decoder();
        decoder.frame(null, "{\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}", signal -> {});
        String tail =
                "error: {\"cut\ndata: {\"choices\":[{\"delta\":{\"content\":\"\\nerror: {\\\"error\\\":1}\"}}],\"error\":null}\n\n";
        assertEquals("Complete[reason=stop]", decoder.ended(tail).toString());
    }
}
