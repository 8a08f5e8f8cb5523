package dev.belay.view;

import dev.belay.chat.Event.Retrying;
import java.io.IOException;

/** A line that is overwritten while something is waited for: on a terminal a countdown, elsewhere one line an attempt. */
final class TransientLine {

    private static final int WIDTH = 76;

    private final Output out;
    private final Style style;
    private int shown;
    private int attempt;

    TransientLine(Output out, Style style) {
        this.out = out;
        this.style = style;
    }

    void show(Retrying retrying) throws IOException {
        String when = style.dot() + "trying again in " + retrying.left().toSeconds() + " s (" + retrying.attempt() + " of "
                + retrying.attempts() + ")";
        String why = Cleaner.clean(retrying.problem().message());
        if (!out.isTerminal()) {
            if (attempt != retrying.attempt()) {
                out.own(why + when + "\n");
            }
        } else {
            int room = WIDTH - when.length();
            overwrite((why.length() <= room ? why : why.substring(0, room - 1) + "…") + when);
        }
        attempt = retrying.attempt();
    }

    void clear() throws IOException {
        if (shown > 0) {
            out.own("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }

    private void overwrite(String line) throws IOException {
        if (shown == 0) {
            out.closeLine();
        }
        String blanks = " ".repeat(Math.max(0, shown - line.length()));
        shown = line.length();
        out.own("\r" + style.dim(line) + blanks);
    }
}
