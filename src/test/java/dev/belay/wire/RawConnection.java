package dev.belay.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The server's end of an HTTP/1.1 connection, every byte of which the test decides. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static RawConnection accept(ServerSocket listener) throws IOException {
        return new RawConnection(listener.accept());
    }

    /** Reads one request; its head. */
    String request() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client has left after: " + head);
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int length = lower.indexOf("content-length: ");
        if (length >= 0) {
            int begin = length + "content-length: ".length();
            in.readNBytes(Integer.parseInt(lower.substring(begin, lower.indexOf('\r', begin))));
        }
        return head.toString();
    }

    RawConnection write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A head that lets the body come in chunks. */
    RawConnection head() throws IOException {
        return write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    RawConnection chunk(String text) throws IOException {
        return write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    /** The end of a body in chunks. */
    RawConnection end() throws IOException {
        return write("0\r\n\r\n");
    }

    /** A whole answer to one request. */
    void answer() throws IOException {
        request();
        head().chunk(Words.HELLO).chunk(Words.DONE).end();
    }

    /** Whether the client has left by now. */
    boolean hasEnded() {
        try {
            socket.setSoTimeout(1);
            return in.read() < 0;
        } catch (SocketTimeoutException still) {
            return false;
        } catch (IOException reset) {
            return true;
        } finally {
            forGood();
        }
    }

    private void forGood() {
        try {
            socket.setSoTimeout(0);
        } catch (IOException closed) {
            // Nothing is read from it any more.
        }
    }

    /** Waits until the client has left; whatever it still says is thrown away. */
    void awaitEnd() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // Left as well.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
