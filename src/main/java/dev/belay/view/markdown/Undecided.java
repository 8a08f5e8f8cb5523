package dev.belay.view.markdown;

/** Lines that are still being written: whether it is sure already what they will be. */
final class Undecided {

    private static final String SIGNS = "=-+*_#~`: \t>|";

    private Undecided() {}

    /** Whether a line that looks like a paragraph's will stay one, however it goes on. */
    static boolean isText(Line found) {
        String text = found.text();
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return switch (first) {
            case '[' -> isNoDefinition(text);
            case '<' -> text.length() > 1 && " =-0123456789".indexOf(text.charAt(1)) >= 0;
            default -> Character.isDigit(first) ? !isNumber(text) : SIGNS.indexOf(first) < 0 || hasOther(text);
        };
    }

    private static boolean isNoDefinition(String text) {
        int close = text.indexOf(']');
        return close >= 0 && close + 1 < text.length() && text.charAt(close + 1) != ':';
    }

    /** Of an item of a list. */
    private static boolean isNumber(String text) {
        int at = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at == text.length() || at == text.length() - 1 && ".)".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean hasOther(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (SIGNS.indexOf(text.charAt(i)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line of a block of code cannot be the one that closes it. */
    static boolean isCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("`~ \t".indexOf(text.charAt(i)) < 0) {
                return true;
            }
        }
        return false;
    }
}
