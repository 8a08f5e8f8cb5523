package dev.belay.session.search;

import dev.belay.file.Reasons;
import dev.belay.session.Saved;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has several threads look through sessions, and hands over what they find in the sessions' order. They are a few steps ahead
 * of the one that takes it, and no more.
 */
final class SearchCrew {

    /** So many sessions are looked through in one go: handing over each by itself would cost more than some of them. */
    private static final int STEP = 32;

    private static final int AHEAD = 8;
    private static final int MOST_THREADS = 4;

    /** Looks through one session after the other. */
    interface Lookout {
        /** Null for nothing. */
        @Nullable
        Found look(Saved session) throws IOException;
    }

    /** Makes a lookout for each thread. */
    interface Lookouts {
        Lookout next();
    }

    private final List<Saved> sessions;

    // Guarded by this.
    private final @Nullable Object[] found = new @Nullable Object[AHEAD];
    private int begun;
    private int taken;
    private boolean over;

    SearchCrew(List<Saved> sessions) {
        this.sessions = sessions;
    }

    void begin(Lookouts lookouts) {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < threads; i++) {
            Lookout lookout = lookouts.next();
            Thread thread = new Thread(() -> work(lookout), "belay-search");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private int steps() {
        return (sessions.size() + STEP - 1) / STEP;
    }

    private void work(Lookout lookout) {
        for (int step = nextStep(); step >= 0; step = nextStep()) {
            Object result;
            try {
                result = look(step, lookout);
            } catch (RuntimeException | Error broken) {
                result = broken;
            }
            put(step, result);
        }
    }

    private static Found failed(Saved session, IOException unreadable) {
        return Found.unreadable(session.id(), Reasons.of(unreadable));
    }

    private List<Found> look(int step, Lookout lookout) {
        List<Found> all = new ArrayList<>();
        for (Saved session : sessions.subList(step * STEP, Math.min(sessions.size(), (step + 1) * STEP))) {
            Found one;
            try {
                one = lookout.look(session);
            } catch (IOException unreadable) {
                one = failed(session, unreadable);
            }
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private synchronized int nextStep() {
        while (!over && begun < steps() && begun - taken >= AHEAD) {
            pause();
        }
        return over || begun == steps() ? -1 : begun++;
    }

    private synchronized void put(int step, Object result) {
        found[step % AHEAD] = result;
        notifyAll();
    }

    /** What was found next; null at the end. */
    synchronized @Nullable List<Found> take() {
        if (taken == steps()) {
            return null;
        }
        int place = taken % AHEAD;
        while (found[place] == null) {
            pause();
        }
        Object result = found[place];
        found[place] = null;
        taken++;
        notifyAll();
        return unbroken(result);
    }

    @SuppressWarnings("unchecked")
    private static List<Found> unbroken(Object result) {
        if (result instanceof RuntimeException broken) {
            throw broken;
        }
        if (result instanceof Error broken) {
            throw broken;
        }
        return (List<Found>) result;
    }

    /** Nobody takes any more. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException stray) {
            // Nobody interrupts these threads.
        }
    }
}
