package dev.belay.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines around a block of code, also in lists and quotes. */
final class Fence {

    private static final Pattern LINE =
            Pattern.compile("[ \t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})(.*)", Pattern.DOTALL);

    private Fence() {}

    /** Whether a block of code is open at the end of a text. */
    static boolean isOpenIn(String text) {
        return !open(text, "").isEmpty();
    }

    /**
     * The fence of the block that is open at the end of a text; empty where none is.
     *
     * @param inside the fence of the block that is open at its begin
     */
    private static String open(String text, String inside) {
        String open = inside;
        for (int begin = 0; begin < text.length(); ) {
            int newline = text.indexOf('\n', begin);
            int end = newline < 0 ? text.length() : newline;
            open = after(text.substring(begin, end), open);
            begin = end + 1;
        }
        return open;
    }

    private static String after(String line, String open) {
        if (line.indexOf("```") < 0 && line.indexOf("~~~") < 0) {
            return open;
        }
        Matcher fence = LINE.matcher(line);
        if (!fence.matches()) {
            return open;
        }
        if (open.isEmpty()) {
            return fence.group(1);
        }
        boolean closes = fence.group(1).startsWith(open) && Blanks.isBlank(fence.group(2));
        return closes ? "" : open;
    }

    /** Whether a text begins with such a line. */
    static boolean begins(String text) {
        return LINE.matcher(firstLine(text)).matches();
    }

    /** Whether that is all there is. */
    static boolean isOnlyBegun(String text) {
        return begins(text) && Blanks.stripStart(text).indexOf('\n') < 0;
    }

    /** What follows the first line. */
    static String behindFirst(String text) {
        String rest = Blanks.stripStart(text);
        int newline = rest.indexOf('\n');
        return newline < 0 ? "" : rest.substring(newline + 1);
    }

    private static String firstLine(String text) {
        String rest = Blanks.stripStart(text);
        int newline = rest.indexOf('\n');
        return newline < 0 ? rest : rest.substring(0, newline);
    }

    /**
     * Whether the block that was cut is opened once more. A fence without a language may just as well close it; then it
     * matters whether all is closed in the end, or when that is cut as well, whether a line ended before it.
     */
    static boolean reopens(String before, String after, Round.End end) {
        String open = open(before, "");
        Matcher first = LINE.matcher(firstLine(after));
        if (open.isEmpty() || !first.matches() || isFenceLineCut(before)) {
            return false;
        }
        if (!Blanks.isBlank(first.group(2))) {
            return first.group(1).charAt(0) == open.charAt(0);
        }
        if (end == Round.End.COMPLETE) {
            return !open(behindFirst(after), "").isEmpty()
                    && open(behindFirst(after), open).isEmpty();
        }
        boolean lineEnded = !before.equals(Blanks.stripEnd(before)) || !after.equals(Blanks.stripStart(after));
        return !lineEnded;
    }

    /** The line that opens the block was itself cut. */
    private static boolean isFenceLineCut(String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return LINE.matcher(line).matches();
    }
}
