package dev.belay.view.code;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of code in which other words and marks mean nothing, such as a comment or a string.
 *
 * @param word its shade; the language of one that is read by another grammar
 * @param begin what it begins with, as a regular expression
 * @param group the number of that expression within the grammar's expression for all beginnings
 * @param ends what it ends with; {@code \1} stands for what the beginning's first group has matched; empty for
 *     one whose beginning is all of it
 */
record Span(Kind kind, String word, String begin, int group, String ends) {

    /** How a span ends. */
    enum Kind {
        /** Within the line. */
        TOKEN,
        /** Perhaps some lines later. */
        BLOCK,
        /** Perhaps some lines later, and not where a backslash stands before its end. */
        QUOTED,
        /** Some lines later, and it begins on the line after the one that announces it. */
        HEREDOC,
        /** The same, and it is code of another language. */
        INSIDE
    }

    private static final String FIRST = "\\1";

    Shade shade() {
        return kind == Kind.INSIDE ? Shade.PLAIN : Shade.valueOf(word);
    }

    /** What to look for now that it was opened by a beginning whose first group is this. */
    Pattern end(@Nullable String first) {
        String end =
                first == null ? ends : ends.replace(FIRST, Pattern.quote(kind == Kind.HEREDOC ? blank(first) : first));
        return Pattern.compile(kind == Kind.QUOTED ? "(?s)\\\\.|(" + end + ")" : "(" + end + ")");
    }

    /** In YAML the dash of a list counts as the blanks that stand in its place on the next lines. */
    private static String blank(String indent) {
        return indent.replace('-', ' ');
    }

    /** Whether its end depends on how it began. */
    boolean endsAsItBegan() {
        return ends.contains(FIRST);
    }
}
