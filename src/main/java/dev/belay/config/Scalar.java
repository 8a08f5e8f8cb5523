package dev.belay.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one value of the front matter: a text with or without quotes, or a flat list of texts. Lives on one thread. */
final class Scalar {

    private static final String RESERVED = "{}&*!%@`,]";

    private final String line;
    private int at;

    private Scalar(String line) {
        this.line = line;
    }

    /** Says what is wrong with a value. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        /** It always has one. */
        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    /**
     * A text or a list; null for nothing.
     *
     * @param line what follows the key
     */
    static @Nullable Object read(String line) throws Unreadable {
        Scalar scalar = new Scalar(line.strip());
        if (scalar.line.isEmpty() || scalar.line.startsWith("#")) {
            return null;
        }
        Object value = scalar.line.startsWith("[") ? scalar.list() : scalar.text("");
        scalar.expectEnd();
        return value;
    }

    private List<String> list() throws Unreadable {
        List<String> list = new ArrayList<>();
        at++;
        skipBlanks();
        while (!is(']')) {
            list.add(text(",]"));
            skipBlanks();
            if (is(',')) {
                at++;
                skipBlanks();
            } else if (!is(']')) {
                throw new Unreadable("this list has no end: ] is missing, in the same line");
            }
        }
        at++;
        return list;
    }

    /** @param ends what ends a text without quotes besides a comment and the line's end */
    private String text(String ends) throws Unreadable {
        if (is('"')) {
            return inDoubleQuotes();
        }
        return is('\'') ? inSingleQuotes() : plain(ends);
    }

    private String inDoubleQuotes() throws Unreadable {
        StringBuilder text = new StringBuilder();
        for (at++; !is('"'); at++) {
            if (is('\\')) {
                at++;
                text.append(escaped());
            } else {
                text.append(next('"'));
            }
        }
        at++;
        return text.toString();
    }

    private char escaped() throws Unreadable {
        char c = next('"');
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\', '/' -> c;
            default ->
                throw new Unreadable(
                        "\\" + c + " means nothing here; write \\\\ for a backslash, or use single quotes");
        };
    }

    private String inSingleQuotes() throws Unreadable {
        StringBuilder text = new StringBuilder();
        for (at++; !is('\'') || line.startsWith("''", at); at++) {
            text.append(next('\''));
            at += is('\'') ? 1 : 0;
        }
        at++;
        return text.toString();
    }

    private char next(char quote) throws Unreadable {
        if (at >= line.length()) {
            throw new Unreadable("this text has no end: " + quote + " is missing, in the same line");
        }
        return line.charAt(at);
    }

    private String plain(String ends) throws Unreadable {
        if (at < line.length() && RESERVED.indexOf(line.charAt(at)) >= 0) {
            throw new Unreadable("a text that begins with " + line.charAt(at) + " stands in quotes");
        }
        if (is('>') || is('|')) {
            throw new Unreadable(
                    "“" + line.substring(at) + "” is not understood; after | alone the lines of a text follow");
        }
        if (is('[')) {
            throw new Unreadable("a list holds texts, and no other list");
        }
        int start = at;
        while (at < line.length() && ends.indexOf(line.charAt(at)) < 0 && !isComment()) {
            at++;
        }
        return line.substring(start, at).strip();
    }

    private boolean isComment() {
        return is('#') && at > 0 && Character.isWhitespace(line.charAt(at - 1));
    }

    private void expectEnd() throws Unreadable {
        skipBlanks();
        if (at < line.length() && !isComment()) {
            throw new Unreadable("something is left over after the value");
        }
    }

    private void skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private boolean is(char c) {
        return at < line.length() && line.charAt(at) == c;
    }
}
