package dev.belay.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy of the tests' own: tunnels, and requests handed on. Every server's name leads to this machine, so that tests can
 * use names that are not this machine's. Threads of its own serve; any thread may look.
 */
public final class TestHttpProxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile String login;
    private volatile String answer;
    private volatile String challenge = "Basic realm=\"x\"";

    public TestHttpProxy() throws IOException {
        background(this::serve);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on it wants this in Proxy-Authorization. */
    public TestHttpProxy wanting(String authorization) {
        login = authorization;
        return this;
    }

    TestHttpProxy challenging(String how) {
        challenge = how;
        return this;
    }

    /** From now on it answers so to everything. */
    TestHttpProxy answering(String statusLine) {
        answer = statusLine;
        return this;
    }

    /** The heads of the requests that came, each with its headers. */
    public List<String> heads() {
        return heads;
    }

    private void serve() throws IOException {
        while (true) {
            Socket client = listener.accept();
            open.add(client);
            background(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        for (String head = head(in); !head.isEmpty(); head = head(in)) {
            heads.add(head);
            String line = head.substring(0, head.indexOf('\r'));
            if (answer != null) {
                write(client, "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n");
            } else if (login != null && !head.contains("\r\nProxy-Authorization: " + login + "\r\n")) {
                write(
                        client,
                        "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: " + challenge
                                + "\r\nContent-Length: 0\r\n\r\n");
            } else if (line.startsWith("CONNECT ")) {
                Socket server = connect(line.split(" ")[1]);
                write(client, "HTTP/1.1 200 Connected\r\n\r\n");
                join(client, in, server);
                return;
            } else {
                handOn(client, in, head);
                return;
            }
        }
    }

    private Socket connect(String place) throws IOException {
        int port = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(server);
        return server;
    }

    /** As good as a proxy for one server at a time: the head goes on without its host, the rest as it is. */
    private void handOn(Socket client, InputStream in, String head) throws IOException {
        String url = head.split(" ")[1];
        String place = url.substring("http://".length(), url.indexOf('/', "http://".length()));
        Socket server = connect(place);
        List<String> kept =
                new ArrayList<>(List.of(head.replace("http://" + place, "").split("\r\n")));
        kept.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-"));
        write(server, String.join("\r\n", kept) + "\r\n\r\n");
        join(client, in, server);
    }

    private void join(Socket client, InputStream in, Socket server) throws IOException {
        background(() -> copy(in, server));
        copy(server.getInputStream(), client);
    }

    private static void copy(InputStream from, Socket to) throws IOException {
        try (to) {
            OutputStream out = to.getOutputStream();
            from.transferTo(out);
        }
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Up to its blank line; empty when the client has left. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Work that ends when its sockets are closed. */
    interface Work {
        void run() throws IOException;
    }

    static void background(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // The test is over, or one end has left.
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
