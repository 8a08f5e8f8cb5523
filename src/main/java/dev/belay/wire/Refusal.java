package dev.belay.wire;

import java.util.Map;
import java.util.Optional;

/**
 * An answer that is no success, before any decoding.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body its beginning, of any shape; may be empty
 * @param url what was asked
 */
public record Refusal(int status, Map<String, String> headers, String body, String url) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
