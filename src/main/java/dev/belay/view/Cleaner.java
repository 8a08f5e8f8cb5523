package dev.belay.view;

/**
 * Makes foreign text safe for a terminal: whatever could steer it is shown instead of obeyed.
 *
 * <p>Control characters appear as {@code ^[}, C1 controls and bidirectional overrides as {@code <U+202E>}; newline and tab
 * pass. An escape sequence thus loses its first character and becomes plain text, and a cut between two pieces changes
 * nothing. Only a carriage return and half a surrogate pair have to be remembered over a cut. Of marks that are drawn over one
 * another no more are shown than any writing has.
 */
public final class Cleaner {

    private static final int MOST_MARKS = 16;
    private static final char FIRST_MARK = 0x300;

    private boolean afterReturn;
    private char half;
    private int marks;

    /** Text that is whole, such as a title or an error message. */
    public static String clean(String text) {
        Cleaner cleaner = new Cleaner();
        return cleaner.next(text) + cleaner.rest();
    }

    /** The next piece, cleaned; up to one character may be held back. */
    public String next(String piece) {
        if (!afterReturn && half == 0 && isPlain(piece)) {
            marks = piece.isEmpty() ? marks : 0;
            return piece;
        }
        StringBuilder out = new StringBuilder(piece.length() + 16);
        for (int i = 0; i < piece.length(); i++) {
            take(piece.charAt(i), out);
        }
        return out.toString();
    }

    /** What was held back when no more pieces come. */
    public String rest() {
        StringBuilder out = new StringBuilder();
        settle(out);
        return out.toString();
    }

    private void take(char c, StringBuilder out) {
        if (c == '\n' && afterReturn) {
            afterReturn = false;
        } else if (Character.isLowSurrogate(c) && half != 0) {
            if (isShown(Character.toCodePoint(half, c))) {
                out.append(half).append(c);
            }
            half = 0;
            return;
        }
        settle(out);
        if (Character.isHighSurrogate(c)) {
            half = c;
        } else if (Character.isLowSurrogate(c)) {
            out.append('\uFFFD');
        } else if (c == '\r') {
            afterReturn = true;
        } else if (isShown(c)) {
            show(c, out);
        }
    }

    private boolean isShown(int codePoint) {
        marks = isMark(codePoint) ? marks + 1 : 0;
        return marks <= MOST_MARKS || codePoint <= Character.MAX_VALUE && steers((char) codePoint);
    }

    /** Takes no room of its own. */
    private static boolean isMark(int codePoint) {
        if (codePoint < FIRST_MARK) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private void settle(StringBuilder out) {
        if (afterReturn) {
            out.append("^M");
        }
        if (half != 0) {
            out.append('\uFFFD');
        }
        afterReturn = false;
        half = 0;
    }

    private static void show(char c, StringBuilder out) {
        if (!steers(c)) {
            out.append(c);
        } else if (c < 0x20) {
            out.append('^').append((char) (c + '@'));
        } else if (c == 0x7F) {
            out.append("^?");
        } else {
            out.append("<U+")
                    .append(Integer.toHexString(0x10000 + c).substring(1).toUpperCase(java.util.Locale.ROOT));
            out.append('>');
        }
    }

    private static boolean isPlain(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (steers(c) || Character.isSurrogate(c) || isMark(c)) {
                return false;
            }
        }
        return true;
    }

    /** C0 but newline and tab, DEL, C1, bidirectional embeddings, overrides and isolates, line and paragraph separators. */
    private static boolean steers(char c) {
        return c < 0x20 && c != '\n' && c != '\t'
                || c >= 0x7F && c <= 0x9F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }
}
