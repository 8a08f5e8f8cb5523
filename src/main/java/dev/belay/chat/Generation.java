package dev.belay.chat;

import dev.belay.chat.Event.Retrying;
import dev.belay.chat.Event.Text;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An answer while it is being made: a mailbox and a cancel handle that exist before any work begins.
 *
 * <p>Three threads meet here and nowhere else. The call's own thread puts signals at the back. The caller's thread takes
 * them in {@link #follow}. Any thread may {@link #cancel}, which puts the interruption at the <em>front</em> and only then
 * closes the connection: the other way round, the failure that closing causes could win.
 */
public final class Generation {

    /** Unread bytes, about, at which the call's thread has to wait, so that a flood does not eat memory. */
    private static final int FULL = 1 << 20;

    /** What a signal takes up besides its text. */
    private static final int OVERHEAD = 64;

    /** So much unread is handed on without waiting for more. */
    private static final int PLENTY = 1 << 16;

    /** The largest piece handed on at once, in characters: small enough to stop within a few screen lines. */
    private static final int PIECE = 4096;

    /** In a flood pieces are handed on this far apart, many tokens at a time; nobody sees the difference. */
    private static final long APART_NANOS = 2_000_000;

    private final Exchange exchange;
    private final Prompt prompt;
    private final Limits limits;

    // Guarded by the lock.
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Signal> box = new ArrayDeque<>();
    private Exchange.Call call;
    private int unread;
    private boolean waiting;
    private boolean over;

    // Touched by the following thread only.
    private long handedOn = System.nanoTime() - APART_NANOS;
    private long deadline = Long.MAX_VALUE;
    private int attempt;
    private boolean shown;

    public Generation(Exchange exchange, Prompt prompt, Limits limits) {
        this.exchange = exchange;
        this.prompt = prompt;
        this.limits = limits;
    }

    /** Asks, on a thread of its own; does nothing when already cancelled. */
    public void start() {
        limits.total().ifPresent(total -> deadline = System.nanoTime() + total.toNanos());
        ask();
    }

    /**
     * Hands each event to the sink until the first outcome, and returns that one. What was not handed on by then is
     * dropped, so that screen, journal and the next request agree.
     */
    public Outcome follow(Sink sink) {
        try {
            while (true) {
                Signal signal = take();
                if (signal instanceof Event event) {
                    hand(event, sink);
                } else if (signal instanceof Failed failed && retries(failed)) {
                    waitToRetry(failed, sink);
                } else {
                    return (Outcome) signal;
                }
            }
        } finally {
            close();
        }
    }

    /** Stops: true when this call decided the outcome, false when it was decided before. */
    public boolean cancel(Cause cause) {
        return decide(new Interrupted(cause));
    }

    /** Puts an outcome of this side's before all else, then closes the connection; false when it was decided before. */
    private boolean decide(Outcome outcome) {
        Exchange.Call running;
        lock.lock();
        try {
            if (over) {
                return false;
            }
            over = true;
            box.addFirst(outcome);
            arrived.signalAll();
            room.signalAll();
            running = call;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.cancel();
        }
        return true;
    }

    /** The call that would ask; one that cannot even be made is a failed one. */
    private Exchange.Call open() {
        try {
            return exchange.open(prompt);
        } catch (RuntimeException unusable) {
            decide(new Failed(
                    new Problem(Problem.Kind.CONFIGURATION, "the request cannot be made: " + unusable.getMessage()),
                    Outcome.Retry.NEVER));
            return null;
        }
    }

    private void ask() {
        Exchange.Call next = open();
        lock.lock();
        try {
            if (over) {
                return;
            }
            call = next;
        } finally {
            lock.unlock();
        }
        Thread thread = new Thread(() -> next.run(this::put), "belay-call");
        thread.setDaemon(true);
        thread.start();
    }

    private void hand(Event event, Sink sink) {
        shown |= event instanceof Text || event instanceof Event.Reasoning;
        try {
            sink.accept(event);
        } catch (OutputClosed nobodyReads) {
            cancel(Cause.OUTPUT_CLOSED);
        } catch (IOException unwritable) {
            Problem problem = new Problem(
                    Problem.Kind.OUTPUT, "the answer cannot be written: " + unwritable.getMessage(), "make room, then ask again");
            decide(new Failed(problem, Outcome.Retry.NEVER));
        }
    }

    private boolean retries(Failed failed) {
        return !shown && failed.retry().allowed() && attempt < limits.retries();
    }

    /** Counts down second by second in the same mailbox, so that a stop ends the wait as it ends all else. */
    private void waitToRetry(Failed failed, Sink sink) {
        Duration wait = failed.retry().delay().orElse(Duration.ofSeconds(1L << attempt));
        attempt++;
        long end = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0; left = end - System.nanoTime()) {
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(left + TimeUnit.SECONDS.toNanos(1) - 1));
            hand(new Retrying(failed.problem(), Duration.ofSeconds(seconds), attempt, limits.retries()), sink);
            long tick = end - TimeUnit.SECONDS.toNanos(seconds - 1);
            if (stopsBefore(Math.min(tick, deadline))) {
                return;
            }
        }
        ask();
    }

    /** Waits for a stop; a passed deadline of the whole answer is one as well. */
    private boolean stopsBefore(long instant) {
        lock.lock();
        try {
            awaitArrival(instant);
            return !box.isEmpty() || passed(deadline);
        } finally {
            lock.unlock();
        }
    }

    private boolean put(Signal signal) {
        lock.lock();
        try {
            while (unread >= FULL && !over) {
                room.awaitUninterruptibly();
            }
            if (over) {
                return false;
            }
            box.addLast(signal);
            unread += size(signal);
            if (waiting || unread >= PLENTY || signal instanceof Outcome) {
                arrived.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next signal; taking the outcome closes the box, so that a later cancel knows it came too late. */
    private Signal take() {
        lock.lock();
        try {
            awaitArrival(deadline);
            awaitMore();
            if (passed(deadline) && !(box.peekFirst() instanceof Outcome)) {
                box.addFirst(new Interrupted(Cause.TIME_LIMIT));
            }
            Signal first = remove();
            over |= first instanceof Outcome && !(first instanceof Failed failed && retries(failed));
            return first instanceof Text text ? withNeighbours(text) : first;
        } finally {
            lock.unlock();
        }
    }

    private void awaitArrival(long until) {
        waiting = true;
        while (box.isEmpty() && !passed(until)) {
            await(until == Long.MAX_VALUE ? Long.MAX_VALUE : until - System.nanoTime());
        }
        waiting = false;
    }

    /** Lets a flood gather for a moment, so that it costs one write and one wake-up for many tokens. */
    private void awaitMore() {
        long until = handedOn + APART_NANOS;
        while (!over && unread < PLENTY && !(box.peekLast() instanceof Outcome) && !passed(until)) {
            await(until - System.nanoTime());
        }
        handedOn = System.nanoTime();
    }

    private void await(long nanos) {
        try {
            arrived.awaitNanos(nanos);
        } catch (InterruptedException stray) {
            // A thread's interrupt flag is not how a turn is stopped; JLine leaves it set at times.
        }
    }

    private static boolean passed(long instant) {
        return instant != Long.MAX_VALUE && System.nanoTime() - instant >= 0;
    }

    /** Joins waiting text, so that a flood costs one write for many tokens. */
    private Text withNeighbours(Text first) {
        if (!(box.peekFirst() instanceof Text)) {
            return first;
        }
        StringBuilder joined = new StringBuilder(first.text());
        while (joined.length() < PIECE && box.peekFirst() instanceof Text) {
            joined.append(((Text) remove()).text());
        }
        return new Text(joined.toString());
    }

    private Signal remove() {
        Signal signal = box.removeFirst();
        unread -= size(signal);
        if (unread < FULL / 2) {
            room.signal();
        }
        return signal;
    }

    private static int size(Signal signal) {
        if (signal instanceof Text text) {
            return OVERHEAD + text.text().length();
        }
        return signal instanceof Event.Reasoning reasoning ? OVERHEAD + reasoning.text().length() : OVERHEAD;
    }

    /** After the outcome nobody listens: whatever still runs is told so. */
    private void close() {
        Exchange.Call running;
        lock.lock();
        try {
            over = true;
            room.signalAll();
            running = call;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.cancel();
        }
    }
}
