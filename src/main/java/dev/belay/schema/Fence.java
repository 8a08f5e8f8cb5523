package dev.belay.schema;

/** The Markdown fence that models like to put around a document. */
final class Fence {

    private static final String MARK = "```";

    private Fence() {}

    /** What is inside of a fence that is around all of it; without blanks at its ends. */
    static String opened(String answer) {
        String text = answer.strip();
        int line = text.indexOf('\n');
        boolean isFenced = text.startsWith(MARK) && line >= 0 && text.endsWith("\n" + MARK);
        if (!isFenced) {
            return text;
        }
        int end = text.length() - MARK.length();
        return text.substring(Math.min(line + 1, end), end).strip();
    }
}
