package dev.belay.view.markdown;

import dev.belay.view.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The row of the screen that is being written: rewritten from where it differs, with as few bytes as that takes. Rows above it
 * are never touched again. Lives on the turn's thread.
 */
final class RowWriter {

    static final String NO_LINK = "\u001b]8;;\u001b\\";

    private static final String ERASE_REST = "\u001b[K";
    private static final int TAB = 8;
    private static final int FEW = 4;

    private final Output out;
    private final Palette palette;
    private final boolean plain;
    private final List<Glyph> shown = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private int look = Look.PLAIN;
    private @Nullable String link;
    private int lineFeeds;

    RowWriter(Output out, Theme theme) {
        this.out = out;
        this.palette = new Palette(theme);
        this.plain = theme.isPlain();
    }

    /** Makes the row look like this. */
    void show(List<Glyph> row) throws IOException {
        int same = 0;
        while (same < shown.size() && same < row.size() && shown.get(same).looksLike(row.get(same))) {
            same++;
        }
        if (same == shown.size() && same == row.size()) {
            return;
        }
        feed();
        if (same < shown.size()) {
            same = back(same);
        }
        for (Glyph glyph : row.subList(same, row.size())) {
            write(glyph);
        }
        if (shown.isEmpty()) {
            turn(Look.PLAIN, null);
            pending.append('\r');
        }
        flush();
    }

    /** Adds to the row, however long it becomes: a terminal breaks such a line itself, and undoes that when it is copied. */
    void add(List<Glyph> more) throws IOException {
        if (!more.isEmpty()) {
            feed();
            for (Glyph glyph : more) {
                put(glyph);
            }
            // The row is not rewritten any more; that there is something on it is all that has to be known.
            if (shown.isEmpty()) {
                shown.add(more.get(0));
            }
            flush();
        }
    }

    /** The row stays as it is. */
    void commit() {
        if (!shown.isEmpty()) {
            lineFeeds++;
            shown.clear();
        }
    }

    int count() {
        return shown.size();
    }

    /** A row with nothing on it; the row before it stays as it is. */
    void blank() {
        commit();
        lineFeeds++;
    }

    /** The row stays as it is, and the cursor goes to the next one. */
    void end() throws IOException {
        commit();
        turn(Look.PLAIN, null);
        lineFeeds = Math.min(1, lineFeeds);
        feed();
        flush();
    }

    private void feed() {
        if (lineFeeds > 0) {
            pending.append("\n".repeat(lineFeeds));
            lineFeeds = 0;
        }
    }

    /** Takes away what is shown from here on; returns from where on the row has to be written. */
    private int back(int from) {
        int cells = 0;
        boolean sure = true;
        for (Glyph glyph : shown.subList(from, shown.size())) {
            cells += glyph.width();
            sure &= glyph.isSure();
        }
        if (!sure) {
            return anew();
        }
        if (plain) {
            pending.append("\b".repeat(cells)).append(" ".repeat(cells)).append("\b".repeat(cells));
        } else {
            pending.append(cells <= FEW ? "\b".repeat(cells) : "\u001b[" + cells + "D")
                    .append(ERASE_REST);
        }
        shown.subList(from, shown.size()).clear();
        return from;
    }

    /** Takes the row away, wherever on it the cursor is. */
    void startAgain() {
        if (!shown.isEmpty()) {
            anew();
        }
    }

    /** Terminals differ in how wide these characters are, but all know where a row begins. */
    private int anew() {
        int cells = 0;
        for (Glyph glyph : shown) {
            cells += glyph.text.charAt(0) == '\t' ? TAB : glyph.most();
        }
        pending.append('\r').append(plain ? " ".repeat(cells) + "\r" : ERASE_REST);
        shown.clear();
        return 0;
    }

    private void write(Glyph glyph) {
        put(glyph);
        shown.add(glyph);
    }

    private void put(Glyph glyph) {
        boolean invisible = glyph.isBlank() && !palette.isLined(look) && !palette.isLined(glyph.look);
        if (!invisible || link != null || glyph.link != null) {
            turn(glyph.look, glyph.link);
        }
        pending.append(glyph.text);
    }

    private void turn(int nextLook, @Nullable String nextLink) {
        if (!Objects.equals(link, nextLink)) {
            pending.append("\u001b]8;;")
                    .append(nextLink == null ? "" : nextLink)
                    .append("\u001b\\");
            link = nextLink;
        }
        pending.append(palette.change(look, nextLook));
        look = nextLook;
    }

    private void flush() throws IOException {
        if (pending.length() > 0) {
            String bytes = pending.toString();
            pending.setLength(0);
            out.own(bytes);
        }
    }
}
