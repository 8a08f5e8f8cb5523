package dev.belay.chat;

/** White space in the widest sense: services count more characters as such than {@link String#isBlank} does. */
public final class Blanks {

    private static final char NEXT_LINE = '\u0085';

    private Blanks() {}

    public static boolean isBlank(String text) {
        return stripEnd(text).isEmpty();
    }

    /** The text without the blanks at its end. */
    public static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The text without the blanks at its begin. */
    static String stripStart(String text) {
        int begin = 0;
        while (begin < text.length() && isBlank(text.charAt(begin))) {
            begin++;
        }
        return text.substring(begin);
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
    }
}
