package dev.belay.report;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Where an answer is from.
 *
 * @param model the provider's name of the model; empty when none was chosen
 * @param provider empty for a server of the user's own
 * @param session asked for at the end: the session's id, empty when nothing was saved
 * @param prices what so many tokens cost
 */
public record Origin(String model, String provider, Supplier<String> session, Prices prices) {

    /** Knows what tokens cost. */
    public interface Prices {

        /** In US dollars; empty where that is not known. */
        OptionalDouble dollars(long inputTokens, long outputTokens);
    }
}
