package dev.belay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Event.Text;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GenerationTest {

    private static final Prompt PROMPT = new Prompt("m", "", List.of(Message.user("hi")));
    private static final Problem PROBLEM = new Problem(Kind.OVERLOADED, "busy");
    private static final Failed AT_ONCE = new Failed(PROBLEM, Retry.after(Duration.ZERO));

    private final RecordingSink sink = new RecordingSink();

    private static Generation generation(Exchange exchange) {
        return new Generation(exchange, PROMPT, Limits.DEFAULT);
    }

    @Test
    void handsOnEventsInOrderAndReturnsTheOutcome() {
        Generation generation = generation(new ScriptedExchange((out, cancelled) -> {
            out.put(new Event.Reasoning("hm"));
            out.put(new Text("a"));
            out.put(new Event.Counted(Usage.UNKNOWN));
            out.put(new Text("b"));
            out.put(new Complete("stop"));
        }));
        generation.start();
        assertEquals(new Complete("stop"), generation.follow(sink));
        assertEquals(
                List.of(new Event.Reasoning("hm"), new Text("a"), new Event.Counted(Usage.UNKNOWN), new Text("b")),
                sink.events());
    }

    /** Nobody has to look: what is waited for is told by itself, and the answer comes after it. */
    @Test
    void aFullSecondWithoutAnAnswerIsToldWithWhatItWaitsFor() {
        CountDownLatch told = new CountDownLatch(1);
        Generation generation = generation(new ScriptedExchange((out, cancelled) -> {
            out.reached(Phase.LOOKUP);
            out.reached(Phase.CONNECTING);
            told.await();
            out.put(new Text("a"));
            out.put(new Complete("stop"));
        }));
        generation.start();
        List<Event> events = new ArrayList<>();
        generation.follow(new Sink() {
            @Override
            public void accept(Event event) {
                events.add(event);
                told.countDown();
            }

            @Override
            public void end(Answer answer) {}
        });
        assertEquals(List.of(new Event.Waiting(Phase.CONNECTING, Duration.ofSeconds(1)), new Text("a")), events);
    }

    @Test
    void onceTheAnswerHasBegunNoWaitingIsTold() {
        Limits brief = new Limits(Optional.of(Duration.ofMillis(1200)), 0);
        Generation generation = new Generation(
                new ScriptedExchange((out, cancelled) -> {
                    out.put(new Text("a"));
                    cancelled.await();
                }),
                PROMPT,
                brief);
        generation.start();
        assertEquals(new Interrupted(Cause.TIME_LIMIT), generation.follow(sink));
        assertEquals(List.of(new Text("a")), sink.events());
    }

    @Test
    void aRetryBeginsToWaitAnew() {
        Generation generation = generation(new ScriptedExchange(
                (out, cancelled) -> {
                    out.reached(Phase.FIRST_TOKEN);
                    out.put(new Failed(PROBLEM, Retry.after(Duration.ofMillis(1))));
                },
                (out, cancelled) -> out.put(new Complete("stop"))));
        generation.start();
        generation.follow(sink);
        assertEquals(
                new Event.Waiting(Phase.PREPARING, Duration.ZERO), sink.events().get(1));
    }

    /** Its connection is to carry the next request. */
    @Test
    void whatCameToItsEndIsNotCancelled() {
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> out.put(new Complete("stop")));
        Generation generation = generation(exchange);
        generation.start();
        generation.follow(sink);
        assertFalse(exchange.isClosed());
    }

    @Test
    void aCancelBeforeTheStartSendsNothing() {
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> out.put(new Text("never")));
        Generation generation = generation(exchange);
        assertTrue(generation.cancel(Cause.KEY));
        generation.start();
        assertEquals(new Interrupted(Cause.KEY), generation.follow(sink));
        assertEquals(List.of(), sink.events());
    }

    @Test
    void aCancelOvertakesWhatIsUnread() throws Exception {
        CountDownLatch filled = new CountDownLatch(1);
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
            for (int i = 0; i < 1000; i++) {
                out.put(new Text("x"));
            }
            out.put(new Complete("stop"));
            filled.countDown();
        });
        Generation generation = generation(exchange);
        generation.start();
        filled.await();
        assertTrue(generation.cancel(Cause.KEY));
        assertEquals(new Interrupted(Cause.KEY), generation.follow(sink));
        assertEquals("", sink.text());
    }

    @Test
    void theFailureThatClosingCausesNeverWins() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
            begun.countDown();
            cancelled.await();
            out.put(new Failed(new Problem(Kind.NETWORK, "Socket closed"), Retry.SOON));
        });
        Generation generation = generation(exchange);
        generation.start();
        begun.await();
        generation.cancel(Cause.KEY);
        assertEquals(new Interrupted(Cause.KEY), generation.follow(sink));
        assertEquals(1, exchange.calls());
    }

    /** A slow terminal must not keep the provider generating. */
    @Test
    void aCancelClosesTheConnectionWhileTheSinkIsStillBusy() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
            out.put(new Text("a"));
            cancelled.await();
        });
        Generation generation = generation(exchange);
        generation.start();
        AtomicBoolean closedBefore = new AtomicBoolean();
        Thread canceller = new Thread(() -> {
            try {
                busy.await();
                generation.cancel(Cause.KEY);
                closedBefore.set(exchange.isClosed());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                stopped.countDown();
            }
        });
        canceller.start();
        Outcome outcome = generation.follow(new Sink() {
            @Override
            public void accept(Event event) {
                busy.countDown();
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void end(Answer answer) {}
        });
        assertEquals(new Interrupted(Cause.KEY), outcome);
        assertTrue(closedBefore.get(), "the connection was closed only when the sink was done");
    }

    @Test
    void onlyTheFirstCancelCounts() {
        Generation generation = generation(new ScriptedExchange((out, cancelled) -> {}));
        assertTrue(generation.cancel(Cause.TERMINATE));
        assertFalse(generation.cancel(Cause.KEY));
        assertEquals(new Interrupted(Cause.TERMINATE), generation.follow(sink));
    }

    @Test
    void aCancelAfterTheEndIsToldThatItCameTooLate() {
        Generation generation = generation(new ScriptedExchange((out, cancelled) -> out.put(new Complete("stop"))));
        generation.start();
        assertEquals(new Complete("stop"), generation.follow(sink));
        assertFalse(generation.cancel(Cause.KEY));
    }

    @Test
    void aFullBoxHoldsTheSenderAndACancelFreesIt() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        AtomicInteger accepted = new AtomicInteger();
        CountDownLatch much = new CountDownLatch(200);
        Generation generation = generation(new ScriptedExchange((out, cancelled) -> {
            while (out.put(new Text("x".repeat(1024)))) {
                accepted.incrementAndGet();
                much.countDown();
            }
            freed.countDown();
        }));
        generation.start();
        much.await();
        generation.cancel(Cause.KEY);
        freed.await();
        assertTrue(accepted.get() <= 1025, "back-pressure, but " + accepted + " KiB were taken");
        assertEquals(new Interrupted(Cause.KEY), generation.follow(sink));
    }

    @Test
    void aClosedOutputInterrupts() {
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
            out.put(new Text("a"));
            cancelled.await();
        });
        Generation generation = generation(exchange);
        generation.start();
        Outcome outcome = generation.follow(new Sink() {
            @Override
            public void accept(Event event) throws IOException {
                throw new OutputClosed(new IOException("Broken pipe"));
            }

            @Override
            public void end(Answer answer) {}
        });
        assertEquals(new Interrupted(Cause.OUTPUT_CLOSED), outcome);
        assertTrue(exchange.isClosed());
    }

    @Test
    void anOutputThatCannotBeWrittenIsAFailure() {
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
            out.put(new Text("a"));
            cancelled.await();
        });
        Generation generation = generation(exchange);
        generation.start();
        Outcome outcome = generation.follow(new Sink() {
            @Override
            public void accept(Event event) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void end(Answer answer) {}
        });
        assertEquals(
                Kind.OUTPUT, assertInstanceOf(Failed.class, outcome).problem().kind());
        assertTrue(exchange.isClosed());
    }

    @Test
    void aRequestThatCannotBeMadeIsAFailure() {
        Generation generation = generation(prompt -> {
            throw new IllegalArgumentException("no such header");
        });
        generation.start();
        assertInstanceOf(Failed.class, generation.follow(sink));
    }

    @Test
    void whatADialectSaysOfAPromptItCannotSendIsTheFailure() {
        Generation generation = generation(prompt -> {
            throw new ProblemException(PROBLEM);
        });
        generation.start();
        assertEquals(new Failed(PROBLEM, Retry.NEVER), generation.follow(sink));
    }

    @Test
    void aSinkThatBreaksStillClosesTheConnection() {
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
            out.put(new Text("a"));
            cancelled.await();
        });
        Generation generation = generation(exchange);
        generation.start();
        try {
            generation.follow(new Sink() {
                @Override
                public void accept(Event event) {
                    throw new IllegalStateException("a bug");
                }

                @Override
                public void end(Answer answer) {}
            });
            throw new AssertionError("the bug was swallowed");
        } catch (IllegalStateException bug) {
            assertTrue(exchange.isClosed());
        }
    }

    @Test
    void retriesTwiceBeforeAnythingWasShown() {
        ScriptedExchange exchange = new ScriptedExchange(
                (out, cancelled) -> out.put(AT_ONCE), (out, cancelled) -> out.put(AT_ONCE), (out, cancelled) -> {
                    out.put(new Text("a"));
                    out.put(new Complete("stop"));
                });
        Generation generation = generation(exchange);
        generation.start();
        assertEquals(new Complete("stop"), generation.follow(sink));
        assertEquals(3, exchange.calls());
    }

    @Test
    void aThirdFailureIsTheOutcome() {
        ScriptedExchange exchange = new ScriptedExchange(
                (out, cancelled) -> out.put(AT_ONCE),
                (out, cancelled) -> out.put(AT_ONCE),
                (out, cancelled) -> out.put(AT_ONCE));
        Generation generation = generation(exchange);
        generation.start();
        assertEquals(AT_ONCE, generation.follow(sink));
        assertEquals(3, exchange.calls());
    }

    @Test
    void neverRetriesOnceSomethingWasShown() {
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
            out.put(new Text("a"));
            out.put(AT_ONCE);
        });
        Generation generation = generation(exchange);
        generation.start();
        assertEquals(AT_ONCE, generation.follow(sink));
        assertEquals(1, exchange.calls());
    }

    @Test
    void countsDownWhileItWaitsAndACancelEndsTheWait() {
        ScriptedExchange exchange = new ScriptedExchange(
                (out, cancelled) -> out.put(new Failed(PROBLEM, Retry.after(Duration.ofHours(1)))),
                (out, cancelled) -> {
                    throw new AssertionError("asked again after the stop");
                });
        Generation generation = generation(exchange);
        generation.start();
        AtomicBoolean counted = new AtomicBoolean();
        Outcome outcome = generation.follow(new Sink() {
            @Override
            public void accept(Event event) {
                Event.Retrying retrying = assertInstanceOf(Event.Retrying.class, event);
                assertEquals(Duration.ofHours(1), retrying.left());
                assertEquals(1, retrying.attempt());
                counted.set(true);
                generation.cancel(Cause.KEY);
            }

            @Override
            public void end(Answer answer) {}
        });
        assertEquals(new Interrupted(Cause.KEY), outcome);
        assertTrue(counted.get());
        assertEquals(1, exchange.calls());
    }

    @Test
    void theTimeLimitEndsASilentAnswer() {
        Generation generation = new Generation(
                new ScriptedExchange((out, cancelled) -> {
                    out.put(new Text("a"));
                    cancelled.await();
                }),
                PROMPT,
                new Limits(Optional.of(Duration.ofMillis(50)), 2));
        generation.start();
        assertEquals(new Interrupted(Cause.TIME_LIMIT), generation.follow(sink));
        assertEquals("a", sink.text());
    }

    @Test
    void theTimeLimitEndsTheWaitForARetryToo() {
        Generation generation = new Generation(
                new ScriptedExchange(
                        (out, cancelled) -> out.put(new Failed(PROBLEM, Retry.after(Duration.ofHours(1))))),
                PROMPT,
                new Limits(Optional.of(Duration.ofMillis(50)), 2));
        generation.start();
        assertEquals(new Interrupted(Cause.TIME_LIMIT), generation.follow(sink));
    }

    @Test
    void aStrayInterruptFlagDoesNotEndAnything() {
        Generation generation = generation(new ScriptedExchange((out, cancelled) -> out.put(new Complete("stop"))));
        Thread.currentThread().interrupt();
        generation.start();
        assertEquals(new Complete("stop"), generation.follow(sink));
        Thread.interrupted();
    }

    /** The race at the end, again and again: one of the two wins, and all that was shown is all that counts. */
    @Test
    void completionAndCancelRaceAndExactlyOneWins() throws Exception {
        int interrupted = 0;
        for (int i = 0; i < 1000; i++) {
            CyclicBarrier line = new CyclicBarrier(2);
            ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> {
                out.put(new Text("all"));
                meet(line);
                out.put(new Complete("stop"));
            });
            RecordingSink recorder = new RecordingSink();
            Turn turn = new Turn(exchange, PROMPT, Limits.DEFAULT, List.of(recorder));
            AtomicBoolean won = new AtomicBoolean();
            Thread canceller = new Thread(() -> {
                meet(line);
                won.set(turn.generation().cancel(Cause.KEY));
            });
            canceller.start();
            Answer answer = turn.run();
            canceller.join();
            assertEquals(answer, recorder.answer());
            assertEquals(won.get(), answer.outcome() instanceof Interrupted, answer.toString());
            assertEquals(recorder.text(), answer.text());
            assertEquals(won.get(), exchange.isClosed());
            interrupted += won.get() ? 1 : 0;
        }
        System.out.println("race at the end: " + interrupted + " of 1000 interrupted, the others complete");
    }

    private static void meet(CyclicBarrier line) {
        try {
            line.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
