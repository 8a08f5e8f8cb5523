package dev.belay.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings at the top of a text file, between two lines of three dashes: {@code key: value}, as in YAML, of which these
 * simple forms are understood. Lives on one thread.
 */
final class FrontMatter {

    private static final String FENCE = "---";

    private final String[] lines;
    private final Entries values = new Entries();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Located> mistakes = new ArrayList<>();
    private int at;

    private FrontMatter(String text) {
        this.lines = text.split("\n", -1);
    }

    static FrontMatter of(String text) {
        FrontMatter matter = new FrontMatter(text);
        if (matter.isFence()) {
            matter.read();
        }
        return matter;
    }

    /** Texts and lists of texts by key. */
    Entries values() {
        return values;
    }

    /** The line of a key, from 1. */
    int line(String key) {
        return places.getOrDefault(key, 1);
    }

    /** What is no key with a value, in the order of the lines. */
    List<Located> mistakes() {
        return mistakes;
    }

    /** The text below. */
    String body() {
        return String.join("\n", List.of(lines).subList(at, lines.length));
    }

    /** The line that the text below begins with, from 1. */
    int bodyLine() {
        return at + 1;
    }

    private boolean isFence() {
        return at < lines.length && lines[at].stripTrailing().equals(FENCE);
    }

    private void read() {
        for (at++; at < lines.length && !isFence(); at++) {
            String line = lines[at];
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                entry(line);
            }
        }
        if (at < lines.length) {
            at++;
        } else {
            mistake(1, "the settings that begin here have no end: a line --- is missing below them");
        }
    }

    private void entry(String line) {
        int colon = line.indexOf(':');
        String key = colon < 0 ? "" : line.substring(0, colon);
        int place = at + 1;
        if (Character.isWhitespace(line.charAt(0))) {
            mistake(place, "this line is indented and belongs to nothing; each key begins its line");
        } else if (!key.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
            mistake(place, "this is no “key: value”");
        } else if (colon + 1 < line.length() && !Character.isWhitespace(line.charAt(colon + 1))) {
            mistake(place, "a blank belongs between “" + key + ":” and its value");
        } else {
            value(key, line.substring(colon + 1).strip(), place);
        }
    }

    private void value(String key, String written, int place) {
        try {
            Object value = written.equals("|") ? block() : Scalar.read(written);
            value = value == null ? items() : value;
            if (values.containsKey(key)) {
                mistake(place, "“" + key + "” is there twice; the first is in line " + line(key));
            } else if (value == null) {
                mistake(place, key + " has no value; a text that begins with # stands in quotes");
            } else {
                values.put(key, value);
                places.put(key, place);
            }
        } catch (Scalar.Unreadable unreadable) {
            mistake(at + 1, unreadable.getMessage());
        }
    }

    /** The indented lines that follow, as a text; null for none. */
    private @Nullable String block() {
        StringBuilder block = new StringBuilder();
        int indent = -1;
        while (at + 1 < lines.length && isIndented(lines[at + 1])) {
            String line = lines[++at];
            int blanks = line.length() - line.stripLeading().length();
            indent = indent < 0 && !line.isBlank() ? blanks : indent;
            block.append(line.isBlank() ? "" : line.substring(Math.min(blanks, indent)))
                    .append('\n');
        }
        return indent < 0 ? null : block.toString().stripTrailing();
    }

    private static boolean isIndented(String line) {
        return line.isBlank() || Character.isWhitespace(line.charAt(0));
    }

    /** The lines with dashes that follow, as a list; null for none. */
    private @Nullable List<String> items() throws Scalar.Unreadable {
        List<String> items = new ArrayList<>();
        while (at + 1 < lines.length && isItem(lines[at + 1].strip())) {
            Object item = Scalar.read(lines[++at].strip().substring(1));
            if (!(item instanceof String text)) {
                throw new Scalar.Unreadable("each line of a list holds a text");
            }
            items.add(text);
        }
        return items.isEmpty() ? null : items;
    }

    private static boolean isItem(String line) {
        return line.equals("-") || line.startsWith("- ");
    }

    private void mistake(int line, String message) {
        mistakes.add(new Located(line, message));
    }
}
