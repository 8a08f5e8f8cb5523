package dev.belay.e2e;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A thing that changes and can be waited for: a wait ends by a signal or fails at the limit, never by a guess. Any thread. */
final class Changes {
    static final Duration LIMIT = Duration.ofSeconds(10);

    synchronized void make(Runnable change) {
        change.run();
        notifyAll();
    }

    synchronized <T> T read(Supplier<T> look) {
        return look.get();
    }

    void await(BooleanSupplier reached, String what, Supplier<String> scene) {
        await(LIMIT, reached, what, scene);
    }

    synchronized void await(Duration limit, BooleanSupplier reached, String what, Supplier<String> scene) {
        long end = System.nanoTime() + limit.toNanos();
        while (!reached.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("waited " + limit.toSeconds() + " s for " + what + "\n" + scene.get());
            }
            pause(left);
        }
    }

    private void pause(long nanos) {
        try {
            wait(nanos / 1_000_000 + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
