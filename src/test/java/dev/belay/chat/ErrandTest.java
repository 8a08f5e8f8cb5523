package dev.belay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private static final Limits ONCE = new Limits(Optional.empty(), 0);
    private static final Failed LATER =
            new Failed(new Problem(Kind.NOT_FOUND, "not yet"), Retry.after(Duration.ofMillis(1)));

    private interface Work {
        Outcome fetch(Consumer<String> taker);
    }

    private final CountDownLatch cancelled = new CountDownLatch(1);

    private Errand<String> errand(Limits limits, Work... works) {
        Deque<Work> left = new ArrayDeque<>(List.of(works));
        return new Errand<>(() -> attempt(left.removeFirst()), limits);
    }

    private Errand.Attempt<String> attempt(Work work) {
        return new Errand.Attempt<>() {
            @Override
            public Outcome fetch(Consumer<String> taker) {
                return work.fetch(taker);
            }

            @Override
            public void cancel() {
                cancelled.countDown();
            }
        };
    }

    private static Outcome found(Consumer<String> taker) {
        taker.accept("found");
        return new Complete("fetched");
    }

    /** A server that says nothing until its connection is closed. */
    private Outcome hang(Consumer<String> taker) {
        try {
            cancelled.await();
        } catch (InterruptedException stray) {
            throw new AssertionError(stray);
        }
        return found(taker);
    }

    @Test
    void whatWasFetchedIsReturned() {
        assertEquals(Optional.of("found"), errand(ONCE, ErrandTest::found).fetch());
    }

    @Test
    void aFailureIsAProblem() {
        ProblemException failed = assertThrows(
                ProblemException.class, () -> errand(ONCE, taker -> LATER).fetch());
        assertEquals("not yet", failed.problem().message());
    }

    @Test
    void itIsTriedAgainAsOftenAsTheLimitsSay() {
        Limits twice = new Limits(Optional.empty(), 2);
        assertEquals(
                Optional.of("found"),
                errand(twice, taker -> LATER, taker -> LATER, ErrandTest::found).fetch());
        assertThrows(
                ProblemException.class,
                () -> errand(twice, taker -> LATER, taker -> LATER, taker -> LATER)
                        .fetch());
    }

    @Test
    void aStopReturnsNothingAndClosesTheConnection() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Errand<String> errand = errand(ONCE, taker -> {
            asked.countDown();
            return hang(taker);
        });
        Thread presses = new Thread(() -> {
            try {
                asked.await();
            } catch (InterruptedException stray) {
                throw new AssertionError(stray);
            }
            errand.generation().cancel(Cause.KEY);
        });
        presses.start();
        assertEquals(Optional.empty(), errand.fetch());
        presses.join();
        assertEquals(0, cancelled.getCount());
    }

    @Test
    void aStopEndsTheWaitForTheNextAttempt() {
        Failed inAnHour = new Failed(new Problem(Kind.NOT_FOUND, "not yet"), Retry.after(Duration.ofHours(1)));
        CountDownLatch asked = new CountDownLatch(1);
        Errand<String> errand = errand(new Limits(Optional.empty(), 1), taker -> {
            asked.countDown();
            return inAnHour;
        });
        new Thread(() -> {
                    try {
                        asked.await();
                    } catch (InterruptedException stray) {
                        throw new AssertionError(stray);
                    }
                    errand.generation().cancel(Cause.KEY);
                })
                .start();
        assertEquals(Optional.empty(), errand.fetch());
    }

    @Test
    void takingTooLongIsAProblem() {
        Limits short_ = new Limits(Optional.of(Duration.ofMillis(1)), 0);
        ProblemException late = assertThrows(
                ProblemException.class, () -> errand(short_, this::hang).fetch());
        assertTrue(late.getMessage().contains("in time"), late.getMessage());
        assertEquals(0, cancelled.getCount());
    }

    @Test
    void aBugOfOursDoesNotHangIt() {
        assertThrows(
                ProblemException.class,
                () -> errand(ONCE, taker -> {
                            throw new IllegalStateException("bug");
                        })
                        .fetch());
    }
}
