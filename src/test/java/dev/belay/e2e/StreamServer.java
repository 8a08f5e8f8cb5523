package dev.belay.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A model's server whose every byte the test decides: it accepts, records requests and says when clients leave. Any thread. */
final class StreamServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Changes changes = new Changes();
    private final List<Socket> connections = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private Consumer<Exchange> script = exchange -> {};
    private Supplier<String> scene = () -> "";
    private int handedOut;

    private StreamServer(ServerSocket listener) {
        this.listener = listener;
    }

    static StreamServer start() {
        try {
            StreamServer server = new StreamServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            background(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The address without a path, as the dialects want it that bring their own version. */
    String root() {
        return "http://127.0.0.1:" + port();
    }

    String baseUrl() {
        return root() + "/v1";
    }

    /** From now on each request is answered so, at once, besides being recorded. */
    StreamServer answerAll(Consumer<Exchange> newScript) {
        changes.make(() -> script = newScript);
        return this;
    }

    /** What to show besides when a request does not come. */
    void scene(Supplier<String> newScene) {
        scene = newScene;
    }

    /** Waits for the next request that no earlier call has returned. */
    Exchange awaitRequest() {
        changes.await(
                () -> exchanges.size() > handedOut,
                "request " + (handedOut + 1),
                () -> connections.size() + " connections so far\n" + scene.get());
        return changes.read(() -> exchanges.get(handedOut++));
    }

    /** Waits until a client has connected, whether or not it has said anything. */
    void awaitConnection() {
        changes.await(() -> !connections.isEmpty(), "a connection", () -> "none came");
    }

    int requests() {
        return changes.read(exchanges::size);
    }

    int connections() {
        return changes.read(connections::size);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                changes.make(() -> connections.add(socket));
                background(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket) {
        CompletableFuture<Long> gone = new CompletableFuture<>();
        try (var in = new BufferedInputStream(socket.getInputStream())) {
            for (Optional<Request> next = Request.read(in); next.isPresent(); next = Request.read(in)) {
                take(new Exchange(socket, next.get(), gone));
            }
        } catch (IOException | RuntimeException e) {
            // a reset, or no HTTP at all: gone in any case
        }
        gone.complete(System.nanoTime());
    }

    private void take(Exchange exchange) {
        Consumer<Exchange> answer = changes.read(() -> script);
        changes.make(() -> exchanges.add(exchange));
        answer.accept(exchange);
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "stream server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : changes.read(() -> List.copyOf(connections))) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
