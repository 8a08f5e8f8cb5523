package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.wire.Http2Server.Connection;
import dev.belay.wire.Http2Server.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over HTTP/2 a stop gives up one stream, and the connection carries the next turn. */
@Timeout(60)
class Http2Test {

    private static final Authority AUTHORITY = new Authority();
    private static final int CANCEL = 8;

    @TempDir
    Path folder;

    private final List<Connection> connections = new ArrayList<>();
    private final List<String> debug = new ArrayList<>();
    private Http2Server server;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        server = new Http2Server(AUTHORITY.context("127.0.0.1"));
        http = Http.over(AUTHORITY.network(folder), Timeouts.DEFAULT, debug::add);
    }

    @AfterEach
    void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        server.close();
    }

    private String url() {
        return "https://127.0.0.1:" + server.port() + "/v1";
    }

    private Connection accept() throws IOException {
        Connection connection = server.accept();
        connections.add(connection);
        return connection;
    }

    /** How far the server goes before the stop. */
    enum State {
        WAITING_FOR_HEADERS {
            @Override
            void reach(Connection connection, int stream, Asked asked) {}
        },
        HEADERS_SEEN {
            @Override
            void reach(Connection connection, int stream, Asked asked) throws Exception {
                connection.head(stream);
                asked.awaitHeaders();
            }
        },
        MID_STREAM {
            @Override
            void reach(Connection connection, int stream, Asked asked) throws Exception {
                connection.head(stream).data(stream, Words.HELLO);
                asked.awaitText();
            }
        },
        IN_HALF_AN_EVENT {
            @Override
            void reach(Connection connection, int stream, Asked asked) throws Exception {
                connection.head(stream).data(stream, Words.HELLO).data(stream, "data: half of");
                asked.awaitText();
            }
        };

        abstract void reach(Connection connection, int stream, Asked asked) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void aStopIsAResetOfOneStream(State state) throws Exception {
        Asked stopped = Asked.begin(http, url());
        Connection connection = accept();
        int stream = connection.request();
        state.reach(connection, stream, stopped);
        stopped.cancel();
        Frame reset = connection.reset();
        assertEquals(stream, reset.stream());
        assertEquals(CANCEL, reset.code());
        stopped.end();
        Asked next = Asked.begin(http, url());
        assertEquals(stream + 2, connection.answer());
        next.expectHello();
    }

    @Test
    void whatTheServerStillSendsAfterAStopDisturbsNobody() throws Exception {
        Asked stopped = Asked.begin(http, url());
        Connection connection = accept();
        int stream = connection.request();
        connection.head(stream).data(stream, Words.HELLO);
        stopped.awaitText();
        stopped.cancel();
        connection.reset();
        for (int i = 0; i < 20; i++) {
            connection.data(stream, "data: late\n\n");
        }
        connection.end(stream);
        Asked next = Asked.begin(http, url());
        connection
                .head(stream + 2)
                .data(stream + 2, Words.HELLO)
                .data(stream + 2, Words.DONE)
                .end(stream + 2);
        next.expectHello();
        assertFalse(stopped.signals().toString().contains("late"));
    }

    @Test
    void anAnswerThatEndsByItselfIsNotResetAndLeavesItsConnection() throws Exception {
        Asked first = Asked.begin(http, url());
        Connection connection = accept();
        assertEquals(3, connection.answer());
        first.expectHello();
        first.cancel();
        Asked second = Asked.begin(http, url());
        assertEquals(5, connection.answer());
        second.expectHello();
        assertTrue(connection.hasNoReset());
    }

    /** The body is held open after the mark of the end: the stream is given up, the connection is not. */
    @Test
    void aStreamHeldOpenAfterTheEndIsGivenUp() throws Exception {
        Asked first = Asked.begin(http, url());
        Connection connection = accept();
        int stream = connection.request();
        connection.head(stream).data(stream, Words.HELLO).data(stream, Words.DONE);
        first.outcome();
        assertEquals(stream, connection.reset().stream());
        first.expectHello();
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsReplaced() throws Exception {
        Asked first = Asked.begin(http, url());
        Connection closed = accept();
        closed.answer();
        first.expectHello();
        closed.leave();
        Asked second = Asked.begin(http, url());
        accept().answer();
        second.expectHello();
    }

    @Test
    void aStopBeforeAnythingHasBegunSendsNothing() throws Exception {
        Asked never = Asked.later(http, url());
        never.cancel();
        never.start().failure();
        assertTrue(debug.stream().noneMatch(line -> line.startsWith("HTTP")), debug.toString());
        Asked next = Asked.begin(http, url());
        assertEquals(3, accept().answer());
        next.expectHello();
    }

    @Test
    void debuggingTellsHowItCame() throws Exception {
        Asked first = Asked.begin(http, url(), "{\"text\":\"hi\"}");
        accept().answer();
        first.expectHello();
        assertEquals(List.of("POST " + url() + " (13 bytes)", "{\"text\":\"hi\"}", "HTTP 200 over h2, TLSv1.3"), debug);
    }
}
