package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Answer;
import dev.belay.chat.Errand;
import dev.belay.chat.Event;
import dev.belay.chat.Event.Receipt;
import dev.belay.chat.Event.Text;
import dev.belay.chat.Generation;
import dev.belay.chat.Limits;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.chat.Question;
import dev.belay.chat.ScriptedExchange;
import dev.belay.chat.Sink;
import dev.belay.chat.Turn;
import dev.belay.chat.Usage;
import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Trait;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import dev.belay.wire.Http;
import dev.belay.wire.Network;
import dev.belay.wire.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stopped answer with a receipt: what the journal keeps of it, and what it cost in truth. */
@Timeout(60)
class AccountsTest {

    @TempDir
    private Path sessions;

    @AutoClose
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void begin() throws IOException {
        server.start();
    }

    /** An answer that names itself before its first word, and is stopped after that. */
    private static Answer stopped(Sink journal) {
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
            out.put(new Receipt("gen-42"));
            out.put(new Text("one two"));
            cancelled.await();
        });
        Generation[] handle = new Generation[1];
        Sink stopper = new Sink() {
            @Override
            public void accept(Event event) {
                if (event instanceof Text) {
                    handle[0].cancel(Cause.KEY);
                }
            }

            @Override
            public void end(Answer answer) {}
        };
        Turn turn = new Turn(
                exchange, new Prompt("m", "", List.of(Message.user("q"))), Limits.DEFAULT, List.of(journal, stopper));
        handle[0] = turn.generation();
        return turn.run();
    }

    @Test
    void theReceiptIsInTheJournalAndTheBooksTellTheTruth() throws IOException {
        answer(
                200,
                "{\"data\":{\"native_tokens_prompt\":9,\"native_tokens_completion\":350,\"total_cost\":0.0125,\"cancelled\":true}}");
        SessionStore store = new SessionStore(sessions);
        Answer answer;
        String id;
        try (Session session = Session.create(store, warning -> {})) {
            session.begin(Question.of("q"), "openrouter/m");
            answer = stopped(session.journal().orElseThrow());
            session.answered(Question.of("q"), answer);
            id = session.id();
        }
        String end = Files.readAllLines(sessions.resolve(id + ".jsonl")).get(3);
        assertTrue(end.contains("\"outcome\":\"interrupted\"") && end.contains("\"generation\":\"gen-42\""), end);
        assertTrue(answer.isEstimated());

        Answer settled = answer.settled(account(answer.receipt()).fetch().orElseThrow());
        assertEquals(350, settled.outputTokens());
        assertEquals(0.0125, settled.dollars().orElseThrow());
    }

    @Test
    void anAccountThatIsLateIsAskedForAgain() throws InterruptedException {
        answer(404, "{\"error\":{\"message\":\"Generation gen-1 not found\",\"code\":404}}");
        answer(200, "{\"data\":{\"native_tokens_prompt\":11,\"native_tokens_completion\":22,\"total_cost\":0.0021}}");
        Usage usage = account("gen-1").fetch().orElseThrow();
        assertEquals(11, usage.inputTokens().orElseThrow());
        assertEquals(22, usage.outputTokens().orElseThrow());
        server.takeRequest();
        assertEquals(
                "GET /api/v1/generation?id=gen-1 HTTP/1.1", server.takeRequest().getRequestLine());
    }

    @Test
    void anAccountThatNeverComesIsAProblem() {
        for (int i = 0; i < 5; i++) {
            answer(404, "{\"error\":{\"message\":\"not found\"}}");
        }
        ProblemException problem =
                assertThrows(ProblemException.class, () -> account("gen-1").fetch());
        assertTrue(problem.getMessage().contains("no account"), problem.getMessage());
        assertEquals(5, server.getRequestCount());
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private Errand<Usage> account(String receipt) {
        Endpoint endpoint = new Endpoint(
                "http://127.0.0.1:" + server.getPort() + "/api/v1",
                "",
                Optional.empty(),
                "",
                Map.of(),
                Set.of(Trait.RECEIPTS));
        return new Accounts(
                        Dialects.CHAT.at(endpoint), endpoint, Http.over(Network.DIRECT, Timeouts.DEFAULT, Http.UNHEARD))
                .of(receipt)
                .orElseThrow();
    }
}
