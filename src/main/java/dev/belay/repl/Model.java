package dev.belay.repl;

import dev.belay.chat.Exchange;
import dev.belay.session.Session;
import java.util.List;

/**
 * A model that can be asked.
 *
 * @param name as {@code -m} takes it
 * @param id the provider's own name of it
 * @param exchange the way to ask it
 * @param terms what that costs
 * @param intake what files it takes
 */
public record Model(String name, String id, Exchange exchange, Terms terms, Intake intake) {

    /** A model of which nothing is known. */
    public Model(String name, String id, Exchange exchange) {
        this(name, id, exchange, Terms.UNKNOWN, Intake.ANYTHING);
    }

    /** Finds models by name. */
    public interface Source {

        /**
         * @param name with or without its provider
         * @param current the model asked so far; a name without a provider is taken for one of its provider's
         * @throws dev.belay.chat.ProblemException when there is no such model or provider
         */
        Model named(String name, Model current);

        /**
         * The model that answers in a session which is taken up again.
         *
         * @param current answers where the session names none
         * @throws dev.belay.chat.ProblemException when it cannot be had; no other is asked in its place
         */
        Model of(Session session, Model current);

        /**
         * The models that a provider offers.
         *
         * @param argument part of their names, {@code PROVIDER/} or both; empty for all of the current provider's
         * @throws dev.belay.chat.ProblemException when that provider is not set up
         */
        Listing listing(String argument, Model current);

        /** Names that {@link #named} would take, as far as they are known without asking anybody. */
        List<String> known(Model current);
    }
}
