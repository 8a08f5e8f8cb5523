package dev.belay.repl;

import dev.belay.chat.Errand;
import dev.belay.chat.Meter;
import dev.belay.chat.Usage;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What asking a model costs, and what a stop does to that. */
public interface Terms {

    /** Nothing is known but what the provider tells. */
    Terms UNKNOWN = new Terms() {};

    /** Nobody is paid. */
    Terms FREE = new Terms() {
        @Override
        public boolean isFree() {
            return true;
        }
    };

    /** Counts what this model says. */
    default Meter meter() {
        return Meter.CHARACTERS;
    }

    /** Whether nobody is paid. */
    default boolean isFree() {
        return false;
    }

    /** What this many tokens cost in US dollars by the price list, which is looked up now if it was not before. */
    default OptionalDouble dollars(long inputTokens, long outputTokens) {
        return OptionalDouble.empty();
    }

    /** How many tokens a request and its answer may have, if that is known; it is looked up now. */
    default OptionalLong context() {
        return OptionalLong.empty();
    }

    /** A sentence about what the service does with a stopped answer; empty where a stop stops the bill as well. */
    default String afterStop() {
        return "";
    }

    /** The way to ask what a stopped answer came to in the provider's books; empty where it has none. */
    default Optional<Errand<Usage>> account(String receipt) {
        return Optional.empty();
    }
}
