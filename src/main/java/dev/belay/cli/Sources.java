package dev.belay.cli;

import dev.belay.config.Environment;
import dev.belay.config.Role;
import dev.belay.config.Settings;
import java.util.Optional;

/**
 * Where it is said which model is asked, and how it is reached.
 *
 * @param role that the model plays from the start
 * @param keys runs commands that tell keys
 */
record Sources(Environment environment, Settings settings, Optional<Role> role, KeySource keys) {

    /** Tells keys that are not in the environment. */
    interface KeySource {

        /**
         * Runs a command of the person's own.
         *
         * @param provider whose key it tells
         * @throws dev.belay.chat.ProblemException when it fails
         */
        String key(String provider, String command);
    }
}
