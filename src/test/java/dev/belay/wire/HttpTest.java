package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Event;
import dev.belay.chat.Exchange;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Phase;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import dev.belay.provider.Endpoint;
import dev.belay.provider.OpenAiChat;
import dev.belay.provider.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of a server's answers, over a real connection. */
@Timeout(60)
class HttpTest {

    private static final String HELLO =
            "data: {\"choices\":[{\"delta\":{\"content\":\"hello\"},\"finish_reason\":null}]}\n\n";
    private static final String STOP = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String url() {
        return server.url("/v1").toString();
    }

    private List<Signal> ask(Timeouts timeouts, Optional<Secret> key) {
        Protocol protocol = new OpenAiChat(new Endpoint(url(), key, "OPENAI_API_KEY"));
        List<Signal> signals = new ArrayList<>();
        Http.over(Network.DIRECT, timeouts, line -> {})
                .speaking(protocol)
                .open(new Prompt("m", "", List.of(Message.user("q"))))
                .run(signals::add);
        return signals;
    }

    private List<Signal> ask() {
        return ask(Timeouts.DEFAULT, Optional.empty());
    }

    private Failed failure() {
        List<Signal> signals = ask();
        return assertInstanceOf(Failed.class, signals.get(signals.size() - 1));
    }

    private void answer(int status, String contentType, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        if (!contentType.isEmpty()) {
            response.addHeader("Content-Type", contentType);
        }
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.build());
    }

    @Test
    void saysHowFarItHasCome() {
        answer(200, "text/event-stream", HELLO + STOP + DONE);
        List<Phase> phases = new ArrayList<>();
        Exchange.Outbox out = new Exchange.Outbox() {
            @Override
            public boolean put(Signal signal) {
                return true;
            }

            @Override
            public void reached(Phase phase) {
                phases.add(phase);
            }
        };
        Http.over(Network.DIRECT, Timeouts.DEFAULT, line -> {})
                .speaking(new OpenAiChat(new Endpoint(url(), Optional.empty(), "OPENAI_API_KEY")))
                .open(new Prompt("m", "", List.of(Message.user("q"))))
                .run(out);
        assertEquals(List.of(Phase.LOOKUP, Phase.CONNECTING, Phase.SENDING, Phase.ANSWER, Phase.FIRST_TOKEN), phases);
    }

    @Test
    void sendsTheRequestThatTheDialectMakes() throws Exception {
        answer(200, "text/event-stream", HELLO + STOP + DONE);
        ask(Timeouts.DEFAULT, Optional.of(new Secret("sk-secret")));
        var request = server.takeRequest();
        assertEquals("/v1/chat/completions", request.getTarget());
        assertEquals("POST", request.getMethod());
        assertEquals("Bearer sk-secret", request.getHeaders().get("Authorization"));
        assertEquals(
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"q\"}],\"stream\":true,"
                        + "\"stream_options\":{\"include_usage\":true}}",
                request.getBody().utf8());
    }

    @Test
    void sendsNoKeyWhereThereIsNone() throws Exception {
        answer(200, "text/event-stream", HELLO + DONE);
        ask();
        assertNull(server.takeRequest().getHeaders().get("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/event-stream", "text/event-stream; charset=utf-8", "text/plain", "application/json", ""})
    void readsAStreamWhateverItsContentType(String contentType) {
        answer(200, contentType, HELLO + STOP + DONE);
        assertEquals(List.of(new Event.Text("hello"), new Complete("stop")), ask());
    }

    @Test
    void readsOneJsonObjectInsteadOfAStream() {
        answer(
                200,
                "application/json",
                "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"hi\"},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}");
        List<Signal> signals = ask();
        assertEquals(new Event.Text("hi"), signals.get(0));
        assertEquals(new Complete("stop"), signals.get(signals.size() - 1));
    }

    @Test
    void anErrorWithStatus200IsAFailure() {
        answer(200, "application/json", "{\"error\":{\"message\":\"no such luck\"}}");
        assertEquals("no such luck", failure().problem().message());
    }

    @Test
    void aWebPageWithStatus200IsAFailureThatNamesIt() {
        answer(200, "text/html", "<!DOCTYPE html><html><head><title>Hotel Wi-Fi</title></head></html>");
        Failed failed = failure();
        assertEquals(Kind.PROTOCOL, failed.problem().kind());
        assertTrue(failed.problem().message().contains("Hotel Wi-Fi"), failed.toString());
    }

    @Test
    void anEmptyAnswerIsAFailure() {
        answer(200, "text/event-stream", "");
        assertEquals(Retry.NEVER, failure().retry());
    }

    @Test
    void aStreamWithoutItsEndMarkerIsAFailureWithTheTextBefore() {
        answer(200, "text/event-stream", HELLO);
        List<Signal> signals = ask();
        assertEquals(new Event.Text("hello"), signals.get(0));
        assertInstanceOf(Failed.class, signals.get(1));
    }

    @Test
    void halfAJsonAtTheEndIsDiscarded() {
        answer(200, "text/event-stream", HELLO + "data: {\"choices\":[{\"delta\":{\"content\":\"wor");
        List<Signal> signals = ask();
        assertEquals(2, signals.size());
        assertEquals(new Event.Text("hello"), signals.get(0));
        assertTrue(((Failed) signals.get(1)).problem().message().contains("broke off"));
    }

    @Test
    void aConnectionThatBreaksInMidAnswerIsNotTriedAgain() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(HELLO.repeat(1000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        List<Signal> signals = ask();
        Failed failed = assertInstanceOf(Failed.class, signals.get(signals.size() - 1));
        assertEquals(Kind.NETWORK, failed.problem().kind());
        assertEquals(Retry.NEVER, failed.retry());
    }

    @Test
    void aConnectionClosedWithoutAnAnswerMayBeTriedAgainByUsOnly() {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());
        Failed failed = failure();
        assertEquals(Kind.NETWORK, failed.problem().kind());
        assertTrue(failed.retry().allowed());
        assertEquals(1, server.getRequestCount(), "the client itself must not send it twice");
    }

    @Test
    void silenceAfterTheFirstByteEndsTheAnswerAsAFailure() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String base = "http://127.0.0.1:" + silent.getLocalPort() + "/v1";
            List<Signal> signals = new ArrayList<>();
            Thread asking =
                    new Thread(() -> Http.over(Network.DIRECT, Timeouts.silence(Duration.ofSeconds(1)), line -> {})
                            .speaking(new OpenAiChat(new Endpoint(base, Optional.empty(), "")))
                            .open(new Prompt("m", "", List.of(Message.user("q"))))
                            .run(signals::add));
            asking.start();
            try (Socket socket = silent.accept()) {
                String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
                socket.getOutputStream().write((head + HELLO).getBytes(StandardCharsets.UTF_8));
                asking.join();
            }
            assertEquals(new Event.Text("hello"), signals.get(0));
            Failed failed = assertInstanceOf(Failed.class, signals.get(1));
            assertTrue(failed.problem().message().contains("nothing came for 1 s"), failed.toString());
        }
    }

    @Test
    void afterTheFinishReasonNobodyWaitsLongForTheUsage() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(HELLO + STOP + "x".repeat(100))
                .throttleBody((HELLO + STOP).length(), 1, TimeUnit.HOURS)
                .build());
        List<Signal> signals = ask();
        assertEquals(List.of(new Event.Text("hello"), new Complete("stop")), signals);
    }

    @Test
    void aReasonWithEveryPieceDoesNotCutASlowAnswerShort() {
        String piece = "data: {\"choices\":[{\"delta\":{\"content\":\"hello\"},\"finish_reason\":\"stop\"}]}\n\n";
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(piece.repeat(4))
                .throttleBody(piece.length(), 900, TimeUnit.MILLISECONDS)
                .build());
        assertEquals(5, ask().size());
    }

    @Test
    void aLineWithoutEndIsRefusedInASentence() {
        Buffer body = new Buffer().writeUtf8(HELLO).writeUtf8("data: {\"choices\":[{\"delta\":{\"content\":\"");
        for (int i = 0; i < 20; i++) {
            body.writeUtf8("y".repeat(1 << 20));
        }
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(body)
                .build());
        List<Signal> signals = ask();
        assertEquals(new Event.Text("hello"), signals.get(0));
        Failed failed = assertInstanceOf(Failed.class, signals.get(1));
        assertTrue(failed.problem().message().contains("16 MiB"), failed.toString());
    }

    @Test
    void aRedirectIsNotFollowedAndTheKeyStays() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            answer(307, "", "", "Location", other.url("/elsewhere?token=secret").toString());
            List<Signal> signals = ask(Timeouts.DEFAULT, Optional.of(new Secret("sk-secret")));
            Failed failed = assertInstanceOf(Failed.class, signals.get(0));
            assertEquals(Kind.CONFIGURATION, failed.problem().kind());
            assertFalse(failed.problem().sentence().contains("secret"), failed.toString());
            assertEquals(0, other.getRequestCount());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED, false", "401, AUTH, false", "403, AUTH, false", "404, NOT_FOUND, false", "408, OVERLOADED, true",
        "409, OVERLOADED, true", "413, CONTEXT, false", "402, QUOTA, false", "429, LIMIT, true",
                "500, OVERLOADED, true",
        "502, OVERLOADED, true", "503, OVERLOADED, true", "504, OVERLOADED, true", "529, OVERLOADED, true"
    })
    void everyStatusHasItsKindWhateverTheBody(int status, Kind kind, boolean again) {
        for (String body : List.of("", "{\"error\":{\"message\":\"why\"}}", "<html><title>why</title></html>", "why")) {
            answer(status, "application/octet-stream", body);
            Failed failed = failure();
            assertEquals(kind, failed.problem().kind());
            assertEquals(again, failed.retry().allowed());
            assertEquals(!body.isEmpty(), failed.problem().message().contains("why"), failed.toString());
            assertTrue(failed.problem().message().startsWith("HTTP " + status));
        }
    }

    @Test
    void theServersWordOnRetryingCounts() {
        answer(500, "", "", "x-should-retry", "false");
        assertFalse(failure().retry().allowed());
        answer(400, "", "", "x-should-retry", "true");
        assertTrue(failure().retry().allowed());
        answer(429, "", "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"pay\"}}");
        assertFalse(failure().retry().allowed());
    }

    @Test
    void retryAfterIsReadInEveryForm() {
        answer(503, "", "", "Retry-After", "1.5");
        assertEquals(Retry.after(Duration.ofMillis(1500)), failure().retry());
        answer(503, "", "", "retry-after-ms", "250", "Retry-After", "9");
        assertEquals(Retry.after(Duration.ofMillis(250)), failure().retry());
        answer(503, "", "", "Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT");
        assertEquals(Retry.after(Duration.ZERO), failure().retry());
        answer(503, "", "", "Retry-After", "rubbish");
        assertEquals(Retry.SOON, failure().retry());
        answer(503, "", "", "Retry-After", "100000");
        assertEquals(Retry.NEVER, failure().retry());
    }

    @Test
    void aServerThatRepeatsTheKeyDoesNotGetItShown() {
        answer(401, "application/json", "{\"error\":{\"message\":\"bad key sk-secret\"}}");
        List<Signal> signals = ask(Timeouts.DEFAULT, Optional.of(new Secret("sk-secret")));
        String said = ((Failed) signals.get(0)).problem().sentence();
        assertFalse(said.contains("sk-secret"), said);
        assertTrue(said.contains("OPENAI_API_KEY"), said);
    }

    @Test
    void nobodyThereIsAFailureThatMayBeTriedAgain() {
        server.close();
        Failed failed = failure();
        assertEquals(Kind.NETWORK, failed.problem().kind());
        assertTrue(failed.retry().allowed());
        assertTrue(failed.problem().message().startsWith("nothing answers at"), failed.toString());
    }
}
