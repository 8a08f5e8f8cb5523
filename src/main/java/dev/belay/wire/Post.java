package dev.belay.wire;

import java.util.Map;

/**
 * One request as it goes out.
 *
 * @param url absolute, http or https
 * @param headers by name; values may hold keys and are never shown
 * @param body JSON in UTF-8
 */
public record Post(String url, Map<String, String> headers, byte[] body) {

    @Override
    public String toString() {
        return "POST " + url + " (" + body.length + " bytes)";
    }
}
