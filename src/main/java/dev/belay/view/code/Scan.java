package dev.belay.view.code;

import java.util.Arrays;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The way through one line, from span to span; for one thread, and for one use. */
final class Scan {

    private final Grammar grammar;
    private final String line;
    private final @Nullable Shade[] shades;
    private @Nullable Open open;
    private @Nullable Open announced;

    Scan(Grammar grammar, String line, @Nullable Open open) {
        this.grammar = grammar;
        this.line = line;
        this.open = open;
        shades = new @Nullable Shade[line.length()];
    }

    /** Goes to the end of the line; its shades are null where no span is. */
    @Nullable
    Shade[] shades() {
        Matcher begins = grammar.begins(line);
        int from = open == null ? 0 : end(open, 0, 0);
        while (begins != null && open == null && from < shades.length && begins.find(from)) {
            from = begin(begins);
        }
        if (open == null) {
            open = announced;
        }
        return shades;
    }

    /** What is open at the end of the line; null if nothing is. */
    @Nullable
    Open open() {
        return open;
    }

    private int begin(Matcher begins) {
        Open found = grammar.open(begins);
        int end = Math.max(begins.end(), begins.start() + 1);
        switch (found.span().kind()) {
            case TOKEN ->
                Arrays.fill(
                        shades,
                        begins.start(),
                        Math.min(end, shades.length),
                        found.span().shade());
            case HEREDOC, INSIDE -> announced = found;
            default -> {
                open = found;
                return end(found, begins.start(), begins.end());
            }
        }
        return end;
    }

    /** Where this span, which is open, ends that began here. */
    private int end(Open opened, int begin, int from) {
        Shade shade = opened.span().shade();
        Matcher ends = opened.end().matcher(line);
        for (int next = from; next <= shades.length && ends.find(next); next = Math.max(ends.end(), next + 1)) {
            if (ends.start(1) >= 0) {
                Arrays.fill(shades, begin, ends.end(), shade);
                open = null;
                return ends.end();
            }
        }
        Arrays.fill(shades, begin, shades.length, shade);
        return shades.length;
    }
}
