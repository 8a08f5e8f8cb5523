package dev.belay.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A model that says what the test wrote, call by call. */
public final class ScriptedExchange implements Exchange {

    /** What one call does; it may wait for its own cancel. */
    public interface Script {
        void run(Outbox out, CountDownLatch cancelled) throws InterruptedException;
    }

    private final Deque<Script> scripts;
    private final List<CountDownLatch> cancels = new java.util.concurrent.CopyOnWriteArrayList<>();

    public ScriptedExchange(Script... scripts) {
        this.scripts = new ArrayDeque<>(List.of(scripts));
    }

    @Override
    public Call open(Prompt prompt) {
        Script script = scripts.removeFirst();
        CountDownLatch cancelled = new CountDownLatch(1);
        cancels.add(cancelled);
        return new Call() {
            @Override
            public void run(Outbox out) {
                try {
                    script.run(out, cancelled);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void cancel() {
                cancelled.countDown();
            }
        };
    }

    /** How many calls were opened. */
    public int calls() {
        return cancels.size();
    }

    /** Whether every call that was opened is closed. */
    public boolean isClosed() {
        return cancels.stream().allMatch(latch -> latch.getCount() == 0);
    }
}
