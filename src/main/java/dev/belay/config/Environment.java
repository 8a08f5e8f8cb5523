package dev.belay.config;

import java.util.Map;
import java.util.Optional;

/** The environment variables; the only place that reads them. An empty one counts as not set. */
public record Environment(Map<String, String> variables) {

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** The names alone: the values may be keys. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
