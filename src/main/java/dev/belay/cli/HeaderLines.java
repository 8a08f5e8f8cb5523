package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.provider.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers as a person writes them: {@code Name: Value}, one a line. */
final class HeaderLines {

    private static final String NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final String VALUE = "[\\x20-\\x7E]+";

    private HeaderLines() {}

    /**
     * @param source where the lines are from, for the message
     * @throws ProblemException when a line is no header; the line itself may be secret and is not repeated
     */
    static Map<String, Secret> read(String source, String lines) {
        Map<String, Secret> headers = new LinkedHashMap<>();
        for (String line : lines.split("\\R")) {
            if (!line.isBlank()) {
                int colon = line.indexOf(':');
                String name = line.substring(0, Math.max(0, colon)).strip();
                String value = line.substring(colon + 1).strip();
                if (!name.matches(NAME) || !value.matches(VALUE)) {
                    throw ProblemException.configuration(
                            source + " holds a line that is no header", "write Name: Value, one a line");
                }
                headers.put(name, new Secret(value));
            }
        }
        return headers;
    }
}
