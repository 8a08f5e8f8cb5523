package dev.belay.chat;

/** What counts as empty for every provider: more than for Java, whose blanks leave out those that do not break. */
final class Blank {

    private Blank() {}

    private static boolean is(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    static boolean is(String text) {
        return atEnd(text) == text.length();
    }

    /** The text without the blanks at its end. */
    static String trimEnd(String text) {
        return text.substring(0, text.length() - atEnd(text));
    }

    private static int atEnd(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.length() - end;
    }
}
