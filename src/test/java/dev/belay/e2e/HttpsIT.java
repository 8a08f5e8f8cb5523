package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.wire.Authority;
import dev.belay.wire.Http2Server;
import dev.belay.wire.TestHttpProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The built program over https, through proxies, and with settings of the network that are wrong. */
@Timeout(60)
class HttpsIT {
    private static final String DELTA =
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}\n\n";
    private static final String END =
            "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    /** {@code me:p4ss@word} as HTTP carries it. */
    private static final String BASIC = "Basic bWU6cDRzc0B3b3Jk";

    @AutoClose
    private final Stage stage = new Stage();

    private final Authority authority = new Authority();
    private Http2Server server;

    @BeforeEach
    void start() throws IOException {
        server = new Http2Server(authority.context("127.0.0.1", "model.test"));
        Path roots = Files.writeString(stage.box().work().resolve("roots.pem"), authority.pem());
        stage.box().set("SSL_CERT_FILE", roots.toString()).set("OPENAI_API_KEY", "sk-marked-key");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private List<String> belay(String host, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Image.launcher(), "--base-url", "https://" + host + ":" + server.port() + "/v1", "-m", "test-model"));
        command.addAll(List.of(words));
        return command;
    }

    private static void answer(Http2Server.Connection connection, String text) throws Exception {
        int stream = connection.request();
        connection
                .head(stream)
                .data(stream, DELTA.formatted(text))
                .data(stream, END)
                .end(stream);
    }

    @Test
    void a_question_is_answered_over_https() throws Exception {
        Run run = stage.run(belay("127.0.0.1", "--debug", "hello"));
        try (Http2Server.Connection connection = server.accept()) {
            answer(connection, "hi there");
            assertEquals(0, run.exit(), run.toString());
        }
        assertEquals("hi there", run.out());
        assertTrue(run.err().contains("HTTP 200 over h2, TLSv1.3"), run.err());
        assertTrue(run.err().contains("\"content\":\"hello\""), run.err());
        assertFalse(run.err().contains("sk-marked-key"), run.err());
    }

    @Test
    void a_stop_gives_up_the_answer_and_the_connection_carries_the_next_turn() throws Exception {
        TerminalSession terminal = stage.terminal(belay("127.0.0.1"));
        terminal.awaitPrompt();
        terminal.enter("first");
        try (Http2Server.Connection connection = server.accept()) {
            int stream = connection.request();
            connection.head(stream).data(stream, DELTA.formatted("half of an ans"));
            terminal.awaitText("half of an ans");
            terminal.press(Keys.CTRL_C);
            assertEquals(stream, connection.reset().stream());
            terminal.awaitPrompt();
            terminal.enter("second");
            answer(connection, "whole answer");
            terminal.awaitText("whole answer");
        }
    }

    @Test
    void a_proxy_with_a_login_is_used() throws Exception {
        try (TestHttpProxy proxy = new TestHttpProxy().wanting(BASIC)) {
            stage.box().set("HTTPS_PROXY", "http://me:p4ss%40word@127.0.0.1:" + proxy.port());
            Run run = stage.run(belay("model.test", "--debug", "hello"));
            try (Http2Server.Connection connection = server.accept()) {
                answer(connection, "hi there");
                assertEquals(0, run.exit(), run.toString());
            }
            assertTrue(run.err().contains("through the proxy 127.0.0.1:" + proxy.port()), run.err());
            assertNoPassword(run);
        }
    }

    private static void assertNoPassword(Run run) {
        for (String secret : new String[] {"p4ss", "bWU6cDRzc0B3b3Jk"}) {
            assertFalse(run.err().contains(secret), run.err());
        }
    }

    private Run misconfigured(String... words) {
        Run run = stage.run(belay("model.test", words));
        assertEquals(3, run.exit(), run.toString());
        assertEquals("", run.out());
        return run;
    }

    @Test
    void a_bad_proxy_is_a_mistake_that_is_named_and_not_repeated() {
        stage.box().set("ALL_PROXY", "http://me:p4ss/word@proxy:8080");
        Run run = misconfigured("--debug", "hello");
        assertTrue(run.err().contains("ALL_PROXY holds no address of a proxy"), run.err());
        assertNoPassword(run);
    }

    @Test
    void a_file_of_roots_that_is_not_there_is_a_mistake_that_is_named() {
        stage.box().set("SSL_CERT_FILE", "/nowhere/roots.pem");
        Run run = misconfigured("hello");
        assertTrue(run.err().contains("SSL_CERT_FILE: cannot read the file /nowhere/roots.pem"), run.err());
    }

    /** What is set for others does not stand in the way of a server on this machine. */
    @Test
    void a_local_server_does_not_mind() {
        stage.box().set("ALL_PROXY", "nonsense:::").set("SSL_CERT_FILE", "/nowhere/roots.pem");
        Run run = stage.oneShot("hello");
        stage.server().awaitRequest().begin().token("ok").done();
        assertEquals(0, run.exit(), run.toString());
    }
}
