package dev.belay.repl;

import dev.belay.chat.Errand;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.repl.tty.Keyboard;
import dev.belay.repl.tty.Tty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** What takes its time and is ended by Ctrl-C. Lives on the conversation's thread; stopped from any. */
public final class Stoppable {

    private final Tty tty;
    private final Interrupts interrupts;

    Stoppable(Tty tty, Interrupts interrupts) {
        this.tty = tty;
        this.interrupts = interrupts;
    }

    /** What keys do meanwhile. */
    private final Keyboard.Reaction stopping = new Keyboard.Reaction() {
        @Override
        public void stop() {
            interrupts.fire(Cause.KEY);
        }

        @Override
        public void suspend() {
            tty.suspend();
        }
    };

    /** Does something whose generation Ctrl-C stops. */
    public <T> T run(Supplier<T> task) {
        interrupts.expect();
        tty.keyboard().reactBy(stopping);
        try {
            return task.get();
        } finally {
            tty.keyboard().reactBy(null);
            interrupts.disarm();
        }
    }

    /**
     * Fetches something; empty when the person stopped it.
     *
     * @throws ProblemException when it cannot be had
     */
    public <T> Optional<T> fetch(Errand<T> errand) {
        return run(() -> {
            interrupts.arm(errand.generation(), Optional.empty());
            return errand.fetch();
        });
    }

    /** The same without a result. */
    public interface Chore {
        void done() throws IOException;
    }

    /** Work of our own, that draws or reads. */
    public interface Work<T> {
        T done() throws IOException;
    }

    /**
     * Does work that may take long; Ctrl-C ends it where it asks {@link #check}.
     *
     * @throws Stopped when the person stopped it
     */
    public <T> T work(Work<T> work) throws IOException {
        try {
            return run(() -> interrupts.checking(() -> unchecked(work)));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** The same for work without a result. */
    public void perform(Chore chore) throws IOException {
        work(() -> {
            chore.done();
            return true;
        });
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.done();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Asked now and then by work that may take long. */
    public void check() {
        interrupts.check();
    }
}
