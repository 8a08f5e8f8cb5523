package dev.belay.config;

import dev.belay.chat.Parameters;
import java.util.Optional;

/**
 * A part for the model to play.
 *
 * @param system its system prompt
 * @param model who plays it, as {@code -m} takes it; empty for whoever is asked anyway
 */
public record Role(String name, String system, Optional<String> model, Parameters parameters) {}
