package dev.belay.cli;

import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import java.util.Optional;

/**
 * Which model is asked, and where.
 *
 * @param provider the service's name; empty for a base URL of the user's own
 * @param dialect what the service speaks
 * @param model the service's name of the model
 * @param endpoint where it is; empty for the guide, which has to be started first
 * @param origin what decided it, in words: an option, a variable, a file
 */
public record Choice(String provider, Dialects dialect, String model, Optional<Endpoint> endpoint, Origin origin) {

    /** What decided. */
    public enum Origin {
        /** {@code -m} or {@code --base-url}. */
        OPTION("chosen by option"),
        /** The session that is gone on with. */
        SESSION("as before in this session"),
        /** {@code BELAY_MODEL}. */
        VARIABLE("from BELAY_MODEL"),
        /** The role that is played. */
        ROLE("from the role"),
        /** {@code model} in the config file. */
        CONFIG("from the config"),
        /** The first provider whose key is in the environment. */
        KEY("its key is in the environment"),
        /** A local server that answered. */
        LOCAL("it runs on this machine"),
        /** Nothing is set up. */
        NOTHING("no model is set up");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    static Choice guide(Origin origin) {
        return new Choice(ModelChoice.GUIDE, Dialects.CHAT, ModelChoice.GUIDE, Optional.empty(), origin);
    }

    /** The same, known to be the session's own. */
    Choice resumed() {
        return new Choice(provider, dialect, model, endpoint, Origin.SESSION);
    }

    public boolean isGuide() {
        return endpoint.isEmpty();
    }

    /** As {@code -m} would take it. */
    public String name() {
        return provider.isEmpty() || isGuide() ? model : provider + "/" + model;
    }
}
