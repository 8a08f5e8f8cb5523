package dev.belay.chat;

import java.util.HashSet;
import java.util.Set;

/** Finds what is said again of the end of a text. Less than some words that differ is no repetition but chance. */
final class Repetition {

    /** So far back it is looked for, and at the begin of all. */
    private static final int FAR = 8_192;

    /** Twice the number of words that it takes; a character of a script without blanks between words counts half of one. */
    private static final int ENOUGH = 6;

    private Repetition() {}

    /** How much of the begin of a text says again what stands at the end of another one; 0 for nothing. */
    static int of(String before, String blanks, String after) {
        if (after.startsWith(before) && (weight(before) >= ENOUGH || isRestart(before, blanks, after))) {
            return before.length();
        }
        for (int from = Math.max(0, before.length() - FAR); from < before.length(); from++) {
            int length = before.length() - from;
            if (length <= after.length()
                    && before.charAt(from) == after.charAt(0)
                    && mayBegin(before, from)
                    && after.startsWith(before.substring(from))
                    && endsWell(blanks, after, length)
                    && isEnough(before, from, blanks)) {
                return length;
            }
        }
        return 0;
    }

    /** Whether all of it was said before, from some place near the end or from the begin on. */
    static boolean isAllOf(String before, String after) {
        if (weight(after) < ENOUGH) {
            return false;
        }
        if (before.startsWith(after)) {
            return true;
        }
        int from = Math.max(0, before.length() - FAR);
        for (int at = before.indexOf(after, from); at >= 0; at = before.indexOf(after, at + 1)) {
            if (mayBegin(before, at)) {
                return true;
            }
        }
        return false;
    }

    /** A word is said again from its begin on, and an indentation from the begin of its line on. */
    private static boolean mayBegin(String before, int from) {
        if (from == 0) {
            return true;
        }
        char first = before.charAt(from);
        char last = before.charAt(from - 1);
        return Blanks.isBlank(first) ? last == '\n' : !(isOfWord(first) && isOfWord(last));
    }

    /** Where a blank stood behind the last word, it was a whole one. */
    private static boolean endsWell(String blanks, String after, int length) {
        return blanks.isEmpty()
                || length == after.length()
                || !isOfWord(after.charAt(length))
                || !isOfWord(after.charAt(length - 1));
    }

    private static boolean isEnough(String before, int from, String blanks) {
        String said = before.substring(from);
        boolean lineEnded = blanks.indexOf('\n') >= 0;
        // Two lines are alike more often than two halves of one.
        if (weight(said) >= (lineEnded ? ENOUGH + 2 : ENOUGH)) {
            return true;
        }
        // A line that was not at its end is begun anew.
        boolean isLine = (from == 0 || before.charAt(from - 1) == '\n') && !lineEnded;
        return isLine && said.length() >= 4 && weight(said) >= (isOfWord(said.charAt(0)) ? 4 : 2);
    }

    /** Even a single word, when that was all. */
    private static boolean isRestart(String before, String blanks, String after) {
        return before.length() >= 3 && weight(before) >= 2 && endsWell(blanks, after, before.length());
    }

    /** How many different words there are, times two. */
    private static int weight(String text) {
        Set<String> words = new HashSet<>();
        int weight = 0;
        for (int i = 0; i < text.length(); ) {
            int end = i + 1;
            boolean isScript = isWordOfItsOwn(text.charAt(i));
            while (!isScript
                    && end < text.length()
                    && isOfWord(text.charAt(i))
                    && isOfWord(text.charAt(end))
                    && !isWordOfItsOwn(text.charAt(end))) {
                end++;
            }
            if (isOfWord(text.charAt(i)) && words.add(text.substring(i, end))) {
                weight += isScript ? 1 : 2;
            }
            i = end;
        }
        return weight;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_';
    }

    /** In scripts without blanks between words. */
    private static boolean isWordOfItsOwn(char c) {
        return c >= '\u0e00' && c <= '\u0eff'
                || c >= '\u1000' && c <= '\u109f'
                || c >= '\u1780' && c <= '\u17ff'
                || c >= '\u3040' && c <= '\u9fff';
    }
}
