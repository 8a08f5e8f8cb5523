package dev.belay.guide;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens that joined are the text again: a word with the blanks before it, long words in pieces. */
final class Tokens {
    private static final int LONGEST = 12;

    private Tokens() {}

    static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfWord(text, endOfBlanks(text, start));
            tokens.add(text.substring(start, end));
            start = end;
        }
        return tokens;
    }

    private static int endOfBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST && !Character.isWhitespace(text.charAt(at))) {
            at = text.offsetByCodePoints(at, 1);
        }
        return at;
    }
}
