package dev.belay.view.markdown;

import dev.belay.view.code.CodeReader;
import dev.belay.view.code.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block of code while it comes, line by line. A line is never broken by us: one that is wider than the terminal runs on, so that
 * it is whole when it is copied, and is not touched any more from there on. Lives on the turn's thread.
 */
final class CodeLeaf implements Leaf {

    /** Of a longer line the rest is plain, and not looked at again. */
    private static final int LONG = 2_000;

    private final RowWriter writer;
    private final Margin margin;
    private final List<Glyph> edge;
    private final Optional<CodeReader> reader;
    private final StringBuilder line = new StringBuilder();
    private int written;

    /** Of the line, with what is not added yet. */
    private int seen;

    private int width;

    /**
     * @param edge a row below it; empty for none
     */
    CodeLeaf(RowWriter writer, Margin margin, Optional<CodeReader> reader, List<Glyph> edge) {
        this.writer = writer;
        this.margin = margin;
        this.reader = reader;
        this.edge = edge;
        this.width = margin.columns();
    }

    /** More text; a line ends with a line feed, at the end of a piece only. */
    @Override
    public void add(String text) throws IOException {
        keepUp();
        boolean ends = text.endsWith("\n");
        String more = ends ? text.substring(0, text.length() - 1) : text;
        if (written >= LONG) {
            written += more.length();
            writer.add(Glyph.of(more, Look.PLAIN));
        } else {
            line.append(more);
            if (written > 0 || !ends && !fits(line)) {
                run();
            }
        }
        if (ends) {
            end();
        }
    }

    /** When the window changes, the row that is being written stays as it is, and the line goes on in a new one. */
    private void keepUp() {
        if (margin.columns() != width) {
            width = margin.columns();
            if (seen > 0) {
                written = Math.max(written, seen);
                writer.commit();
            }
        }
    }

    private boolean fits(StringBuilder text) {
        return text.length() * 2 < margin.room() && text.indexOf("\t") < 0 || width(text) < margin.room();
    }

    private static int width(CharSequence text) {
        int width = 0;
        for (Glyph glyph : Glyph.of(text.toString(), Look.PLAIN)) {
            width = glyph.text.equals("\t") ? (width / 8 + 1) * 8 : width + glyph.most();
        }
        return width;
    }

    /** Over the edge of the row: from here on text is only added. */
    private void run() throws IOException {
        if (line.length() <= written) {
            return;
        }
        List<Glyph> glyphs = glyphs(reader.map(known -> known.begun(line.toString())), written);
        if (written == 0) {
            writer.show(margin.row(glyphs));
        } else {
            writer.add(glyphs);
        }
        written = line.length();
        seen = written;
    }

    private void end() throws IOException {
        Optional<List<Part>> parts = reader.map(known -> known.line(line.toString()));
        if (written == 0) {
            margin.finish(glyphs(parts, 0), writer);
        } else {
            writer.commit();
            margin.begin();
        }
        line.setLength(0);
        written = 0;
        seen = 0;
    }

    private List<Glyph> glyphs(Optional<List<Part>> parts, int from) {
        if (parts.isEmpty()) {
            return Glyph.of(line.substring(from), Look.PLAIN);
        }
        List<Glyph> glyphs = new ArrayList<>();
        for (Part part : parts.get()) {
            if (part.end() > from) {
                glyphs.addAll(
                        Glyph.of(line.substring(Math.max(from, part.begin()), part.end()), Look.of(part.shade())));
            }
        }
        return glyphs;
    }

    @Override
    public void preview(String more) throws IOException {
        keepUp();
        int length = line.length();
        line.append(more);
        if (written == 0 && fits(line)) {
            seen = line.length();
            writer.show(margin.row(glyphs(reader.map(known -> known.begun(line.toString())), 0)));
        }
        line.setLength(length);
    }

    @Override
    public void pause() throws IOException {
        keepUp();
        if (line.length() > written) {
            run();
        } else if (written == 0) {
            seen = 0;
            writer.show(List.of());
        }
    }

    @Override
    public void close() throws IOException {
        if (line.length() > 0) {
            end();
        }
        if (!edge.isEmpty()) {
            margin.finish(edge, writer);
        }
    }
}
