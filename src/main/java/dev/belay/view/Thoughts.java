package dev.belay.view;

import dev.belay.chat.Estimate;
import dev.belay.chat.Thinking;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntSupplier;

/** The model's thinking, shown as the person wants it. Lives on the turn's thread. */
class Thoughts {

    private final Output out;
    private final Style style;
    private final Thinking manner;
    private final Cleaner cleaner = new Cleaner();
    private final WordWrap wrap;
    private boolean open;
    private long begin;
    private long length;

    /** @param columns of the terminal */
    Thoughts(Output out, Style style, Thinking manner, IntSupplier columns) {
        this.wrap = new WordWrap(columns);
        this.out = out;
        this.style = style;
        this.manner = manner;
    }

    /** The clock. */
    long nanos() {
        return System.nanoTime();
    }

    /** Whether what comes next is to be seen. */
    boolean areShown() {
        return manner == Thinking.SHOW;
    }

    /** Whether it is to be said that the model thinks, and not what. */
    boolean areFolded() {
        return manner == Thinking.FOLD && open;
    }

    /** Whether a piece has come that nothing else has followed. */
    boolean areOpen() {
        return open;
    }

    void next(String text) throws IOException {
        if (!open) {
            open = true;
            begin = nanos();
            length = 0;
        }
        length += text.length();
        if (areShown()) {
            show(out.isTerminal() ? wrap.next(cleaner.next(text)) : text);
        }
    }

    private void show(String text) throws IOException {
        if (!text.isEmpty()) {
            out.own(out.isTerminal() ? style.dim(text) : text);
        }
    }

    /** How long it has been thinking. */
    Duration soFar() {
        return Duration.ofNanos(nanos() - begin);
    }

    /** Something else comes: what was shown is set apart from it, what was folded becomes a line. */
    void close() throws IOException {
        if (open && areShown()) {
            show(wrap.rest());
            out.own("\n\n");
        } else if (areFolded() && out.isTerminal()) {
            out.closeLine();
            out.own(style.dim("thought for " + EndLine.rough(soFar()) + style.dot() + tokens()) + "\n");
        }
        open = false;
    }

    private String tokens() {
        return "~" + EndLine.tokens(Estimate.ofLength(length));
    }
}
