package dev.belay.repl;

import dev.belay.config.ModelFacts;
import java.util.Optional;

/**
 * A model as its provider lists it.
 *
 * @param provider its name; empty for a server of the user's own
 * @param id the provider's name of the model
 * @param facts what the table knows of it
 */
public record Offer(String provider, String id, Optional<ModelFacts> facts) {}
