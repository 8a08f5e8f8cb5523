package dev.belay.config;

import java.util.Map;
import java.util.Optional;

/** The environment variables; the only place that reads them. An empty one counts as not set. */
public record Environment(Map<String, String> variables) {

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
