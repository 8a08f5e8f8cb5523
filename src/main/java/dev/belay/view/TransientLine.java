package dev.belay.view;

import dev.belay.chat.Event.Retrying;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * A line that is overwritten while something is waited for: on a terminal what for, and how long; elsewhere one line an
 * attempt. It is the last on the screen and never as wide as that, and the cursor stays at its begin: so it can be wiped
 * even when the terminal has wrapped it anew, because its window became smaller. Lives on the turn's thread.
 */
final class TransientLine {

    private static final String ERASE_BELOW = "\u001b[J";

    private static final String MORE = "…";

    private final Output out;
    private final Style style;
    private final IntSupplier columns;
    private int shown;
    private int attempt;

    /** @param columns how wide the terminal is; 0 for one on which nothing can be overwritten */
    TransientLine(Output out, Style style, IntSupplier columns) {
        this.out = out;
        this.style = style;
        this.columns = columns;
    }

    void show(Retrying retrying) throws IOException {
        String when = style.dot() + "trying again in " + retrying.left().toSeconds() + " s (" + retrying.attempt()
                + " of " + retrying.attempts() + ")";
        String why =
                Cleaner.clean(retrying.problem().message()).replace('\n', ' ').replace('\t', ' ');
        int width = out.isTerminal() ? columns.getAsInt() : 0;
        if (width > 1) {
            overwrite(Cells.fitted(why, width - 1 - when.length(), MORE) + when, width);
        } else if (attempt != retrying.attempt()) {
            out.own(why + when + "\n");
        }
        attempt = retrying.attempt();
    }

    /** {@code connecting · 3 s}. */
    void show(String words, Duration elapsed) throws IOException {
        int width = out.isTerminal() ? columns.getAsInt() : 0;
        if (width > 1) {
            long seconds = elapsed.toSeconds();
            overwrite(seconds > 0 ? words + style.dot() + seconds + " s" : words, width);
        }
    }

    void clear() throws IOException {
        if (shown > 0) {
            out.own(style.colour() ? "\r" + ERASE_BELOW + "\r" : "\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }

    private void overwrite(String line, int width) throws IOException {
        if (shown == 0) {
            out.closeLine();
        }
        String fitted = Cells.fitted(line, width - 1, MORE);
        int room = Cells.width(fitted);
        String rest = style.colour() ? ERASE_BELOW : " ".repeat(Math.max(0, Math.min(shown, width - 1) - room));
        out.own("\r" + style.dim(fitted) + rest + "\r");
        shown = room;
    }
}
