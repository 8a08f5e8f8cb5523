package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem.Kind;
import dev.belay.wire.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told of a response that is no success: those that real services sent, and those we thought of. */
class HttpErrorsTest {

    private static final Path RECORDED = Path.of("../shared/wire/recorded/http-errors.json");

    /** One line for each recorded error: its host, its status, and words of its message. */
    private static final List<Sorted> SORTED = List.of(
            new Sorted("RESOURCE.openai.azure.com", 404, "deployment for this resource does not exist", Kind.NOT_FOUND),
            new Sorted("RESOURCE.services.ai.azure.com", 429, "have exceeded rate limit", Kind.LIMIT),
            new Sorted("aiplatform.googleapis.com", 400, "exceeds the maximum number of tokens", Kind.CONTEXT),
            new Sorted("api.anthropic.com", 400, "does not support effort level", Kind.REFUSED),
            new Sorted("api.anthropic.com", 401, "invalid x-api-key", Kind.AUTH),
            new Sorted("api.cohere.com", 400, "too many tokens", Kind.CONTEXT),
            new Sorted("api.cohere.com", 401, "Incorrect API key provided", Kind.AUTH),
            new Sorted("api.cohere.com", 404, "was removed on September 15, 2025", Kind.NOT_FOUND),
            new Sorted("api.deepseek.com", 400, "maximum context length is 1048565", Kind.CONTEXT),
            new Sorted("api.deepseek.com", 401, "Authentication Fails", Kind.AUTH),
            new Sorted("api.groq.com", 400, "Tool call validation failed", Kind.REFUSED),
            new Sorted("api.groq.com", 404, "`non-existent` does not exist", Kind.NOT_FOUND),
            new Sorted("api.mistral.ai", 401, "Invalid API Key", Kind.AUTH),
            new Sorted("api.openai.com", 400, "Content blocks are expected", Kind.REFUSED),
            new Sorted("api.openai.com", 400, "Invalid file data", Kind.REFUSED),
            new Sorted("api.openai.com", 400, "'gpt-5.2-proo' does not exist", Kind.NOT_FOUND),
            new Sorted("api.openai.com", 400, "does not support 'system'", Kind.REFUSED),
            new Sorted("api.openai.com", 400, "Web search options not supported", Kind.REFUSED),
            new Sorted("api.openai.com", 400, "Error while downloading", Kind.REFUSED),
            new Sorted("api.openai.com", 400, "exceeds the context window", Kind.CONTEXT),
            new Sorted("api.openai.com", 401, "Incorrect API key provided", Kind.AUTH),
            new Sorted("api.openai.com", 404, "`gpt-5.2-proo` does not exist", Kind.NOT_FOUND),
            new Sorted("api.perplexity.ai", 400, "The total length of all messages is too long.", Kind.CONTEXT),
            new Sorted("api.x.ai", 400, "Incorrect API key provided", Kind.AUTH),
            new Sorted("generativelanguage.googleapis.com", 400, "API key not valid.", Kind.AUTH),
            new Sorted(
                    "generativelanguage.googleapis.com", 404, "models/nonexistent-model is not found", Kind.NOT_FOUND),
            new Sorted("ollama.com", 400, "prompt too long", Kind.CONTEXT),
            new Sorted("ollama.com", 401, "Unauthorized", Kind.AUTH),
            new Sorted("openrouter.ai", 401, "Missing Authentication header", Kind.AUTH));

    private record Sorted(String host, int status, String words, Kind kind) {}

    private static final Endpoint ENDPOINT = new Endpoint(
            "https://api.example.com/v1", Optional.of(new Secret("the-key-that-is-marked")), "EXAMPLE_API_KEY");

    private static Failed read(int status, String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return Refusals.read(new Refusal(status, all, body, "https://api.example.com/v1/chat/completions"), ENDPOINT);
    }

