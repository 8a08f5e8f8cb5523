package dev.belay.view.markdown;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Rows with what stands before them: bars of quotes, bullets, blanks. Lives on the turn's thread. */
final class Margin {

    /** However deep it is nested, so much room is left for the text itself. */
    private static final int LEAST_ROOM = 2;

    private final IntSupplier columns;
    private final List<Glyph> first;
    private final List<Glyph> others;
    private boolean begun;

    /**
     * @param columns how wide the terminal is now
     * @param first before the first row
     * @param others before each other one, as wide
     */
    Margin(IntSupplier columns, List<Glyph> first, List<Glyph> others) {
        this.columns = columns;
        this.first = first;
        this.others = others;
    }

    /** The cells that are left for text; the last column stays empty, where a terminal may break the line by itself. */
    int room() {
        return Math.max(LEAST_ROOM, columns.getAsInt() - 1 - width(others));
    }

    int columns() {
        return columns.getAsInt();
    }

    /** A row of text with its margin. */
    List<Glyph> row(List<Glyph> text) {
        List<Glyph> row = new ArrayList<>(begun ? others : first);
        if (text.isEmpty()) {
            while (!row.isEmpty() && row.get(row.size() - 1).isBlank()) {
                row.remove(row.size() - 1);
            }
        }
        row.addAll(text);
        return row;
    }

    /** Writes a row that stays as it is; one with nothing on it is a blank one. */
    void finish(List<Glyph> text, RowWriter writer) throws IOException {
        List<Glyph> row = row(text);
        writer.show(row);
        if (row.isEmpty()) {
            writer.blank();
        } else {
            writer.commit();
        }
        begun = true;
    }

    /** The first row is written. */
    void begin() {
        begun = true;
    }

    /** The cells before the text. */
    int width() {
        return width(others);
    }

    private static int width(List<Glyph> glyphs) {
        int width = 0;
        for (Glyph glyph : glyphs) {
            width += glyph.most();
        }
        return width;
    }
}
