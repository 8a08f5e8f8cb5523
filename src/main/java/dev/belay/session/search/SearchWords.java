package dev.belay.session.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is searched for: all of these, in one message or answer, whatever their case. */
public final class SearchWords {

    private final char[][] words;

    /** @param words each of them a word, or several that stand so; blank ones are left out */
    public SearchWords(List<String> words) {
        this.words = words.stream()
                .filter(word -> !word.isBlank())
                .map(Letters::folded)
                .toArray(char[][]::new);
    }

    /** Whether nothing is searched for. */
    public boolean isEmpty() {
        return words.length == 0;
    }

    /** Whether all of them are between these two places. */
    boolean areIn(Letters letters, int begin, int end) {
        for (char[] word : words) {
            if (find(word, letters, begin, end) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where one of them stands first. */
    int first(Letters letters, int begin, int end) {
        int first = end;
        for (char[] word : words) {
            int at = find(word, letters, begin, Math.min(end, first + word.length));
            first = at < 0 ? first : Math.min(first, at);
        }
        return first;
    }

    /** Where they stand in a text, in their order and without one lying in another. */
    public List<Hit> hits(String text) {
        Letters letters = new Letters();
        letters.add(text);
        List<Hit> hits = new ArrayList<>();
        for (char[] word : words) {
            for (int at = find(word, letters, 0, text.length());
                    at >= 0;
                    at = find(word, letters, at + word.length, text.length())) {
                hits.add(new Hit(at, at + word.length));
            }
        }
        Collections.sort(hits);
        return Hit.joined(hits);
    }

    private static int find(char[] word, Letters letters, int begin, int end) {
        char[] text = letters.folded();
        char first = word[0];
        int last = end - word.length;
        for (int at = begin; at <= last; at++) {
            if (text[at] == first && stands(word, text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean stands(char[] word, char[] text, int at) {
        for (int i = 1; i < word.length; i++) {
            if (text[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