    private static String message(int status, String body) {
        String message = read(status, body).problem().message();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    private static Kind kind(int status, String body) {
        return read(status, body).problem().kind();
    }

    @TestFactory
    Stream<DynamicTest> whatRealServicesSentIsSortedAndReadable() throws IOException {
        assumeTrue(Files.exists(RECORDED), "skipped: no recorded errors at " + RECORDED);
        List<DynamicTest> tests = new ArrayList<>();
        List<Sorted> left = new ArrayList<>(SORTED);
        for (JsonNode error : new ObjectMapper().readTree(RECORDED.toFile())) {
            Sorted sorted =
                    left.stream().filter(one -> fits(one, error)).findFirst().orElseThrow();
            left.remove(sorted);
            tests.add(DynamicTest.dynamicTest(sorted.toString(), () -> check(sorted, error)));
        }
        assertEquals(List.of(), left);
        return tests.stream();
    }

    private static boolean fits(Sorted sorted, JsonNode error) {
        return sorted.host.equals(error.path("host").asText())
                && sorted.status == error.path("status").asInt()
                && error.path("body").toString().contains(sorted.words);
    }

    private static void check(Sorted sorted, JsonNode error) {
        String body = error.path("body").isTextual()
                ? error.path("body").asText()
                : error.path("body").toString();
        List<String> headers = new ArrayList<>();
        error.path("headers").properties().forEach(header -> {
            headers.add(header.getKey());
            headers.add(header.getValue().asText());
        });
        Failed failed = read(sorted.status, body, headers.toArray(new String[0]));
        String message = failed.problem().message();
        assertEquals(sorted.kind, failed.problem().kind(), message);
        assertTrue(message.startsWith("HTTP " + sorted.status + ": "), message);
        assertTrue(message.contains(sorted.words), message);
        assertFalse(message.matches("(?s).*[{}\\n\\r].*"), message);
        assertEquals(sorted.kind == Kind.LIMIT, failed.retry().allowed());
        assertNotEquals(
                sorted.kind == Kind.REFUSED,
                !failed.problem().hint().isEmpty(),
                failed.problem().hint());
    }

    @Test
    void aGatewaysWebPageIsReadByItsTitle() {
        String page =
                "<!DOCTYPE html>\n<html>\n<head>\n<title>api.example.com |\n 524: A timeout occurred</title></head><body>";
        assertEquals("HTTP 524: api.example.com | 524: A timeout occurred", message(524, page));
        assertEquals(Kind.OVERLOADED, kind(524, page));
        assertTrue(read(502, page).problem().hint().contains("proxy"));
        assertTrue(read(403, page).problem().hint().contains("firewall"));
        assertEquals("HTTP 502: a web page instead of an answer", message(502, "<html><body>x</body></html>"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, HTTP 500 the server failed",
        "502, HTTP 502 bad gateway",
        "524, HTTP 524 the gateway timed out",
        "529, HTTP 529 the provider is overloaded",
        "401, HTTP 401 not authorised",
        "418, HTTP 418 and no message"
    })
    void anEmptyBodyAndOneThatSaysNothingAreNamedByTheirStatus(int status, String message) {
        for (String body : List.of(
                "", " \n", "{}", "[]", "{\"error\":{}}", "{\"error\":null}", "{\"error\":{\"code\":500}}", "{\"a")) {
            assertEquals(message, message(status, body), body);
        }
    }

    @Test
    void plainTextIsTheMessageOnOneLine() {
        assertEquals(
                "HTTP 503: upstream connect error or disconnect/reset before headers",
                message(503, "upstream connect error\r\n or disconnect/reset\tbefore headers\n"));
    }

    @Test
    void ofACutBodyTheMessageIsShownAsFarAsItCame() {
        assertEquals(
                "HTTP 400: The \"thing\" is",
                message(400, "{\"error\":{\"code\":3,\"message\":\"The \\\"thing\\\" is"));
        assertEquals("HTTP 400: The thing\\u00", message(400, "{\"error\":{\"message\":\"The thing\\u00"));
        assertEquals("HTTP 400 bad request", message(400, "{\"error\":{\"mess"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'message':'why'}}",
                "{'error':'why'}",
                "{'message':'why'}",
                "{'detail':'why'}",
                "{'detail':{'message':'why'}}",
                "{'errors':[{'message':'why'}]}",
                "{'error':{'details':'why'}}",
                "[{'error':{'message':'why','code':400}}]",
                "[{'candidates':[]},{'error':{'message':'why'}}]",
                "{'object':'error','message':'why','type':'invalid','code':400}",
                "{'code':'invalid-argument','error':'why'}",
                "{'error':{'message':null,'type':'why'}}",
                "{'error':{'message':'','type':'why'}}",
                "{'error':'{~'error~':{~'message~':~'why~'}}'}",
                "{'error':{'message':' \\n why '}}",
                "why"
            })
    void theSentenceIsFoundInEveryShape(String body) {
        assertEquals("HTTP 400: why", message(400, body.replace('\'', '"').replace('~', '\\')));
    }

    @Test
    void aListOfWrongFieldsNamesThem() {
        String body =
                "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"messages\",0],\"msg\":\"Field required\"},"
                        + "{\"loc\":[\"body\",\"model\"],\"msg\":\"Too short\"}]}";
        assertEquals("HTTP 422: Field required (messages.0); Too short (model)", message(422, body));
        assertEquals(
                "HTTP 422: Field required (model)",
                message(
                        422,
                        "{\"object\":\"error\",\"message\":{\"detail\":[{\"loc\":[\"body\",\"model\"],\"msg\":\"Field required\"}]}}"));
    }

    @Test
    void whatTheHostBehindARouterSaidIsToldAsWell() {
        String body =
                "{\"error\":{\"message\":\"Provider returned error\",\"code\":429,\"metadata\":{\"provider_name\":\"Chutes\","
                        + "\"raw\":\"{\\\"detail\\\":\\\"no more room\\\"}\"}},\"user_id\":\"u\"}";
        assertEquals("HTTP 429: Provider returned error (Chutes: no more room)", message(429, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':{'status':'INVALID_ARGUMENT','message':'no','details':[{'reason':'API_KEY_INVALID'}]}} | AUTH",
                "400 | {'error':{'code':400,'message':'User location is not supported','status':'FAILED_PRECONDITION'}} | REFUSED",
                "400 | {'error':{'message':'Your credit balance is too low','type':'invalid_request_error'}} | QUOTA",
                "403 | {'error':'Your team does not have any credits yet.'} | QUOTA",
                "429 | {'error':{'message':'You exceeded your current quota','code':'insufficient_quota'}} | QUOTA",
                "429 | {'error':{'code':429,'message':'You exceeded your current quota','status':'RESOURCE_EXHAUSTED'}} | LIMIT",
                "429 | {'error':{'message':'tokens per minute: context window of 5'}} | LIMIT",
                "403 | {'error':{'code':403,'message':'Your input was flagged','metadata':{'reasons':['violence']}}} | REFUSED",
                "403 | {'error':{'message':'not for you'}} | AUTH",
                "400 | {'error':{'message':'prompt is too long: 210000 tokens > 200000 maximum'}} | CONTEXT",
                "400 | {'error':{'message':'no','type':'exceed_context_size_error'}} | CONTEXT",
                "400 | {'error':{'message':'max_tokens is too large: 100000','type':'invalid_request_error'}} | REFUSED",
                "400 | {'object':'error','message':'Invalid model: x','type':'invalid_model','code':'1500'} | NOT_FOUND",
                "400 | {'error':{'message':'x is not a valid model ID','code':400}} | NOT_FOUND",
                "405 | {'detail':'Method Not Allowed'} | NOT_FOUND",
                "404 | {'error':'model \"x\" not found'} | NOT_FOUND",
                "503 | {'error':{'code':503,'message':'Loading model','type':'unavailable_error'}} | OVERLOADED",
                "500 | {'error':{'message':'invalid','type':'invalid_request_error'}} | OVERLOADED",
                "529 | {'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}} | OVERLOADED",
                "407 | '' | AUTH"
            })
    void codesAndWordsSortWhatTheStatusLeavesOpen(int status, String body, Kind kind) {
        assertEquals(kind, kind(status, body.replace("\"", "\\\"").replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'error':{'code':400,'message':'Token limit reached'}} | REFUSED",
                "{'error':{'code':'429','message':'slow'}} | LIMIT",
                "{'error':{'code':502,'message':'gone'}} | OVERLOADED",
                "{'error':{'message':'odd','type':'invalid_request_error'}} | REFUSED",
                "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}} | OVERLOADED",
                "{'type':'error','error':{'type':'rate_limit_error','message':'slow'}} | LIMIT",
                "{'code':'insufficient_quota','message':'pay'} | QUOTA",
                "{'error':'model runner has unexpectedly stopped'} | OVERLOADED"
            })
    void anErrorInsideAnAnswerIsSortedByWhatItSays(String json, Kind kind) {
        Failed failed = Refusals.inAnswer(json.replace('\'', '"'), ENDPOINT);
        assertEquals(kind, failed.problem().kind());
        assertEquals(Retry.NEVER, failed.retry());
    }

    @Test
    void howLongToWaitIsReadFromTheBodyWhereNoHeaderSaysIt() {
        String body =
                "{\"error\":{\"code\":429,\"message\":\"slow down\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
                        + "{\"@type\":\"type.googleapis.com/google.rpc.Help\"},"
                        + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"34.5s\"}]}}";
        assertEquals(Retry.after(Duration.ofMillis(34_500)), read(429, body).retry());
        assertEquals("wait 34 s, then ask again", read(429, body).problem().hint());
        assertEquals(
                Retry.after(Duration.ofSeconds(2)),
                read(429, body, "retry-after", "2").retry());
        assertEquals(Retry.NEVER, read(429, body.replace("34.5s", "86400s")).retry());
        assertEquals(Retry.SOON, read(429, body.replace("34.5s", "soon")).retry());
    }

    @Test
    void theHintSaysWhereTheKeyIsFromAndNothingOfChatsAlone() {
        assertEquals(
                "the key in EXAMPLE_API_KEY was refused; check it",
                read(401, "").problem().hint());
        Endpoint without = new Endpoint("https://api.example.com", Optional.empty(), "EXAMPLE_API_KEY");
        Refusal refusal = new Refusal(401, Map.of(), "", "");
        assertEquals(
                "no key was sent; set EXAMPLE_API_KEY",
                Refusals.read(refusal, without).problem().hint());
        assertTrue(read(429, "").problem().hint().contains("ask again"));
        assertTrue(read(503, "").problem().hint().contains("ask again"));
    }

    @Test
    void aLongMessageIsCut() {
        String message = message(400, "{\"message\":\"" + "long ".repeat(100_000) + "\"}");
        assertTrue(message.length() < 500, message);
        assertTrue(message.endsWith(" …"), message);
    }
}
