package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.belay.chat.Generation;
import dev.belay.chat.Limits;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.chat.ScriptedExchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptsTest {

    private final LinkedBlockingQueue<Cause> idle = new LinkedBlockingQueue<>();
    private final Interrupts interrupts = new Interrupts(idle::add);

    private static Generation generation() {
        return new Generation(new ScriptedExchange(), new Prompt("m", "", List.of(Message.user("q"))), Limits.DEFAULT);
    }

    @Test
    void withNothingArmedTheIdleOneIsTold() {
        interrupts.fire(Cause.KEY);
        assertEquals(Cause.KEY, idle.poll());
    }

    @Test
    void theArmedGenerationIsStoppedAndNobodyElseIsTold() {
        Generation generation = generation();
        interrupts.arm(generation, Optional.empty());
        interrupts.fire(Cause.KEY);
        assertFalse(generation.cancel(Cause.TERMINATE), "it was stopped already");
        interrupts.disarm();
        assertEquals(null, idle.poll());
    }

    @Test
    void aPressThatComesTooLateIsAbsorbed() {
        Generation generation = generation();
        generation.cancel(Cause.TIME_LIMIT);
        interrupts.arm(generation, Optional.empty());
        interrupts.fire(Cause.KEY);
        interrupts.fire(Cause.KEY);
        interrupts.disarm();
        assertEquals(null, idle.poll());
    }

    @Test
    void aPressThatComesTooLateReachesWhatIsAskedInThatTurnsPlace() {
        Generation first = generation();
        first.cancel(Cause.TIME_LIMIT);
        interrupts.arm(first, Optional.empty());
        interrupts.fire(Cause.KEY);
        interrupts.disarm();
        interrupts.expectMore();
        Generation second = generation();
        interrupts.arm(second, Optional.empty());
        assertFalse(second.cancel(Cause.TERMINATE), "it was stopped already");
        interrupts.disarm();
        interrupts.expectMore();
        Generation third = generation();
        interrupts.arm(third, Optional.empty());
        assertTrue(third.cancel(Cause.TERMINATE), "the press has had its effect");
    }

    @Test
    void anOldPressDoesNotReachTheNextQuestion() {
        interrupts.expect();
        interrupts.fire(Cause.KEY);
        interrupts.disarm();
        interrupts.expect();
        Generation next = generation();
        interrupts.arm(next, Optional.empty());
        assertEquals(true, next.cancel(Cause.TERMINATE));
    }

    /** A press anywhere between Enter and the generation is meant for that generation, and never lost. */
    @Test
    void aPressWhileTheQuestionIsOnItsWayStopsIt() throws Exception {
        for (int i = 0; i < 5_000; i++) {
            Generation generation = generation();
            CyclicBarrier line = new CyclicBarrier(2);
            interrupts.expect();
            Thread presser = new Thread(() -> {
                meet(line);
                interrupts.fire(Cause.KEY);
            });
            presser.start();
            meet(line);
            interrupts.arm(generation, Optional.empty());
            presser.join();
            assertFalse(generation.cancel(Cause.TERMINATE), "the press was lost in run " + i);
            interrupts.disarm();
        }
        assertEquals(null, idle.poll());
    }

    @Test
    void aStoppedTurnThatHangsIsGivenUp() throws Exception {
        interrupts.arm(generation(), Optional.empty());
        interrupts.fire(Cause.TERMINATE);
        assertEquals(Cause.TERMINATE, idle.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aTurnThatHangsAfterItsAnswerIsGivenUpAsWell() throws Exception {
        Generation generation = generation();
        generation.cancel(Cause.TIME_LIMIT);
        interrupts.arm(generation, Optional.empty());
        interrupts.fire(Cause.TERMINATE);
        assertEquals(Cause.TERMINATE, idle.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void aTimeLimitThatChangedNothingGivesTheTurnUp() throws Exception {
        interrupts.arm(generation(), Optional.of(Duration.ofMillis(1)));
        assertEquals(Cause.TIME_LIMIT, idle.poll(20, TimeUnit.SECONDS));
    }

    private static void meet(CyclicBarrier line) {
        try {
            line.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPressStopsWorkThatIsNoAnswerAndIsToldAsEver() {
        Stopped stopped = assertThrows(
                Stopped.class,
                () -> interrupts.stoppable(() -> idle.add(Cause.HANGUP), () -> {
                    interrupts.fire(Cause.KEY);
                    return "done all the same";
                }));
        assertEquals(Cause.KEY, stopped.by());
        assertEquals(List.of(Cause.HANGUP, Cause.KEY), List.copyOf(idle));
    }

    @Test
    void workThatWasStoppedHasNotFailed() {
        assertThrows(
                Stopped.class,
                () -> interrupts.stoppable(() -> {}, () -> {
                    interrupts.fire(Cause.KEY);
                    throw ProblemException.configuration("broke off", "");
                }));
    }

    @Test
    void aPressBeforeTheWorkBeginsStopsIt() {
        interrupts.expect();
        interrupts.fire(Cause.KEY);
        assertThrows(Stopped.class, () -> interrupts.stoppable(() -> {}, () -> fail("the work was begun")));
        interrupts.disarm();
        assertEquals("done", interrupts.stoppable(() -> {}, () -> "done"));
    }

    @Test
    void afterTheWorkAPressStopsNothing() {
        assertEquals("done", interrupts.stoppable(() -> fail("stopped too late"), () -> "done"));
        interrupts.fire(Cause.KEY);
        assertEquals(Cause.KEY, idle.poll());
    }
}
