package dev.belay.provider;

import java.util.Optional;

/**
 * Where and as whom to ask.
 *
 * @param baseUrl what the dialect's path is appended to, without a slash at its end
 * @param key sent as the dialect wants it; empty for servers without keys
 * @param keyName the environment variable the key is from, or would be, for hints; may be empty
 */
public record Endpoint(String baseUrl, Optional<Secret> key, String keyName) {
    public Endpoint {
        baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** Any text from the server, with the key blotted out. */
    String hideKey(String text) {
        return key.map(secret -> secret.hideIn(text)).orElse(text);
    }
}
