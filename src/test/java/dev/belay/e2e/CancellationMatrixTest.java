package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Limits;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Question;
import dev.belay.chat.RecordingSink;
import dev.belay.chat.Sink;
import dev.belay.config.Tuning;
import dev.belay.provider.Endpoint;
import dev.belay.provider.OpenAiChat;
import dev.belay.repl.Dialogue;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Manner;
import dev.belay.repl.Model;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import dev.belay.wire.Http;
import dev.belay.wire.Network;
import dev.belay.wire.SlowNames;
import dev.belay.wire.Timeouts;
import dev.belay.wire.WatchedConnect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One stop in every state a call can be in: one outcome, the connection closed, and screen, disk and next request agree. */
@Timeout(60)
class CancellationMatrixTest {

    @TempDir
    Path folder;

    private final StreamServer server = StreamServer.start();
    private final Interrupts interrupts = new Interrupts(cause -> {});
    private final RecordingSink screen = new RecordingSink();
    private final CountDownLatch shown = new CountDownLatch(1);
    private Session session;

    @BeforeEach
    void openSession() {
        session = Session.create(new SessionStore(folder), warning -> {
            throw new AssertionError(warning);
        });
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        server.close();
    }

    /** What the server does before the stop, and how much of it may have been seen. */
    enum State {
        BEFORE_HEADERS(0) {
            @Override
            void reach(Exchange exchange) {}
        },
        AFTER_HEADERS(0) {
            @Override
            void reach(Exchange exchange) {
                exchange.begin();
            }
        },
        AFTER_A_COMMENT(0) {
            @Override
            void reach(Exchange exchange) {
                exchange.begin().comment("PROCESSING");
            }
        },
        MID_STREAM_STALLED(1) {
            @Override
            void reach(Exchange exchange) {
                exchange.begin().token("half of an ans");
            }
        },
        IN_HALF_A_LINE(1) {
            @Override
            void reach(Exchange exchange) {
                exchange.begin().token("half").piece("data: {\"choices\":[{\"delta\":{\"content\":\" never sh");
            }
        },
        WHILE_REASONING(0) {
            @Override
            void reach(Exchange exchange) {
                exchange.begin().reasoning("let me see");
            }
        },
        IN_A_FLOOD(1) {
            @Override
            void reach(Exchange exchange) {
                exchange.begin().flood();
            }
        },
        WAITING_FOR_THE_USAGE(1) {
            @Override
            void reach(Exchange exchange) {
                exchange.begin().token("all").comment("no finish yet");
            }
        };

        private final int pieces;

        State(int pieces) {
            this.pieces = pieces;
        }

        abstract void reach(Exchange exchange);
    }

    @ParameterizedTest
    @EnumSource
    void oneStopInThisState(State state) throws Exception {
        CompletableFuture<Answer> answer = ask(dialogue(server.baseUrl(), http()));
        Exchange exchange = server.awaitRequest();
        state.reach(exchange);
        if (state.pieces > 0 || state == State.WHILE_REASONING) {
            shown.await();
        }
        interrupts.fire(Cause.KEY);
        interrupts.fire(Cause.KEY);
        assertStopped(answer.get());
        exchange.awaitGone();
        assertEquals(1, server.requests());
    }

    @Test
    void oneStopWhileTheNameIsLookedUp() throws Exception {
        SlowNames names = new SlowNames();
        CompletableFuture<Answer> answer = ask(dialogue("http://slow.example/v1", names.http()));
        names.awaitAsked();
        interrupts.fire(Cause.KEY);
        assertStopped(answer.get());
        names.release();
        assertEquals(0, server.connections());
    }

    @Test
    void oneStopWhileTheConnectionIsMade() throws Exception {
        try (DeafPort port = new DeafPort()) {
            String url = "http://127.0.0.1:" + port.number() + "/v1";
            WatchedConnect connect = new WatchedConnect();
            CompletableFuture<Answer> answer = ask(dialogue(url, connect.http()));
            connect.await();
            interrupts.fire(Cause.KEY);
            assertStopped(answer.get());
        }
    }

    @Test
    void oneStopInTheTlsHandshake() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "https://127.0.0.1:" + silent.getLocalPort() + "/v1";
            CompletableFuture<Answer> answer = ask(dialogue(url, http()));
            try (Socket accepted = silent.accept()) {
                assertEquals(0x16, accepted.getInputStream().read(), "a TLS handshake record");
                interrupts.fire(Cause.KEY);
                assertStopped(answer.get());
                drain(accepted);
            }
        }
    }

    @Test
    void oneStopInTheWaitForARetry() throws Exception {
        CompletableFuture<Answer> answer = ask(dialogue(server.baseUrl(), http()));
        server.awaitRequest().respond("503 Service Unavailable", "application/json", "{}", "Retry-After: 100");
        shown.await();
        interrupts.fire(Cause.KEY);
        assertStopped(answer.get());
        assertEquals(1, server.requests());
    }

    @Test
    void aStopAfterTheEndIsNoStop() throws Exception {
        CompletableFuture<Answer> answer = ask(dialogue(server.baseUrl(), http()));
        server.awaitRequest().begin().token("whole").done();
        assertEquals(new Complete("stop"), answer.get().outcome());
        interrupts.fire(Cause.KEY);
        assertEquals(List.of(Message.user("q"), Message.assistant("whole"), Message.user("next")), resent());
    }

    /** All that a stop promises, read from the screen, the disk and the next request. */
    private void assertStopped(Answer answer) throws Exception {
        assertEquals(new Interrupted(Cause.KEY), answer.outcome());
        assertEquals(answer, screen.answer());
        assertEquals(screen.text(), answer.text());
        assertFalse(answer.text().contains("never shown"));
        String journal = journal();
        assertTrue(journal.stripTrailing().endsWith("}") && journal.contains("\"outcome\":\"interrupted\""), journal);
        String kept = answer.text().stripTrailing();
        List<Message> expected = kept.isEmpty()
                ? List.of(Message.user("q\n\nnext"))
                : List.of(
                        Message.user("q"),
                        Message.assistant(kept + "\n\n[interrupted by the user]"),
                        Message.user("next"));
        assertEquals(expected, resent());
        session.close();
        Session again = Session.resume(new SessionStore(folder), session.id(), warning -> {
            throw new AssertionError(warning);
        });
        assertEquals(expected, again.messages(Question.of("next")));
        again.close();
    }

    private List<Message> resent() {
        return session.messages(Question.of("next"));
    }

    private String journal() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(f -> f.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }

    private static void drain(Socket socket) throws IOException {
        byte[] bytes = new byte[1 << 12];
        int count = 0;
        while (count >= 0) {
            count = socket.getInputStream().read(bytes);
        }
    }

    private static Http http() {
        return Http.over(Network.DIRECT, Timeouts.DEFAULT, line -> {});
    }

    private Dialogue dialogue(String url, Http http) {
        Model model = new Model("m", "m", http.speaking(new OpenAiChat(new Endpoint(url, Optional.empty(), ""))));
        return new Dialogue(session, model, new Manner(Limits.DEFAULT, Tuning.none()), interrupts);
    }

    private CompletableFuture<Answer> ask(Dialogue dialogue) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(dialogue.ask(Question.of("q"), new Watched()));
            } catch (Throwable t) {
                answer.completeExceptionally(t);
            }
        });
        thread.start();
        return answer;
    }

    /** The screen, telling when the first thing is on it. */
    private final class Watched implements Sink {
        @Override
        public void accept(Event event) {
            screen.accept(event);
            shown.countDown();
        }

        @Override
        public void end(Answer answer) {
            screen.end(answer);
        }
    }
}
