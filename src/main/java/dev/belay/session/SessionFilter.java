package dev.belay.session;

import dev.belay.session.SessionSummary.Ending;
import java.util.Locale;
import java.util.Optional;

/**
 * Which sessions are meant, or which of their turns.
 *
 * @param words that are in the name; blank for any
 * @param model what the model's name holds, whatever its case; empty for any
 * @param since no earlier, in milliseconds of the epoch
 * @param outcome how the turn ended, or the last one of a session
 */
public record SessionFilter(String words, String model, long since, Optional<Ending> outcome) {

    static SessionFilter named(String words) {
        return new SessionFilter(words, "", Long.MIN_VALUE, Optional.empty());
    }

    /** Whether the sessions have to be looked into. */
    boolean needsReading() {
        return !words.isBlank() || !model.isEmpty() || outcome.isPresent();
    }

    /** Whether a session fits, of which it is known already that it is not too old. */
    boolean takes(SessionSummary session) {
        return (words.isBlank() || session.isNamedBy(words))
                && takesModel(session.model())
                && takesEnding(session.ending());
    }

    /** Whether an answer of this model counts. */
    public boolean takesModel(String name) {
        return model.isEmpty() || name.toLowerCase(Locale.ROOT).contains(model.toLowerCase(Locale.ROOT));
    }

    /** Whether one that ended so counts. */
    public boolean takesEnding(Ending ending) {
        return outcome.isEmpty() || outcome.get() == ending;
    }
}
