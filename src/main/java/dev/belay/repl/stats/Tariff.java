package dev.belay.repl.stats;

import dev.belay.config.Price;
import java.util.Optional;

/**
 * What a model costs, and what a stop does to that.
 *
 * @param service who offers it; may be empty
 * @param stop what a stop does to the bill
 * @param price by the list; empty where it is not known
 */
public record Tariff(String service, Stop stop, Optional<Price> price) {

    /** What a stop does to the bill. */
    public enum Stop {
        /** Nothing is paid for what does not come any more. */
        ENDS_IT,
        /** All of the answer may be billed all the same. */
        CHANGES_NOTHING,
        /** There is no bill. */
        THERE_IS_NONE,
        /** Nobody has said. */
        UNKNOWN
    }

    boolean isFree() {
        return stop == Stop.THERE_IS_NONE;
    }

    /** Looks tariffs up. */
    public interface Source {

        /**
         * @param model as {@code -m} takes it; may be empty
         * @param baseUrl of the user's own server; empty for a provider
         */
        Tariff of(String model, String baseUrl);
    }
}
