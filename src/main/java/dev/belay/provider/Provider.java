package dev.belay.provider;

import java.util.List;

/**
 * A named service.
 *
 * @param name as in {@code -m NAME/MODEL}
 * @param baseUrl of its API
 * @param baseUrlVariable the environment variable that replaces the base URL; empty for none
 * @param keys environment variables that may hold its key, the first that is set counts
 * @param model what is asked when nobody names a model; empty for none
 */
public record Provider(String name, String baseUrl, String baseUrlVariable, List<String> keys, String model) {

    /** A service whose base URL is fixed. */
    static Provider of(String name, String baseUrl, String key, String model) {
        return new Provider(name, baseUrl, "", List.of(key), model);
    }
}
