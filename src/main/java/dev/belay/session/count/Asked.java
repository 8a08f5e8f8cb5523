package dev.belay.session.count;

import dev.belay.chat.Question;
import dev.belay.chat.Usage;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A turn as it was asked, whatever became of it later: what is counted.
 *
 * @param place where it is written down
 * @param at when it was asked; empty where the journal does not say
 * @param model that was asked, as {@code -m} takes it; may be empty
 * @param baseUrl of the user's own server; empty for a provider
 * @param ending how it ended
 * @param shown how many characters of it came, thinking included
 * @param told what the provider told of it
 * @param estimated what was estimated when it ended, for what was not told
 * @param kind whether it goes on with the answer of an earlier turn of the session
 * @param of that turn's number; 0 for none
 * @param maxTokens the longest answer, where that was limited
 * @param copyOf the turn that this is a copy of: it was asked there, and not here
 */
public record Asked(
        Place place,
        Optional<Instant> at,
        String model,
        String baseUrl,
        Ending ending,
        long shown,
        Usage told,
        Usage estimated,
        Question.Kind kind,
        int of,
        OptionalLong maxTokens,
        Optional<Place> copyOf) {

    /** A turn of a session. */
    public record Place(String session, int turn) {}

    /** How an answer ended, as far as it did. */
    public enum Ending {
        /** The model finished. */
        COMPLETE,
        /** Somebody on this side stopped it, or the program did not live to see its end. */
        INTERRUPTED,
        /** The provider or the network broke it off. */
        FAILED,
        /** It is being written in this moment. */
        RUNNING
    }
}
