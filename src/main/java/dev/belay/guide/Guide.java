package dev.belay.guide;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A provider for those who have none: a loopback server that speaks OpenAI's chat interface and answers from the
 * manual. All threads of the guide are here, are daemons, and end with {@link #close}; any thread may call it.
 */
public final class Guide implements AutoCloseable {
    public static final String MODEL = "guide";

    /** A reader who left: how many of the answer's tokens were sent by then. */
    public record Departure(int sentTokens, int totalTokens) {}

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Guide::daemon);
    private final CountDownLatch closed = new CountDownLatch(1);
    /** How the answer that began last ends: with a departure or without; null when there is none to wait for. */
    private final AtomicReference<@Nullable CompletableFuture<Optional<Departure>>> newest = new AtomicReference<>();

    private Guide(HttpServer server) {
        this.server = server;
    }

    public static Guide start() throws IOException {
        return start(Pace.READING);
    }

    static Guide start(Pace pace) throws IOException {
        sendSmallPiecesAtOnce();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        Guide guide = new Guide(server);
        server.setExecutor(guide.threads);
        server.createContext("/", new Desk(pace, guide::deliver));
        startAsDaemon(server);
        return guide;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /**
     * Waits up to the limit until the answer being streamed has noticed that its client left; empty when it came to its
     * end, or nothing was noticed in time. Each departure is told once.
     */
    public Optional<Departure> awaitDeparture(Duration limit) throws InterruptedException {
        CompletableFuture<Optional<Departure>> ending = newest.get();
        if (ending == null) {
            return Optional.empty();
        }
        try {
            Optional<Departure> departure = ending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            newest.compareAndSet(ending, null);
            return departure;
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        threads.shutdownNow();
        server.stop(0);
    }

    private void deliver(Delivery delivery, Ask ask) throws IOException {
        CompletableFuture<Optional<Departure>> ending = new CompletableFuture<>();
        newest.set(ending);
        Optional<Departure> departure = Optional.empty();
        try {
            delivery.send(Usage.of(ask.messages(), delivery.total()), ask.usage(), this::rest);
        } catch (IOException left) {
            departure = isClosed() ? departure : Optional.of(new Departure(delivery.sent(), delivery.total()));
            throw left;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            ending.complete(departure);
        }
    }

    /** Closing breaks the connections too, and that is nobody's departure. */
    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private boolean rest(Duration time) throws InterruptedException {
        return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Else the JDK's server holds each token back for up to 40 ms; it reads this when it is loaded. */
    private static void sendSmallPiecesAtOnce() {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    /** The server's own thread is a daemon only if the thread that starts it is one. */
    private static void startAsDaemon(HttpServer server) throws IOException {
        Thread starter = daemon(server::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            server.stop(0);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the guide was starting");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "guide");
        thread.setDaemon(true);
        return thread;
    }
}
