package dev.belay.repl;

import dev.belay.chat.Generation;
import dev.belay.chat.Outcome.Cause;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Carries a signal to the generation that is armed. The handlers are installed once; what they reach changes from turn to
 * turn. Any thread may fire; the turn's thread arms and disarms.
 */
public final class Interrupts {

    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final AtomicReference<Generation> armed = new AtomicReference<>();
    private final AtomicReference<Cause> leaving = new AtomicReference<>();

    /** What a signal finds when no answer is being made. */
    public interface Idle {
        void fired(Cause cause);
    }

    private final AtomicReference<Cause> early = new AtomicReference<>();
    private volatile boolean expecting;
    private volatile Idle idle;
    private volatile long stopped;

    /** @param idle told of a signal that no generation took */
    public Interrupts(Idle idle) {
        this.idle = idle;
    }

    /** Catches SIGINT, SIGTERM and SIGHUP. One that was ignored when the program started stays ignored. */
    public void install() {
        Signals.on("INT", () -> fire(Cause.KEY));
        Signals.on("TERM", () -> leave(Cause.TERMINATE));
        Signals.on("HUP", () -> leave(Cause.HANGUP));
    }

    /** From here on a signal without a generation is told to this one. */
    public void whenIdle(Idle next) {
        idle = next;
    }

    /** A question is on its way to becoming a generation: what is fired from here on is meant for it. */
    public void expect() {
        expecting = true;
    }

    /** Makes this generation the one that a signal stops; one asked to leave meanwhile stops at once. */
    public void arm(Generation generation) {
        stopped = System.nanoTime();
        armed.set(generation);
        Cause before = leaving.get() != null ? leaving.get() : early.get();
        if (before != null) {
            generation.cancel(before);
        }
    }

    public void disarm() {
        armed.set(null);
        expecting = false;
        early.set(null);
    }

    /** Stops the armed generation. One that was stopped long ago and still hangs, in writing, is given up. */
    public void fire(Cause cause) {
        Generation generation = armed.get();
        if (generation == null && expecting) {
            early.set(cause);
        } else if (generation != null && generation.cancel(cause)) {
            stopped = System.nanoTime();
        } else if (generation == null || System.nanoTime() - stopped > PATIENCE_NANOS) {
            idle.fired(cause);
        }
    }

    private void leave(Cause cause) {
        leaving.compareAndSet(null, cause);
        fire(cause);
    }

    /** The signal that asks the program to end, or null. */
    public Cause leaving() {
        return leaving.get();
    }
}
