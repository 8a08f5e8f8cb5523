package dev.belay.repl;

import dev.belay.chat.Generation;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries a press or a signal to the generation that is armed. The handlers are installed once; what they reach changes
 * from turn to turn. Any thread may fire; the turn's thread arms and disarms.
 */
public final class Interrupts {

    /** How long a stopped turn may take to end before it is given up: it hangs in writing to something that nobody reads. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** What a signal finds when no answer is being made. */
    public interface Idle {
        void fired(Cause cause);

        /** An answer was stopped, and its turn does not end. */
        default void hung(Cause cause) {
            fired(cause);
        }
    }

    private final Idle last;

    // Guarded by this; never held while a generation is cancelled.
    private Idle idle;
    private @Nullable Generation armed;
    private @Nullable Generation inVain;
    private @Nullable Cause missed;
    private boolean expecting;
    private @Nullable Cause early;
    private @Nullable Cause leaving;
    private @Nullable Runnable work;
    private @Nullable Cause workStopped;

    /** @param idle told of a signal that no generation took, and of a stopped turn that does not end */
    public Interrupts(Idle idle) {
        this.last = idle;
        this.idle = idle;
    }

    /** Catches SIGINT, SIGTERM and SIGHUP. One that was ignored when the program started stays ignored. */
    public void install() {
        Signals.on("INT", () -> fire(Cause.KEY));
        Signals.on("TERM", () -> leave(Cause.TERMINATE));
        Signals.on("HUP", () -> leave(Cause.HANGUP));
    }

    /** From here on a signal without a generation is told to this one. */
    public synchronized void whenIdle(Idle next) {
        idle = next;
    }

    /** Ends the program as it would end without anybody listening. */
    public void abandon(Cause cause) {
        last.fired(cause);
    }

    /** A question is on its way to becoming a generation: what is fired from here on is meant for it. */
    public synchronized void expect() {
        expecting = true;
    }

    /** The same, and what was fired at the last turn when its answer was over already is meant for this one, too. */
    public synchronized void expectMore() {
        expecting = true;
        early = early == null ? missed : early;
    }

    /**
     * Makes this generation the one that a signal stops; one fired since {@link #expect}, or a wish to leave, stops it at
     * once.
     *
     * @param limit the answer's time limit, if any: one that has passed and changed nothing gives the turn up
     */
    public void arm(Generation generation, Optional<Duration> limit) {
        Cause before;
        synchronized (this) {
            armed = generation;
            before = leaving != null ? leaving : early;
            missed = null;
        }
        if (before != null) {
            generation.cancel(before);
        }
        limit.ifPresent(time -> giveUpAfter(time.plus(PATIENCE), generation, Cause.TIME_LIMIT));
    }

    public synchronized void disarm() {
        armed = null;
        expecting = false;
        early = null;
        notifyAll();
    }

    /**
     * Does work that is no answer; a press or a signal stops it, and is then told as ever.
     *
     * @param stop makes the work return, from any thread
     * @throws Stopped when it was stopped
     */
    public <T> T stoppable(Runnable stop, Supplier<T> task) {
        Runnable outer = begin(stop);
        try {
            check();
            T result = task.get();
            check();
            return result;
        } catch (ProblemException failed) {
            check();
            throw failed;
        } finally {
            finish(outer);
        }
    }

    /**
     * Does work that asks {@link #check} now and then. What is done when a press comes is done.
     *
     * @throws Stopped when it was stopped
     */
    public <T> T checking(Supplier<T> task) {
        Runnable outer = begin(() -> {});
        try {
            return task.get();
        } finally {
            finish(outer);
        }
    }

    private synchronized @Nullable Runnable begin(Runnable stop) {
        Runnable outer = work;
        workStopped = outer == null ? early : workStopped;
        work = stop;
        return outer;
    }

    private synchronized void finish(@Nullable Runnable outer) {
        work = outer;
        workStopped = outer == null ? null : workStopped;
    }

    /**
     * Whether to go on, for work that asks that now and then.
     *
     * @throws Stopped when it was stopped
     */
    public void check() {
        Cause by = workStopped();
        if (by != null) {
            throw new Stopped(by);
        }
    }

    private synchronized @Nullable Cause workStopped() {
        return workStopped;
    }

    /** Stops the armed generation, or the work that is done in its place. */
    public void fire(Cause cause) {
        Generation generation;
        Runnable stopped;
        Idle told;
        synchronized (this) {
            generation = armed;
            stopped = work;
            told = idle;
            if (generation == null && stopped != null) {
                workStopped = cause;
            } else if (generation == null && expecting) {
                early = cause;
                return;
            }
        }
        if (generation == null) {
            if (stopped != null) {
                stopped.run();
            }
            told.fired(cause);
        } else if (generation.cancel(cause) || isFirstInVain(generation, cause)) {
            giveUpAfter(PATIENCE, generation, cause);
        }
    }

    /** The answer was over, but its turn is not: it may hang in writing what was held back until the end. */
    private synchronized boolean isFirstInVain(Generation generation, Cause cause) {
        boolean isFirst = armed == generation && inVain != generation;
        inVain = generation;
        missed = isFirst ? cause : missed;
        return isFirst;
    }

    /** Waits aside for the turn to end; when it does not, its program has to go without it. */
    private void giveUpAfter(Duration time, Generation generation, Cause cause) {
        Thread thread = new Thread(
                () -> {
                    Idle told = stillArmedAfter(time, generation);
                    if (told != null) {
                        told.hung(cause);
                    }
                },
                "belay-patience");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized @Nullable Idle stillArmedAfter(Duration time, Generation generation) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); armed == generation && left > 0; left = end - System.nanoTime()) {
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException stray) {
                // Nobody interrupts this thread.
            }
        }
        return armed == generation ? idle : null;
    }

    private void leave(Cause cause) {
        synchronized (this) {
            leaving = leaving == null ? cause : leaving;
        }
        fire(cause);
    }

    /** The signal that asks the program to end, or null. */
    public synchronized @Nullable Cause leaving() {
        return leaving;
    }
}
