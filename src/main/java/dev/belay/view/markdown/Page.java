package dev.belay.view.markdown;

import dev.belay.view.Cells;
import dev.belay.view.code.CodeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Where blocks are written one below the other, each in its frames. Lives on the turn's thread. */
final class Page {

    private static final int EDGE = 3;
    private static final int WIDEST_RULE = 80;

    private final Theme theme;
    private final RowWriter writer;
    private final IntSupplier columns;
    private final Inline inline;
    private @Nullable List<Frame> gap;
    private boolean separated = true;
    private boolean begun;

    Page(Theme theme, RowWriter writer, IntSupplier columns) {
        this.theme = theme;
        this.writer = writer;
        this.columns = columns;
        this.inline = new Inline(theme);
    }

    /** There is a blank line before the next block, within these frames. */
    void gap(List<Frame> frames) {
        gap = gap == null ? frames : gap;
    }

    /** Ends what is above, once for each block. */
    void separate() throws IOException {
        if (separated) {
            return;
        }
        separated = true;
        writer.commit();
        if (gap != null && begun) {
            List<Glyph> bars = new ArrayList<>();
            for (Frame frame : gap) {
                bars.addAll(Glyph.of(frame instanceof Frame.Quote ? theme.bar() : "  ", Look.of(Ink.MARK)));
            }
            new Margin(columns, bars, bars).finish(List.of(), writer);
        }
    }

    /** The block is whole: whatever comes is another one. */
    void end() {
        separated = false;
        gap = null;
        begun = true;
    }

    /** A block of this kind; nothing is shown yet but for the edge of code. */
    Leaf begin(Line line) throws IOException {
        separate();
        begun = true;
        Leaf leaf = leaf(line, margin(line.frames()));
        beginItems(line);
        return leaf;
    }

    private static void beginItems(Line line) {
        for (Frame frame : line.frames()) {
            if (frame instanceof Frame.Item item) {
                item.begin();
            }
        }
    }

    /** A line across. */
    void rule(Line line) throws IOException {
        separate();
        begun = true;
        Margin margin = margin(line.frames());
        margin.finish(Glyph.of(theme.line().repeat(Math.min(margin.room(), WIDEST_RULE)), Look.of(Ink.MARK)), writer);
        beginItems(line);
    }

    /** A paragraph or heading as it may become. */
    Flow sketch(Line line) throws IOException {
        separate();
        return (Flow) leaf(line, margin(line.frames()));
    }

    /** A table whose head was taken for a paragraph so far. */
    TableLeaf table(Line line, boolean below) throws IOException {
        TableBlock table = (TableBlock) line.node();
        List<TableCell.Alignment> alignments = new ArrayList<>();
        Node head = table.getFirstChild().getFirstChild();
        for (Node cell = head.getFirstChild(); cell != null; cell = cell.getNext()) {
            alignments.add(((TableCell) cell).getAlignment());
        }
        Margin margin = below ? margin(line.frames()) : firstMargin(line.frames());
        TableLeaf leaf = new TableLeaf(inline, writer, margin, theme, alignments);
        leaf.add(cells(head));
        return leaf;
    }

    /** The cells of the last row. */
    static List<String> lastCells(Line line) {
        return cells(line.node().getLastChild().getLastChild());
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(
                    cell.getFirstChild() instanceof Text text
                            ? text.getLiteral().strip()
                            : "");
        }
        return cells;
    }

    private Leaf leaf(Line line, Margin margin) throws IOException {
        return switch (line.kind()) {
            case PARAGRAPH, EMPTY -> new Flow(inline, writer, margin, Look.PLAIN);
            case HEADING -> heading((Heading) line.node(), margin);
            case FENCE -> code(line.text(), margin);
            case INDENTED -> code("", margin);
            case HTML -> new CodeLeaf(writer, margin, CodeReader.of("html"), List.of());
            default -> throw new IllegalArgumentException(line.kind() + " has no words");
        };
    }

    private Leaf heading(Heading heading, Margin margin) throws IOException {
        Flow flow = new Flow(inline, writer, margin, look(heading));
        if (theme.isPlain()) {
            flow.add("\\#".repeat(heading.getLevel()) + " ");
        }
        return flow;
    }

    static int look(Heading heading) {
        return Look.of(heading.getLevel() == 1 ? Ink.TITLE : Ink.HEADING);
    }

    /** Between two short lines: nothing of ours stands in the lines of the code itself. */
    private Leaf code(String info, Margin margin) throws IOException {
        String edge = theme.isPlain() ? "```" : theme.line().repeat(EDGE);
        String word = info.strip().split("\\s+", 2)[0];
        String begin = theme.isPlain() || word.isEmpty() ? edge + word : edge + " " + word;
        List<Glyph> row = Glyph.of(begin, Look.of(Ink.MARK));
        margin.finish(row.subList(0, Wrap.first(row, margin.room()).end()), writer);
        Optional<CodeReader> reader = word.isEmpty() ? Optional.empty() : CodeReader.of(info);
        return new CodeLeaf(writer, margin, reader, Glyph.of(edge, Look.of(Ink.MARK)));
    }

    /** As if its items had not begun: what they began with is written over. */
    private Margin firstMargin(List<Frame> frames) {
        return margin(frames, true);
    }

    private Margin margin(List<Frame> frames) {
        return margin(frames, false);
    }

    private Margin margin(List<Frame> frames, boolean anew) {
        List<Glyph> first = new ArrayList<>();
        List<Glyph> others = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame instanceof Frame.Item item) {
                String blanks = " ".repeat(Cells.width(item.shown()) + 1);
                boolean shows = !item.isBegun() || anew && frame == frames.get(frames.size() - 1);
                first.addAll(shows ? Glyph.of(item.shown() + " ", Look.of(Ink.MARK)) : Glyph.of(blanks, Look.PLAIN));
                others.addAll(Glyph.of(blanks, Look.PLAIN));
            } else {
                first.addAll(Glyph.of(theme.bar(), Look.of(Ink.MARK)));
                others.addAll(Glyph.of(theme.bar(), Look.of(Ink.MARK)));
            }
        }
        int most = columns.getAsInt() / 2;
        return new Margin(columns, inner(first, most), inner(others, most));
    }

    /** However deep it is nested, the half of the width is for the text. */
    private static List<Glyph> inner(List<Glyph> margin, int most) {
        return margin.size() <= most ? margin : margin.subList(margin.size() - most, margin.size());
    }
}
