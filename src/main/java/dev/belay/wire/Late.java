package dev.belay.wire;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is made once, by whoever needs it first; whoever comes meanwhile waits for it. Any thread. */
final class Late<T> implements Runnable {

    private final FutureTask<T> task;

    Late(Callable<T> maker) {
        this.task = new FutureTask<>(maker);
    }

    /** Makes it, unless somebody has begun to. */
    @Override
    public void run() {
        task.run();
    }

    /** @throws java.util.concurrent.CancellationException when it was given up before it was made */
    T get() {
        task.run();
        while (true) {
            try {
                return task.get();
            } catch (InterruptedException stray) {
                // A thread's interrupt flag is not how a turn is stopped; JLine leaves it set at times.
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException e
                        ? e
                        : new IllegalStateException(failed.getCause());
            }
        }
    }

    /** Whether it is now certain that nobody ever gets it; else it is there, or could not be made. */
    boolean giveUp() {
        return task.cancel(false) || task.isCancelled();
    }
}
