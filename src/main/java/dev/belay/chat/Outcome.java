package dev.belay.chat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How an answer ended. */
public sealed interface Outcome extends Signal {

    /** Why it ended, in a word that the journal and scripts have: the provider's own, what stopped it, or what went wrong. */
    String reason();

    /**
     * The model finished.
     *
     * @param reason the provider's own word for why ({@code stop}, {@code length}, …)
     */
    record Complete(String reason) implements Outcome {}

    /** Somebody on this side asked for the end; never an error. */
    record Interrupted(Cause cause) implements Outcome {
        @Override
        public String reason() {
            return cause.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The provider, the network or the protocol broke it off; whether asking again may help. */
    record Failed(Problem problem, Retry retry) implements Outcome {
        @Override
        public String reason() {
            return problem.message();
        }
    }

    /** What asked for an interruption. */
    enum Cause {
        /** Ctrl-C or Esc. */
        KEY,
        /** SIGTERM. */
        TERMINATE,
        /** SIGHUP: the terminal went away. */
        HANGUP,
        /** The reader of standard output is gone. */
        OUTPUT_CLOSED,
        /** {@code --timeout} has passed. */
        TIME_LIMIT
    }

    /**
     * Whether a failed request may be sent again.
     *
     * @param allowed false where it would fail again, or cost twice
     * @param delay how long the provider asked to wait; empty leaves it to us
     */
    record Retry(boolean allowed, Optional<Duration> delay) {
        public static final Retry NEVER = new Retry(false, Optional.empty());
        public static final Retry SOON = new Retry(true, Optional.empty());

        public static Retry after(Duration delay) {
            return new Retry(true, Optional.of(delay));
        }
    }
}
