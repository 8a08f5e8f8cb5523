package dev.belay.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Looks at a connection that was kept since an earlier request before this one is written to it. Servers close such
 * connections when they like: a dead one is replaced before anything is sent, so that nothing is sent twice. Any thread.
 */
final class KeptConnections {

    /** The clock that stands still while the machine sleeps may lag so far behind the other by chance. */
    private static final long CLOCKS_APART_MILLIS = 3_000;

    private final Map<Connection, Moment> lastUsed = Collections.synchronizedMap(new WeakHashMap<>());

    private KeptConnections() {}

    static OkHttpClient.Builder checking(OkHttpClient.Builder client) {
        KeptConnections kept = new KeptConnections();
        return client.addInterceptor(KeptConnections::sent).addNetworkInterceptor(kept::looked);
    }

    /** A connection turned out to be dead before anything was written to it. */
    private static final class Dead extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The connection stands, and nothing comes over it. */
    private static final class NoAnswer extends SocketTimeoutException {
        private static final long serialVersionUID = 1L;

        NoAnswer(SocketTimeoutException e) {
            super(e.getMessage());
            initCause(e);
        }
    }

    /** An instant by both clocks. */
    record Moment(long wallMillis, long awakeNanos) {

        static Moment now() {
            return new Moment(System.currentTimeMillis(), System.nanoTime());
        }

        /** Nobody knows what became of a connection while this machine slept, and to find out could take minutes. */
        boolean sleptSince(Moment before) {
            long awakeMillis = (awakeNanos - before.awakeNanos) / 1_000_000;
            return wallMillis - before.wallMillis - awakeMillis > CLOCKS_APART_MILLIS;
        }
    }

    /** Each dead connection is closed, so that this ends: with one that was just made, if with no other. */
    private static Response sent(Interceptor.Chain chain) throws IOException {
        while (true) {
            try {
                return chain.proceed(chain.request());
            } catch (Dead another) {
                // The next one is tried.
            } catch (NoAnswer connected) {
                throw connected;
            } catch (SocketTimeoutException e) {
                throw notConnected(e);
            }
        }
    }

    /** A server that is silent in the handshake of TLS did not accept the connection either. */
    private static SocketTimeoutException notConnected(SocketTimeoutException e) {
        SocketTimeoutException connect = new SocketTimeoutException("connect timed out");
        connect.initCause(e);
        return connect;
    }

    private Response looked(Interceptor.Chain chain) throws IOException {
        Connection connection = Objects.requireNonNull(chain.connection(), "a network interceptor has one");
        Moment now = Moment.now();
        Moment before = lastUsed.put(connection, now);
        if (before != null && (now.sleptSince(before) || hasEnded(connection))) {
            connection.socket().close();
            throw new Dead();
        }
        try {
            return chain.proceed(chain.request());
        } catch (SocketTimeoutException e) {
            throw new NoAnswer(e);
        }
    }

    /** OkHttp itself looks only after ten seconds. On HTTP/2 it always reads, and knows. */
    private static boolean hasEnded(Connection connection) throws IOException {
        if (connection.protocol() == Protocol.HTTP_2) {
            return false;
        }
        Socket socket = connection.socket();
        int limit = socket.getSoTimeout();
        try {
            socket.setSoTimeout(1);
            // Anything but silence is an end: nobody was asked anything.
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException silent) {
            socket.setSoTimeout(limit);
            return false;
        } catch (IOException broken) {
            return true;
        }
    }
}
