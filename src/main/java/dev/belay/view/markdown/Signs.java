package dev.belay.view.markdown;

import java.util.List;

/**
 * Finds in text what the Markdown parser has left as it is, but may read otherwise when more comes: a star without its partner, a
 * bracket whose address is not there yet.
 */
final class Signs {

    private static final int LONGEST_ENTITY = 32;

    private final String source;
    private final char before;
    private final List<Opener> found;

    /**
     * @param before what stood before the source
     * @param found takes what is found
     */
    Signs(String source, char before, List<Opener> found) {
        this.source = source;
        this.before = before;
        this.found = found;
    }

    /**
     * Looks through one piece of plain text.
     *
     * @param withinEmphasis where stars have found their partners already
     */
    void look(int begin, int end, boolean withinEmphasis) {
        for (int at = begin; at < end; at++) {
            char sign = source.charAt(at);
            switch (sign) {
                case '\\' -> {
                    add(at, 1, at + 1 == source.length());
                    at++;
                }
                case '*', '_', '~' -> {
                    int length = run(at, end);
                    add(at, length, !withinEmphasis && mayOpen(at, at + length));
                    at += length - 1;
                }
                case '`' -> {
                    int length = run(at, end);
                    add(at, length, true);
                    at += length - 1;
                }
                case '[' -> add(at, 1, isOpenBracket(at));
                case '!' -> add(at, 1, at + 1 == source.length());
                case '<' -> add(at, 1, isOpenTag(at));
                case '&' -> add(at, 1, isOpenEntity(at));
                default -> {}
            }
        }
    }

    private void add(int at, int length, boolean isOpen) {
        if (isOpen) {
            found.add(new Opener(at, source.substring(at, at + length)));
        }
    }

    private int run(int at, int end) {
        int next = at;
        while (next < end && source.charAt(next) == source.charAt(at)) {
            next++;
        }
        return next - at;
    }

    /** As CommonMark defines it: what follows is no blank, and no punctuation unless before it is the same. */
    private boolean mayOpen(int begin, int end) {
        if (end == source.length()) {
            return true;
        }
        char sign = source.charAt(begin);
        char previous = begin > 0 ? source.charAt(begin - 1) : before;
        char next = source.charAt(end);
        boolean afterEdge = isBlank(previous) || isPunctuation(previous);
        boolean beforeEdge = isBlank(next) || isPunctuation(next);
        boolean left = !isBlank(next) && (!isPunctuation(next) || afterEdge);
        boolean right = !isBlank(previous) && (!isPunctuation(previous) || beforeEdge);
        return sign == '_' ? left && (!right || isPunctuation(previous)) : left;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }

    private static boolean isPunctuation(char c) {
        return switch (Character.getType(c)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.DECIMAL_DIGIT_NUMBER -> false;
            case Character.NON_SPACING_MARK, Character.SURROGATE -> false;
            default -> !Character.isLetter(c) && !isBlank(c);
        };
    }

    /** Without its partner, or with an address that has not ended. */
    private boolean isOpenBracket(int at) {
        int close = source.indexOf(']', at);
        if (close < 0 || close + 1 == source.length()) {
            return true;
        }
        char next = source.charAt(close + 1);
        return next == '(' && source.indexOf(')', close) < 0 || next == '[' && source.indexOf(']', close + 1) < 0;
    }

    private boolean isOpenTag(int at) {
        if (at + 1 == source.length()) {
            return true;
        }
        char next = source.charAt(at + 1);
        return (Character.isLetter(next) || next == '/' || next == '!' || next == '?') && source.indexOf('>', at) < 0;
    }

    private boolean isOpenEntity(int at) {
        int next = at + 1;
        while (next < source.length()
                && (Character.isLetterOrDigit(source.charAt(next)) || source.charAt(next) == '#')) {
            next++;
        }
        return next == source.length() && next - at <= LONGEST_ENTITY;
    }
}
