package dev.belay.provider;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

    static final String AUTHORIZATION = "Authorization";

    /** With this header llama.cpp goes on after its client has left. */
    private static final String RUNS_ON = "X-Conversation-Id";

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

    /** Whether this is the host's own service and nobody's in between. */
    boolean isAt(String host) {
        int begin = baseUrl.indexOf("://") + 3;
        int end = begin + host.length();
        return baseUrl.regionMatches(true, begin, host, 0, host.length())
                && (end == baseUrl.length() || "/:".indexOf(baseUrl.charAt(end)) >= 0);
    }

    /** The address of a path below the base URL. */
    String url(String path) {
        return baseUrl + path + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query);
    }

    /**
     * The headers that say who asks, and what the user wants sent besides or instead, in a map to which a dialect adds.
     *
     * @param keyHeader carries the key; {@code Authorization} carries it as a bearer token
     */
    Map<String, String> headers(String keyHeader) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("User-Agent", "belay");
        String header = has(Trait.BEARER_TOKEN) ? AUTHORIZATION : keyHeader;
        key.ifPresent(secret -> all.put(header, (header.equals(AUTHORIZATION) ? "Bearer " : "") + secret.reveal()));
        headers.forEach((name, value) -> all.put(name, value.reveal()));
        all.remove(RUNS_ON);
        return all;
    }

    /** Any text from the server, without the key, the secret headers, and whatever looks like a key. */
    String hideKey(String text) {
        String hidden = text;
        for (Secret secret : headers.values()) {
            hidden = secret.hideIn(hidden);
        }
        return KeyLike.hideIn(key.isPresent() ? key.get().hideIn(hidden) : hidden);
    }
}
