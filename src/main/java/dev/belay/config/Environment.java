package dev.belay.config;

import dev.belay.os.Os;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The environment variables; the only place that reads them. An empty one counts as not set. */
public record Environment(Map<String, String> variables) {

    public static Environment ofProcess() {
        return of(System.getenv(), Os.current());
    }

    /** Windows writes {@code Path}, and means what is called {@code PATH} elsewhere. */
    static Environment of(Map<String, String> variables, Os os) {
        if (os != Os.WINDOWS) {
            return new Environment(variables);
        }
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(variables);
        return new Environment(caseless);
    }

    /** The names alone: the values may be keys. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** What the terminal says that it is. */
    public String terminalType() {
        return get("TERM").orElse(Os.current().terminalType());
    }
}
