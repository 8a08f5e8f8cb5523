package dev.belay.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Watches a stream of bytes for one text; the reading thread feeds, any may wait. */
final class Sighting {

    private final byte[] wanted;
    private final CompletableFuture<Long> seen = new CompletableFuture<>();
    private int matched;

    Sighting(byte[] wanted) {
        this.wanted = wanted;
    }

    /** Takes bytes that were read at that instant; the text must not begin twice within itself. */
    void feed(byte[] bytes, int count, long instant) {
        for (int i = 0; i < count && matched < wanted.length; i++) {
            if (bytes[i] == wanted[matched]) {
                matched++;
            } else {
                matched = bytes[i] == wanted[0] ? 1 : 0;
            }
        }
        if (matched == wanted.length) {
            seen.complete(instant);
        }
    }

    void fail(Exception cause) {
        seen.completeExceptionally(cause);
    }

    boolean isSeen() {
        return seen.isDone();
    }

    /** Waits for it; the instant at which the last of its bytes had been read. */
    long at() throws Exception {
        return seen.get(10, TimeUnit.SECONDS);
    }
}
