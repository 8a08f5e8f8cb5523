package dev.belay.chat;

import java.time.Duration;
import java.util.Optional;

/** A way to ask one model: makes calls, each of which can be cancelled before it even begins. */
public interface Exchange {

    /** Prepares a call; nothing happens until {@link Call#run}. */
    Call open(Prompt prompt);

    /** What the far side did after the last call was cancelled, where it can be known. */
    default Optional<String> aftermath(Duration limit) {
        return Optional.empty();
    }

    /** One request and its answer. */
    interface Call {

        /** Asks and decodes, on the calling thread, until the last signal, an {@link Outcome}, was put. */
        void run(Outbox out);

        /** Closes the connection; from any thread, at any time, any number of times. */
        void cancel();
    }

    /** Where a call puts its signals. */
    interface Outbox {

        /** Waits while too much is unread; false when nobody listens any more. */
        boolean put(Signal signal);

        /** Says how far the call has come; never waits. */
        default void reached(Phase phase) {}
    }
}
