package dev.belay.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody meant who wrote another. */
public final class Spelling {

    private static final int FEW = 24;

    private Spelling() {}

    /** The name that is only a slip away from the word; empty when none is. */
    public static Optional<String> nearest(String word, Collection<String> names) {
        String slip = word.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = Math.min(3, Math.max(1, slip.length() / 2)) + 1;
        for (String name : names) {
            int strokes = keystrokes(slip, name.toLowerCase(Locale.ROOT));
            if (strokes < least) {
                least = strokes;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** What to say after a name that does not exist: the one that was meant, or else all, unless they are many. */
    public static String advice(String word, Collection<String> names) {
        Optional<String> nearest = nearest(word, names);
        if (nearest.isPresent()) {
            return "; did you mean “" + nearest.get() + "”?";
        }
        return names.isEmpty() || names.size() > FEW ? "" : "; known: " + String.join(", ", names);
    }

    /** Letters to insert, remove or replace until one word is the other (Levenshtein); a begun word costs little. */
    public static int keystrokes(String from, String to) {
        if (!from.isEmpty() && to.startsWith(from)) {
            return from.length() == to.length() ? 0 : 1;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
