package dev.belay.chat;

import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something to be fetched beside the conversation: it is stopped, limited in time and tried again just as an answer is.
 * Lives on one thread, but for its attempts.
 */
public final class Errand<T> {

    private static final Prompt NOTHING = new Prompt("", "", List.of());

    private final Generation generation;

    /** Written by an attempt before it says that it is complete, and read only after that was taken out of the mailbox. */
    private @Nullable T result;

    /** One attempt to fetch it. */
    public interface Attempt<T> {

        /**
         * Fetches, on a thread of its own.
         *
         * @param taker takes what was fetched
         * @return a {@link Complete} once it was taken, else why not
         */
        Outcome fetch(Consumer<T> taker);

        /** Stops fetching; from any thread, at any time. */
        void cancel();
    }

    /** @param attempts begins the next attempt, which does nothing until it is told to fetch */
    public Errand(Supplier<Attempt<T>> attempts, Limits limits) {
        this.generation = new Generation(prompt -> call(attempts.get()), NOTHING, limits);
    }

    private Exchange.Call call(Attempt<T> attempt) {
        return new Exchange.Call() {
            @Override
            public void run(Exchange.Outbox out) {
                try {
                    out.put(attempt.fetch(fetched -> result = fetched));
                } catch (RuntimeException bug) {
                    // Without an outcome the errand would never end.
                    out.put(new Failed(
                            new Problem(Kind.PROTOCOL, "something broke inside belay: " + bug), Retry.NEVER));
                }
            }

            @Override
            public void cancel() {
                attempt.cancel();
            }
        };
    }

    /** The handle that stops it, from any thread. */
    public Generation generation() {
        return generation;
    }

    /**
     * Fetches it.
     *
     * @return what was fetched; empty when it was stopped
     * @throws ProblemException when it cannot be had
     */
    public Optional<T> fetch() {
        generation.start();
        Outcome outcome = generation.follow(new Silence());
        if (outcome instanceof Failed failed) {
            throw new ProblemException(failed.problem());
        }
        if (outcome instanceof Interrupted stopped && stopped.cause() == Cause.TIME_LIMIT) {
            throw new ProblemException(
                    new Problem(Kind.NETWORK, "no answer came in time", "try again, or raise --timeout"));
        }
        return outcome instanceof Complete ? Optional.of(Objects.requireNonNull(result)) : Optional.empty();
    }

    /** Nothing is shown of an errand but its result. */
    private static final class Silence implements Sink {
        @Override
        public void accept(Event event) {}

        @Override
        public void end(Answer answer) {}
    }
}
