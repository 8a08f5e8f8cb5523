package dev.belay.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that sends a hundred tokens a second until the client has left, and remembers when it sent each. */
final class Pace implements AnswerServer.Script {

    /** A token that stands alone in the answer, after a few others. */
    static final String MARK = "mark";

    static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int BEFORE_MARK = 6;
    private static final byte[] MARKED = Answer.token(" " + MARK);

    private final CompletableFuture<List<Long>> sent = new CompletableFuture<>();

    @Override
    public void answer(Connection connection) throws IOException {
        List<Long> instants = new ArrayList<>();
        try {
            connection.out().write(Answer.HEAD);
            for (long due = System.nanoTime(); isThere(connection, due); ) {
                byte[] token = instants.size() == BEFORE_MARK ? MARKED : Answer.TOKEN;
                long now = System.nanoTime();
                instants.add(now);
                connection.out().write(token);
                // Nothing is caught up: a server that was late must not send two tokens at once.
                due = now + INTERVAL;
            }
        } finally {
            sent.complete(instants);
        }
    }

    /** Waits for the next token's time; false when the client has left by then. */
    private static boolean isThere(Connection connection, long due) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
        return !connection.left().isDone();
    }

    /** How many tokens the server began to write after this instant, whether or not they arrived. */
    long sentAfter(long instant) throws Exception {
        return sent.get(10, TimeUnit.SECONDS).stream()
                .filter(each -> each - instant > 0)
                .count();
    }
}
