package dev.belay.view;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * How many cells text takes on a terminal.
 *
 * <p>What a person sees as one character (a letter with its accents, a flag, a family joined from four persons) is a
 * <em>cluster</em>. Newer terminals draw one in one or two cells. Older ones take its code points one by one and need more room
 * for some, or less: {@link #singly} tells that, for lines that must not run over the edge anywhere.
 */
public final class Cells {

    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int FIRST_REGIONAL = 0x1F1E6;
    private static final int LAST_REGIONAL = 0x1F1FF;
    private static final int FIRST_TONE = 0x1F3FB;
    private static final int LAST_TONE = 0x1F3FF;

    /** Longer ones are no writing of any people: the rest is taken for a cluster of its own. */
    private static final int LONGEST = 32;

    /** What is joined are symbols: arrows, signs, pictures. */
    private static final int FIRST_SYMBOL = 0x2190;

    private static final int LAST_NARROW = 0x2FF;
    private static final int FIRST_PRINTABLE = 0x20;

    private Cells() {}

    /** Where the cluster that begins here ends. */
    public static int end(CharSequence text, int begin) {
        int first = Character.codePointAt(text, begin);
        int at = begin + Character.charCount(first);
        boolean regional = isRegional(first);
        for (int count = 1; at < text.length() && count < LONGEST; count++) {
            char unit = text.charAt(at);
            if (unit < LAST_NARROW) {
                return at;
            }
            int next = Character.codePointAt(text, at);
            if (next == JOINER
                    && at + 1 < text.length()
                    && text.charAt(at + 1) >= FIRST_SYMBOL
                    && first > LAST_NARROW) {
                at += 1 + Character.charCount(Character.codePointAt(text, at + 1));
            } else if (isTone(next) || first != '\n' && width(next) == 0) {
                at += Character.charCount(next);
            } else if (regional && isRegional(next)) {
                return at + Character.charCount(next);
            } else {
                return at;
            }
        }
        return at;
    }

    /** The width of one code point, 0 to 2. */
    public static int width(int codePoint) {
        if (codePoint <= LAST_NARROW) {
            return codePoint < FIRST_PRINTABLE ? 0 : 1;
        }
        return isRegional(codePoint) ? 1 : isTone(codePoint) ? 2 : Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** The width of a text without tabs and line breaks. */
    public static int width(CharSequence text) {
        int width = 0;
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at);
            width += clusterWidth(text, at, end);
            at = end;
        }
        return width;
    }

    /** The width of the cluster between the two. */
    public static int clusterWidth(CharSequence text, int begin, int end) {
        int first = Character.codePointAt(text, begin);
        int width = width(first);
        int at = begin + Character.charCount(first);
        if (at == end) {
            return width;
        }
        while (at < end) {
            int next = Character.codePointAt(text, at);
            if (next == EMOJI_STYLE || width(next) > 0) {
                return 2;
            }
            at += Character.charCount(next);
        }
        return width;
    }

    /** The cells of a cluster on a terminal that takes its code points one by one. */
    public static int singly(CharSequence text, int begin, int end) {
        int sum = 0;
        for (int at = begin; at < end; ) {
            int next = Character.codePointAt(text, at);
            sum += width(next);
            at += Character.charCount(next);
        }
        return sum;
    }

    /** As much of the begin as fits into so many cells, with a sign that something is left out. */
    public static String fitted(String text, int cells, String more) {
        if (width(text) <= cells) {
            return text;
        }
        int room = cells - width(more);
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            room -= clusterWidth(text, at, end);
            if (room < 0) {
                break;
            }
            at = end;
        }
        return text.substring(0, at) + more;
    }

    /** The text on lines of no more than so many cells, broken at its blanks; a longer word stays whole. */
    public static List<String> wrapped(String text, int cells) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && width(line) + 1 + width(word) > cells) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static boolean isRegional(int codePoint) {
        return codePoint >= FIRST_REGIONAL && codePoint <= LAST_REGIONAL;
    }

    private static boolean isTone(int codePoint) {
        return codePoint >= FIRST_TONE && codePoint <= LAST_TONE;
    }
}
