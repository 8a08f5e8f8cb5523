package dev.belay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One request and the pen with which the test writes the answer to it. Any thread; pieces are written whole. */
final class Exchange {
    private static final String DELTA =
            "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"test-model\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}";
    private static final String USAGE =
            "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"test-model\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":%d,\"total_tokens\":%d}}";

    private final Socket socket;
    private final Request request;
    private final CompletableFuture<Long> gone;
    private final AtomicInteger tokens = new AtomicInteger();

    Exchange(Socket socket, Request request, CompletableFuture<Long> gone) {
        this.socket = socket;
        this.request = request;
        this.gone = gone;
    }

    Request request() {
        return request;
    }

    /** How many tokens have been handed to the network so far. */
    int tokens() {
        return tokens.get();
    }

    /** A whole answer with a length. Headers are given as whole lines. */
    Exchange respond(String status, String contentType, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + bytes.length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return write(head + "\r\n").write(bytes);
    }

    /** Status and headers of an event stream, and the role that providers send first. */
    Exchange begin() {
        return stream("text/event-stream").data(DELTA.formatted("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
    }

    /** Status and headers of a stream of any kind. */
    Exchange stream(String contentType) {
        return write("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    Exchange token(String text) {
        data(DELTA.formatted("{\"content\":" + Json.quote(text) + "}", "null"));
        tokens.incrementAndGet();
        return this;
    }

    Exchange reasoning(String text) {
        return data(DELTA.formatted("{\"reasoning_content\":" + Json.quote(text) + "}", "null"));
    }

    Exchange comment(String text) {
        return piece(": " + text + "\n\n");
    }

    Exchange data(String json) {
        return piece(event(json));
    }

    /** One chunk of the body, whatever it holds. */
    Exchange piece(String text) {
        return write(chunk(text));
    }

    /** The end as OpenAI writes it, at once: finish reason, usage, [DONE], last chunk. */
    void done() {
        String usage = USAGE.formatted(tokens.get(), tokens.get() + 7);
        write(chunk(event(DELTA.formatted("{}", "\"stop\"")))
                + chunk(event(usage))
                + chunk(event("[DONE]"))
                + chunk(""));
    }

    /** The last chunk of the body: after this the stream is over, with or without an end marker in it. */
    void endBody() {
        write(chunk(""));
    }

    private static String event(String data) {
        return "data: " + data + "\n\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n";
    }

    /** Closes the connection after what was written. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops the connection with a reset. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes numbered tokens as fast as the client takes them, until it leaves. */
    void flood() {
        CompletableFuture<Integer> unused = flooding();
    }

    /** The same; completes with their number. */
    CompletableFuture<Integer> flooding() {
        CompletableFuture<Integer> flooded = new CompletableFuture<>();
        Thread thread = new Thread(() -> flooded.complete(floodUntilGone()), "flood");
        thread.setDaemon(true);
        thread.start();
        return flooded;
    }

    private int floodUntilGone() {
        try {
            while (!gone.isDone()) {
                token(tokens.get() + " ");
            }
        } catch (UncheckedIOException e) {
            // the client has left: that is the end of a flood
        }
        return tokens.get();
    }

    /** Waits until the client has closed or reset the connection; the nanoTime at which the server saw it. */
    long awaitGone() {
        try {
            return gone.get(Changes.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "the client still holds its connection after " + Changes.LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    Exchange write(String text) {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Exchange write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the client has left", e);
        }
    }
}
