package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Outcome.Complete;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which connections carry a second request over HTTP/1.1, and what becomes of those that cannot. */
@Timeout(60)
class KeptConnectionsTest {

    private final Http http = Http.over(Network.DIRECT, Timeouts.DEFAULT, Http.UNHEARD);
    private final List<RawConnection> connections = new ArrayList<>();
    private ServerSocket listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    private String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/v1";
    }

    private RawConnection accept() throws IOException {
        RawConnection connection = RawConnection.accept(listener);
        connections.add(connection);
        return connection;
    }

    private void assertNobodyConnects() throws IOException {
        listener.setSoTimeout(50);
        try {
            accept();
            throw new AssertionError("there is another connection");
        } catch (SocketTimeoutException nobody) {
            listener.setSoTimeout(0);
        }
    }

    @Test
    void aSecondTurnComesOverTheSameConnection() throws Exception {
        Asked first = Asked.begin(http, url());
        RawConnection connection = accept();
        connection.answer();
        first.expectHello();
        for (int i = 0; i < 3; i++) {
            Asked next = Asked.begin(http, url());
            connection.answer();
            next.expectHello();
        }
        assertNobodyConnects();
    }

    /** The mark of the end is enough for the outcome; a body that is held open costs the connection, not the person's time. */
    @Test
    void aBodyHeldOpenAfterTheEndDelaysNothing() throws Exception {
        AtomicBoolean givenUpBefore = new AtomicBoolean(true);
        AtomicReference<RawConnection> held = new AtomicReference<>();
        Asked first = Asked.later(http, url())
                .atOutcome(() -> givenUpBefore.set(held.get().hasEnded()))
                .start();
        held.set(accept());
        held.get().request();
        held.get().head().chunk(Words.HELLO + Words.DONE);
        assertEquals(new Complete("stop"), first.outcome());
        assertFalse(givenUpBefore.get());
        held.get().awaitEnd();
        first.end();
        Asked second = Asked.begin(http, url());
        accept().answer();
        second.expectHello();
    }

    @Test
    void whatIsLeftOfABodyIsReadIfItComesAtOnce() throws Exception {
        Asked first = Asked.begin(http, url());
        RawConnection connection = accept();
        connection.request();
        connection
                .head()
                .chunk(Words.HELLO + Words.DONE + ": a comment\n\n")
                .chunk(": and one more\n\n")
                .end();
        first.expectHello();
        Asked second = Asked.begin(http, url());
        connection.answer();
        second.expectHello();
        assertNobodyConnects();
    }

    @Test
    void aRefusalThatWasReadLeavesItsConnection() throws Exception {
        Asked first = Asked.begin(http, url());
        RawConnection connection = accept();
        connection.request();
        connection.write("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 2\r\n\r\n{}");
        assertEquals("HTTP 429", first.problem().message());
        Asked second = Asked.begin(http, url());
        connection.answer();
        second.expectHello();
    }

    @Test
    void aStopClosesItsConnection() throws Exception {
        Asked first = Asked.begin(http, url());
        RawConnection connection = accept();
        connection.request();
        connection.head().chunk(Words.HELLO);
        first.awaitText();
        first.cancel();
        connection.awaitEnd();
        first.end();
        Asked second = Asked.begin(http, url());
        accept().answer();
        second.expectHello();
    }

    /** Neither an error nor a request that is sent twice. */
    @Test
    void aConnectionThatTheServerClosedMeanwhileIsReplaced() throws Exception {
        Asked first = Asked.begin(http, url());
        RawConnection closed = accept();
        closed.answer();
        first.expectHello();
        closed.close();
        Asked second = Asked.begin(http, url());
        accept().answer();
        second.expectHello();
        assertNobodyConnects();
    }

    /** As some proxies do before they close one. */
    @Test
    void aConnectionOnWhichSomethingUnaskedCameIsReplaced() throws Exception {
        Asked first = Asked.begin(http, url());
        RawConnection chatty = accept();
        chatty.answer();
        first.expectHello();
        chatty.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        Asked second = Asked.begin(http, url());
        accept().answer();
        second.expectHello();
    }

    @Test
    void severalDeadConnectionsAreReplacedByOne() throws Exception {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.add(Asked.begin(http, url()));
            accept().request();
        }
        for (RawConnection connection : connections) {
            connection.head().chunk(Words.HELLO + Words.DONE).end();
        }
        for (Asked one : asked) {
            one.expectHello();
        }
        for (RawConnection connection : connections) {
            connection.close();
        }
        Asked last = Asked.begin(http, url());
        accept().answer();
        last.expectHello();
        assertNobodyConnects();
    }

    /** When it closes just as the request arrives, the program may ask again, with a word to the person; nobody else may. */
    @Test
    void aConnectionThatBreaksAfterTheRequestIsNotRepeatedByTheClient() throws Exception {
        Asked first = Asked.begin(http, url());
        RawConnection connection = accept();
        connection.answer();
        first.expectHello();
        Asked second = Asked.begin(http, url());
        connection.request();
        connection.close();
        assertTrue(second.failure().retry().allowed());
        assertNobodyConnects();
    }

    @Test
    void aMachineThatSleptIsToldByItsClocks() {
        KeptConnections.Moment before = new KeptConnections.Moment(1_000_000, 5_000_000_000L);
        assertFalse(new KeptConnections.Moment(1_060_000, 65_000_000_000L).sleptSince(before), "a minute awake");
        assertTrue(new KeptConnections.Moment(1_060_000, 6_000_000_000L).sleptSince(before), "a minute asleep");
        assertFalse(new KeptConnections.Moment(940_000, 6_000_000_000L).sleptSince(before), "a clock set back");
    }
}
