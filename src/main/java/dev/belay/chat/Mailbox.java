package dev.belay.chat;

import dev.belay.chat.Event.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Where a call's thread, the turn's thread and whoever stops them meet, and nowhere else. Signals are put at the back and
 * taken from the front; an outcome of this side's overtakes them all. Any thread may call.
 */
final class Mailbox implements Exchange.Outbox {

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

    /** An instant that never comes. */
    static final long NEVER = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition room = lock.newCondition();

    // Guarded by the lock.
    private final Deque<Signal> box = new ArrayDeque<>();
    private int unread;
    private boolean waiting;
    private boolean closed;
    private Phase phase = Phase.PREPARING;
    private long handedOn = System.nanoTime() - APART_NANOS;

    @Override
    public boolean put(Signal signal) {
        lock.lock();
        try {
            while (unread >= FULL && !closed) {
                room.awaitUninterruptibly();
            }
            if (closed) {
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

    /** Only remembered: nobody is woken, for whoever waits looks once a second. */
    @Override
    public void reached(Phase next) {
        lock.lock();
        try {
            phase = next;
        } finally {
            lock.unlock();
        }
    }

    /** How far the call has come. */
    Phase phase() {
        lock.lock();
        try {
            return phase;
        } finally {
            lock.unlock();
        }
    }

    /** Puts an outcome before all else and closes the box; false when it was closed before. */
    boolean overtake(Outcome outcome) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            box.addFirst(outcome);
            shut();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** From here on nothing is accepted, and whoever waits to put something is told so. */
    void close() {
        lock.lock();
        try {
            shut();
        } finally {
            lock.unlock();
        }
    }

    private void shut() {
        closed = true;
        arrived.signalAll();
        room.signalAll();
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next signal, waited for. Taking a final outcome closes the box, so that whoever comes later is told that it was
     * too late.
     *
     * @param deadline the instant from which on the outcome is the given one
     * @param whenPassed what that outcome is
     * @param isFinal whether an outcome ends the generation
     */
    Signal take(long deadline, Outcome whenPassed, Predicate<Outcome> isFinal) {
        lock.lock();
        try {
            awaitArrival(deadline);
            awaitMore();
            if (passed(deadline) && !(box.peekFirst() instanceof Outcome)) {
                box.addFirst(whenPassed);
            }
            Signal first = remove();
            closed |= first instanceof Outcome outcome && isFinal.test(outcome);
            return first instanceof Text text ? withNeighbours(text) : first;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is there, which this tells, or the instant has come. */
    boolean hasAnyBefore(long instant) {
        lock.lock();
        try {
            awaitArrival(instant);
            return !box.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void awaitArrival(long until) {
        waiting = true;
        while (box.isEmpty() && !passed(until)) {
            await(until == NEVER ? NEVER : until - System.nanoTime());
        }
        waiting = false;
    }

    /** Lets a flood gather for a moment, so that it costs one write and one wake-up for many tokens. */
    private void awaitMore() {
        long until = handedOn + APART_NANOS;
        while (!closed && unread < PLENTY && !(box.peekLast() instanceof Outcome) && !passed(until)) {
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

    static boolean passed(long instant) {
        return instant != NEVER && System.nanoTime() - instant >= 0;
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
        return signal instanceof Event.Reasoning reasoning
                ? OVERHEAD + reasoning.text().length()
                : OVERHEAD;
    }
}
