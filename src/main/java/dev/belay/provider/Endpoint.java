package dev.belay.provider;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where and as whom to ask.
 *
 * @param baseUrl what the dialect's path is appended to, without a slash at its end
 * @param query what follows the path, without its question mark; mostly empty
 * @param key sent as the dialect wants it; empty for servers without keys
 * @param keyName where the key is from, or would be, for hints: an environment variable or a setting; may be empty
 * @param headers sent along with every request; their values may be secret
 * @param traits where the service departs from its dialect
 */
public record Endpoint(
        String baseUrl,
        String query,
        Optional<Secret> key,
        String keyName,
        Map<String, Secret> headers,
        Set<Trait> traits) {

    public Endpoint {
        baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** A server without anything special. */
    public Endpoint(String baseUrl, Optional<Secret> key, String keyName) {
        this(baseUrl, "", key, keyName, Map.of(), Set.of());
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** The address of a path below the base URL. */
    String url(String path) {
        return baseUrl + path + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query);
    }

    /** Any text from the server, with the key and the secret headers blotted out. */
    String hideKey(String text) {
        String hidden = key.map(secret -> secret.hideIn(text)).orElse(text);
        for (Secret secret : headers.values()) {
            hidden = secret.hideIn(hidden);
        }
        return hidden;
    }
}
