package dev.belay.config;

import java.util.Locale;

/**
 * A place where the file is no TOML.
 *
 * @param message in a person's words, without what stands there: it may be a key
 */
record SyntaxError(int line, int column, String message) {

    private static final String PREVIOUSLY = " previously defined at line ";

    /** @param message the parser's own, which may cite the file */
    static SyntaxError of(int line, int column, String message) {
        return new SyntaxError(line, column, plain(message));
    }

    private static String plain(String message) {
        int again = message.indexOf(PREVIOUSLY);
        if (again > 0) {
            return "“" + message.substring(0, again) + "” is there twice; the first is in line "
                    + message.substring(again + PREVIOUSLY.length()).replaceAll("\\D.*", "");
        }
        if (message.contains("a number, a boolean")) {
            return "this is no value; texts stand in quotes, numbers, true and false do not";
        }
        if (message.contains("expected \" or a character") || message.contains("expected ' or")) {
            return "this text has no end; it ends with the quote that it begins with";
        }
        if (message.contains("expected =") || message.contains("expected . or =")) {
            return "a key is followed by = and its value";
        }
        if (message.endsWith("a newline or end-of-input")) {
            return "something is left over after the value; the next key begins a new line";
        }
        return message.startsWith("Invalid escape sequence")
                ? "this is no escape sequence; write \\\\ for a backslash, or use single quotes"
                : withoutCitation(message);
    }

    private static String withoutCitation(String message) {
        String rest =
                message.replaceFirst("^Unexpected '?(?![^,]{0,2}'?,).*?, expected", "Something unexpected; expected");
        return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
    }
}
