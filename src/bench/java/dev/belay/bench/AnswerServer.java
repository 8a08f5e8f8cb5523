package dev.belay.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A model's server that answers as it is told. Any thread.
 *
 * <p>Each connection has a thread that does nothing but read, so that its clock is stamped as soon as the kernel tells that
 * the client has left; another one writes.
 */
final class AnswerServer implements AutoCloseable {

    /** What is done with a request. */
    interface Script {
        void answer(Connection connection) throws IOException;
    }

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "server");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Script script;
    private volatile String lastBody;

    /** Completes with the connection whose request comes next. */
    private volatile CompletableFuture<Connection> next = new CompletableFuture<>();

    private AnswerServer(ServerSocket listener) {
        this.listener = listener;
    }

    static AnswerServer start() throws IOException {
        AnswerServer server = new AnswerServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        server.threads.execute(server::accept);
        return server;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/v1";
    }

    /** From now on requests are answered so; returns the connection on which the next one comes. */
    CompletableFuture<Connection> answer(Script newScript) {
        CompletableFuture<Connection> first = new CompletableFuture<>();
        script = newScript;
        next = first;
        return first;
    }

    String lastBody() {
        return lastBody;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                threads.execute(() -> serve(new Connection(socket)));
            }
        } catch (IOException closed) {
            // All is measured.
        }
    }

    private void serve(Connection connection) {
        Request request = new Request();
        try (Socket socket = connection.socket()) {
            for (int n = request.read(socket); n >= 0; n = request.read(socket)) {
                if (request.isWhole()) {
                    lastBody = request.body();
                    request = new Request();
                    Script answer = script;
                    next.complete(connection);
                    threads.execute(() -> connection.write(answer));
                }
            }
            connection.left().complete(System.nanoTime());
        } catch (IOException reset) {
            connection.left().complete(System.nanoTime());
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
