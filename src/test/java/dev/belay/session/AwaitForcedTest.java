package dev.belay.session;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What must be on the disk before the next message goes out is waited for whatever comes in between. */
class AwaitForcedTest {

    @Test
    void an_interrupt_that_was_left_behind_does_not_end_the_waiting() {
        CountDownLatch written = new CountDownLatch(1);
        Thread forcing = daemon(() -> await(written));
        Thread waiting = Thread.currentThread();
        waiting.interrupt();
        daemon(() -> {
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            written.countDown();
        });
        JournalFile.await(forcing);
        assertFalse(forcing.isAlive());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stray) {
            throw new AssertionError(stray);
        }
    }
}
