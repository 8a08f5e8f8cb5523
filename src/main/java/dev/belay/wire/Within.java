package dev.belay.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounds work outside the program that knows no bound of its own, such as looking up a name. */
public final class Within {

    private Within() {}

    /** Something that reads from the network or from another program. */
    public interface Work<T> {
        T get() throws IOException;
    }

    /**
     * Does the work on a thread of its own and waits for it.
     *
     * @param stop called when the limit has passed; the thread may linger, and keeps nothing alive
     */
    public static <T> T limit(Duration limit, Work<T> work, Runnable stop) throws IOException {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "belay-fetch");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            stop.run();
            throw new SocketTimeoutException("no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException stray) {
            stop.run();
            throw new SocketTimeoutException("interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException e) {
                throw e;
            }
            throw new IOException(failed.getCause());
        }
    }
}
