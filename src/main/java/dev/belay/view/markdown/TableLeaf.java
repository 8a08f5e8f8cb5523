package dev.belay.view.markdown;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.jspecify.annotations.Nullable;

/**
 * A table while it comes. Its columns are as wide as its cells, which are known at its end, so until then only the row being
 * written is seen; a very long table is shown from some row on, in columns that stay as they are. Lives on the turn's thread.
 */
final class TableLeaf implements Leaf {

    private static final int MOST_ROWS_HELD = 200;

    private final Inline inline;
    private final RowWriter writer;
    private final Margin margin;
    private final Theme theme;
    private final List<Alignment> alignments;
    private final List<List<List<Glyph>>> rows = new ArrayList<>();
    private @Nullable TableColumns columns;
    private List<List<Glyph>> head = List.of();
    private int width;

    TableLeaf(Inline inline, RowWriter writer, Margin margin, Theme theme, List<Alignment> alignments) {
        this.inline = inline;
        this.writer = writer;
        this.margin = margin;
        this.theme = theme;
        this.alignments = alignments;
        this.width = margin.columns();
    }

    /** A row's cells, as they stand in the source; the first row is the head. */
    void add(List<String> cells) throws IOException {
        int look = rows.isEmpty() && columns == null ? Look.BOLD : Look.PLAIN;
        List<List<Glyph>> row = new ArrayList<>();
        for (int i = 0; i < alignments.size(); i++) {
            row.add(inline.read(' ', i < cells.size() ? cells.get(i) : "", look).glyphs());
        }
        rows.add(row);
        if (rows.size() > MOST_ROWS_HELD || columns != null) {
            write();
        }
    }

    /** The row as it is typed, for so long. */
    @Override
    public void preview(String typed) throws IOException {
        keepUp();
        List<Glyph> row = Glyph.of(typed.replace('\t', ' '), Look.DIM);
        writer.show(margin.row(row.subList(0, Wrap.first(row, margin.room()).end())));
    }

    /** When the window changes, nobody knows where on the row the cursor is. */
    private void keepUp() {
        if (margin.columns() != width) {
            width = margin.columns();
            writer.startAgain();
        }
    }

    @Override
    public void add(String text) {
        throw new IllegalStateException("a table takes rows");
    }

    @Override
    public void pause() throws IOException {
        keepUp();
        writer.show(List.of());
    }

    @Override
    public void close() throws IOException {
        write();
    }

    private void write() throws IOException {
        keepUp();
        boolean begins = columns == null;
        TableColumns fitted = columns == null ? TableColumns.of(rows, alignments, margin.room(), theme) : columns;
        if (begins) {
            columns = fitted;
            head = rows.get(0);
        }
        if (!fitted.fit()) {
            writeRecords(begins);
            rows.clear();
            return;
        }
        for (List<List<Glyph>> row : rows) {
            for (List<Glyph> line : fitted.lines(row, margin.width())) {
                margin.finish(line, writer);
            }
            if (begins) {
                margin.finish(Glyph.of(fitted.rule(), Look.of(Ink.MARK)), writer);
                begins = false;
            }
        }
        rows.clear();
    }

    /** More columns than the terminal has room for: each cell on a line of its own, behind the name of its column. */
    private void writeRecords(boolean begins) throws IOException {
        boolean hasHeadOnly = begins && rows.size() == 1;
        for (List<List<Glyph>> row : begins && !hasHeadOnly ? rows.subList(1, rows.size()) : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    boolean hasName = !hasHeadOnly && !head.get(i).isEmpty();
                    List<Glyph> line = new ArrayList<>(hasName ? head.get(i) : List.of());
                    line.addAll(Glyph.of(hasName ? ": " : "", Look.PLAIN));
                    line.addAll(row.get(i));
                    for (Wrap.Row part : Wrap.rows(line, margin.room())) {
                        margin.finish(line.subList(part.begin(), part.end()), writer);
                    }
                }
            }
            margin.finish(Glyph.of(theme.line().repeat(3), Look.of(Ink.MARK)), writer);
        }
    }
}
