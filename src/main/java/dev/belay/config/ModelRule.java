package dev.belay.config;

import dev.belay.chat.Parameters;
import java.util.Optional;

/**
 * How some models are to be asked.
 *
 * @param pattern of their names
 * @param system prompt for them, where no role has one
 */
record ModelRule(String pattern, Optional<String> system, Parameters parameters) {}
