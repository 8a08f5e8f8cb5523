package dev.belay.chat;

import dev.belay.chat.Event.Retrying;
import dev.belay.chat.Event.Text;
import dev.belay.chat.Event.Waiting;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer while it is being made: a mailbox and a cancel handle that exist before any work begins.
 *
 * <p>The call's own thread puts signals at the back of the mailbox. The caller's thread takes them in {@link #follow}. Any
 * thread may {@link #cancel}, which puts the interruption at the <em>front</em> and only then closes the connection: the
 * other way round, the failure that closing causes could win.
 */
public final class Generation {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Exchange exchange;
    private final Prompt prompt;
    private final Limits limits;
    private final Mailbox mailbox = new Mailbox();

    /** Set before the mailbox is asked whether it is closed, and read after it was: one of the two sees the other. */
    private volatile Exchange.@Nullable Call call;

    // Touched by the following thread only.
    private long deadline = Mailbox.NEVER;
    private int attempt;
    private boolean shown;
    private boolean answering;
    private long begin;

    public Generation(Exchange exchange, Prompt prompt, Limits limits) {
        this.exchange = exchange;
        this.prompt = prompt;
        this.limits = limits;
    }

    /** Asks, on a thread of its own; does nothing when already cancelled. */
    public void start() {
        begin = System.nanoTime();
        limits.total().ifPresent(total -> deadline = begin + total.toNanos());
        ask();
    }

    /**
     * Hands each event to the sink until the first outcome, and returns that one. What was not handed on by then is
     * dropped, so that screen, journal and the next request agree.
     */
    public Outcome follow(Sink sink) {
        Outcome outcome = null;
        try {
            while (outcome == null) {
                awaitBegin(sink);
                Signal signal = mailbox.take(deadline, new Interrupted(Cause.TIME_LIMIT), this::isFinal);
                if (signal instanceof Event event) {
                    hand(event, sink);
                } else if (isFinal((Outcome) signal)) {
                    outcome = (Outcome) signal;
                } else {
                    waitToRetry((Failed) signal, sink);
                }
            }
            return outcome;
        } finally {
            mailbox.close();
            if (!(outcome instanceof Complete)) {
                release();
            }
        }
    }

    /** Until the answer's own text comes, the seconds are told; what is told in time needs no word. */
    private void awaitBegin(Sink sink) {
        while (!answering) {
            long tick = begin + (secondsSinceBegin() + 1) * SECOND;
            if (mailbox.hasAnyBefore(Math.min(tick, deadline)) || Mailbox.passed(deadline)) {
                return;
            }
            tell(sink);
        }
    }

    private void tell(Sink sink) {
        hand(new Waiting(mailbox.phase(), Duration.ofSeconds(secondsSinceBegin())), sink);
    }

    private long secondsSinceBegin() {
        return (System.nanoTime() - begin) / SECOND;
    }

    /** Stops: true when this call decided the outcome, false when it was decided before. */
    public boolean cancel(Cause cause) {
        return decide(new Interrupted(cause));
    }

    private boolean decide(Outcome outcome) {
        boolean decided = mailbox.overtake(outcome);
        if (decided) {
            release();
        }
        return decided;
    }

    private void release() {
        Exchange.Call running = call;
        if (running != null) {
            running.cancel();
        }
    }

    private void ask() {
        Exchange.Call next;
        try {
            next = exchange.open(prompt);
        } catch (ProblemException told) {
            decide(new Failed(told.problem(), Retry.NEVER));
            return;
        } catch (RuntimeException unusable) {
            fail(Kind.CONFIGURATION, "the request cannot be made: " + unusable.getMessage(), "");
            return;
        }
        call = next;
        if (!mailbox.isClosed()) {
            Thread thread = new Thread(() -> next.run(mailbox), "belay-call");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void hand(Event event, Sink sink) {
        answering |= event instanceof Text;
        shown |= event instanceof Text || event instanceof Event.Reasoning;
        try {
            sink.accept(event);
        } catch (OutputClosed nobodyReads) {
            cancel(Cause.OUTPUT_CLOSED);
        } catch (IOException unwritable) {
            fail(
                    Kind.OUTPUT,
                    "the answer cannot be written: " + unwritable.getMessage(),
                    "look where it goes, then ask again");
        }
    }

    private void fail(Kind kind, String message, String hint) {
        decide(new Failed(new Problem(kind, message, hint), Retry.NEVER));
    }

    private boolean isFinal(Outcome outcome) {
        return !(outcome instanceof Failed failed && failed.retry().allowed() && !shown && attempt < limits.retries());
    }

    /** Counts down second by second in the same mailbox, so that a stop ends the wait as it ends all else. */
    private void waitToRetry(Failed failed, Sink sink) {
        Duration wait = failed.retry().delay().orElse(Duration.ofSeconds(1L << attempt));
        attempt++;
        long end = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0; left = end - System.nanoTime()) {
            long seconds = Math.max(1, (left + SECOND - 1) / SECOND);
            hand(new Retrying(failed.problem(), Duration.ofSeconds(seconds), attempt, limits.retries()), sink);
            long tick = end - (seconds - 1) * SECOND;
            if (mailbox.hasAnyBefore(Math.min(tick, deadline)) || Mailbox.passed(deadline)) {
                return;
            }
        }
        mailbox.reached(Phase.PREPARING);
        if (!wait.isZero()) {
            tell(sink);
        }
        ask();
    }
}
