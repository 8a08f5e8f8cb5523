package dev.belay.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class GuideTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String QUESTION = "{\"role\":\"user\",\"content\":\"where are my chats saved?\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private Guide guide;

    @AfterEach
    void close() {
        if (guide != null) {
            guide.close();
        }
    }

    @Test
    void aStreamHasTheShapeOfOpenAi() throws Exception {
        List<String> events = stream("\"stream_options\":{\"include_usage\":true}");
        List<JsonNode> chunks = parse(events);
        int last = chunks.size() - 1;

        assertEquals("[DONE]", events.get(events.size() - 1));
        assertEquals(JSON.readTree("{\"role\":\"assistant\",\"content\":\"\"}"), delta(chunks.get(0)));
        assertEquals(JSON.readTree("{}"), delta(chunks.get(last - 1)));
        assertEquals("stop", finish(chunks.get(last - 1)).asText());
        assertEquals(JSON.readTree("[]"), chunks.get(last).get("choices"));
        for (JsonNode chunk : chunks) {
            assertEquals("chat.completion.chunk", chunk.get("object").asText());
            assertEquals("guide", chunk.get("model").asText());
            assertEquals(chunks.get(0).get("id"), chunk.get("id"));
        }
        for (JsonNode chunk : chunks.subList(1, last - 1)) {
            assertEquals(1, delta(chunk).size());
            assertTrue(delta(chunk).get("content").isTextual());
            assertTrue(finish(chunk).isNull());
        }
    }

    @Test
    void eachPieceTellsWhatHasBeenUsedSoFar() throws Exception {
        List<JsonNode> chunks = parse(stream("\"stream_options\":{\"include_usage\":true}"));
        assertTrue(chunks.get(0).get("usage").isNull());
        for (int i = 1; i < chunks.size() - 2; i++) {
            assertEquals(i, chunks.get(i).get("usage").get("completion_tokens").asInt());
        }
    }

    @Test
    void theUsageIsWhatWasSent() throws Exception {
        List<JsonNode> chunks = parse(stream("\"stream_options\":{\"include_usage\":true}"));
        JsonNode usage = chunks.get(chunks.size() - 1).get("usage");

        assertEquals(5, usage.get("prompt_tokens").asInt());
        assertEquals(chunks.size() - 3, usage.get("completion_tokens").asInt());
        assertEquals(chunks.size() + 2, usage.get("total_tokens").asInt());
    }

    @Test
    void withoutBeingAskedForThereIsNoUsage() throws Exception {
        for (JsonNode chunk : parse(stream("\"stream_options\":{\"include_usage\":false}"))) {
            assertNull(chunk.get("usage"));
        }
    }

    @Test
    void theTokensJoinedAreTheWholeAnswer() throws Exception {
        StringBuilder joined = new StringBuilder();
        for (JsonNode chunk : parse(stream("\"n\":1"))) {
            joined.append(delta(chunk).path("content").asText());
        }
        JsonNode whole = JSON.readTree(post("{\"messages\":[" + QUESTION + "]}").body());

        assertEquals(whole.at("/choices/0/message/content").asText(), joined.toString());
        assertEquals("assistant", whole.at("/choices/0/message/role").asText());
        assertEquals("stop", whole.at("/choices/0/finish_reason").asText());
        assertEquals("chat.completion", whole.get("object").asText());
        assertTrue(joined.toString().contains("## Where conversations are saved"));
    }

    @Test
    void contentMayComeInParts() throws Exception {
        guide = Guide.start(Pace.INSTANT);
        String parts = "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"x\"}},{\"type\":\"text\",\"text\":\"exit \"},"
                + "{\"type\":\"text\",\"text\":\"code 130\"}]";

        String answer = post("{\"messages\":[{\"role\":\"user\",\"content\":" + parts + "}]}")
                .body();

        assertTrue(answer.contains("## Exit codes"), answer);
    }

    @Test
    void theGuideIsItsOnlyModel() throws Exception {
        guide = Guide.start(Pace.INSTANT);

        JsonNode list = JSON.readTree(send(request("/models").GET().build()).body());

        assertEquals("list", list.get("object").asText());
        assertEquals("guide", list.at("/data/0/id").asText());
        assertEquals(1, list.get("data").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "no json",
                "{\"messages\":[",
                "{\"messages\":3}",
                "{\"messages\":[3]}",
                "{\"messages\":[]}",
                "{\"stream\":true}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} more",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":{\"a\":[1}}]}]}"
            })
    void aBadRequestIsRefusedWithTheReason(String body) throws Exception {
        guide = Guide.start(Pace.INSTANT);

        assertRefused(400, post(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{\"a\":{\"b\":[]}}",
                "[[[]],7,null]",
                "[{\"type\":\"text\",\"text\":{\"a\":1}}]",
                "[{}]"
            })
    void contentOfAnyOtherShapeIsNoReasonToFail(String content) throws Exception {
        guide = Guide.start(Pace.INSTANT);

        HttpResponse<String> answer =
                post("{\"stream\":{},\"messages\":[{\"role\":\"user\",\"content\":" + content + ",\"name\":{}}]}");

        assertEquals(200, answer.statusCode());
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        guide = Guide.start(Pace.INSTANT);

        assertRefused(
                404,
                send(request("/chat/completionsX")
                        .POST(BodyPublishers.ofString("{}"))
                        .build()));
    }

    @Test
    void theWrongMethodIsNamedAndTheRightOneToo() throws Exception {
        guide = Guide.start(Pace.INSTANT);

        HttpResponse<String> refused = send(request("/chat/completions").GET().build());

        assertRefused(405, refused);
        assertEquals(Optional.of("POST"), refused.headers().firstValue("Allow"));
    }

    @Test
    void aReaderWhoLeavesIsNoticed() throws Exception {
        guide = Guide.start();
        leaveAfterTokens(3);

        Guide.Departure departure = guide.awaitDeparture(LONG).orElseThrow();

        assertTrue(departure.sentTokens() >= 3, departure.toString());
        assertTrue(departure.sentTokens() < departure.totalTokens(), departure.toString());
        assertEquals(Optional.empty(), guide.awaitDeparture(LONG), "told once");
    }

    @Test
    void anAnswerThatCameToItsEndHasNoDeparture() throws Exception {
        parse(stream("\"n\":1"));

        assertEquals(Optional.empty(), guide.awaitDeparture(LONG));
    }

    @Test
    void withoutAnAnswerThereIsNothingToWaitFor() throws Exception {
        guide = Guide.start(Pace.INSTANT);

        assertEquals(Optional.empty(), guide.awaitDeparture(LONG));
    }

    @Test
    void closingEndsAnAnswerOnItsWayAndIsNoDeparture() throws Exception {
        guide = Guide.start(new Pace(Duration.ofHours(1), Duration.ofHours(1)));
        try (Socket socket = ask()) {
            BufferedReader reader = reader(socket);
            readUntilData(reader);
            CompletableFuture<Optional<Guide.Departure>> departure = CompletableFuture.supplyAsync(this::await);

            guide.close();

            assertEquals(Optional.empty(), departure.get(20, TimeUnit.SECONDS));
            assertThrows(ConnectException.class, () -> new Socket(server(), port()).close());
        }
    }

    @Test
    void itsThreadsDoNotKeepTheProgramAlive() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        parse(stream("\"n\":1"));

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            assertTrue(before.contains(thread) || thread.isDaemon(), thread.toString());
        }
    }

    private Optional<Guide.Departure> await() {
        try {
            return guide.awaitDeparture(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void leaveAfterTokens(int tokens) throws IOException {
        try (Socket socket = ask()) {
            BufferedReader reader = reader(socket);
            for (int events = 0; events < tokens + 1; events++) {
                readUntilData(reader);
            }
        }
    }

    private static InetAddress server() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket(server(), port());
        String body = "{\"stream\":true,\"messages\":[" + QUESTION + "]}";
        socket.getOutputStream()
                .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: guide\r\nContent-Length: " + body.length()
                                + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void readUntilData(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (!line.startsWith("data: ")) {
            line = reader.readLine();
        }
    }

    private int port() {
        return URI.create(guide.baseUrl()).getPort();
    }

    private List<String> stream(String option) throws Exception {
        guide = Guide.start(Pace.INSTANT);
        HttpResponse<String> response =
                post("{\"model\":\"guide\",\"stream\":true," + option + ",\"messages\":[" + QUESTION + "]}");
        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
        return response.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toList();
    }

    private static List<JsonNode> parse(List<String> events) throws IOException {
        List<JsonNode> chunks = new ArrayList<>();
        for (String event : events.subList(0, events.size() - 1)) {
            chunks.add(JSON.readTree(event));
        }
        return chunks;
    }

    private static JsonNode delta(JsonNode chunk) {
        return chunk.at("/choices/0/delta");
    }

    private static JsonNode finish(JsonNode chunk) {
        return chunk.at("/choices/0/finish_reason");
    }

    private static void assertRefused(int status, HttpResponse<String> response) throws IOException {
        JsonNode error = JSON.readTree(response.body()).get("error");
        assertEquals(status, response.statusCode());
        assertEquals("invalid_request_error", error.get("type").asText());
        assertFalse(error.get("message").asText().isEmpty());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(
                request("/chat/completions").POST(BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(guide.baseUrl() + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
