package dev.belay.view.markdown;

import dev.belay.view.markdown.Line.Kind;
import java.io.IOException;
import java.util.function.IntSupplier;

/**
 * Renders a document that comes in pieces.
 *
 * <p>What is finished depends on the text alone and not on how it was cut: {@link #take} gets it in steps that end with words
 * and lines. {@link #preview} shows what comes after the last step, and changes nothing but the row being written. Lives on the
 * turn's thread.
 */
final class Renderer {

    /** A line that is so long and still may be anything is taken for what it looks like. */
    private static final int UNDECIDED = 1_000;

    /** A line that was undecided is read again when it is longer by so small a part. */
    private static final int PATIENCE = 8;

    private final RowWriter writer;
    private final BlockReader reader;
    private final OpenBlock block;
    private final StringBuilder line = new StringBuilder();
    private boolean inText;
    private boolean gaveUp;
    private int due;

    Renderer(Theme theme, RowWriter writer, IntSupplier columns) {
        this.writer = writer;
        this.reader = new BlockReader(theme);
        this.block = new OpenBlock(new Page(theme, writer, columns), reader);
    }

    /** The next step; a line feed is at its end or nowhere. */
    void take(String step) throws IOException {
        boolean ends = step.endsWith("\n");
        String text = ends ? step.substring(0, step.length() - 1) : step;
        Leaf leaf = block.leaf();
        if (inText && leaf != null) {
            leaf.add(leaf instanceof Flow ? text : step);
        } else {
            line.append(text);
            if (ends) {
                whole();
            } else if (mayDecide()) {
                decide();
            }
        }
        if (ends) {
            block.hold();
            endLine();
        }
    }

    private void endLine() {
        line.setLength(0);
        inText = false;
        gaveUp = false;
        due = 0;
        block.endLine();
    }

    private boolean mayDecide() {
        return !gaveUp
                && line.length() >= due
                && reader.open() != Kind.TABLE
                && reader.open() != Kind.HTML
                && (line.length() > UNDECIDED || line.indexOf("|") < 0 || isCode(reader.open()));
    }

    private static boolean isCode(Kind kind) {
        return kind == Kind.FENCE || kind == Kind.INDENTED;
    }

    /** Once it is sure what a line belongs to, the rest of it need not be read as a line. */
    private void decide() throws IOException {
        Line found = reader.read(line.toString());
        boolean late = line.length() > UNDECIDED;
        if (found.kind() == Kind.PARAGRAPH && (late || Undecided.isText(found))) {
            block.accept(found);
            reader.take(found);
            inText = true;
        } else if (found.kind() == Kind.FENCE && found.goesOn() && (late || Undecided.isCode(found.text()))
                || found.kind() == Kind.INDENTED && !found.text().isBlank()) {
            block.begunCode(found);
            reader.take(found);
            inText = true;
        }
        gaveUp = late && !inText;
        due = line.length() + line.length() / PATIENCE;
    }

    private void whole() throws IOException {
        Line found = reader.read(line.toString());
        block.accept(found);
        reader.take(found);
    }

    /** Shows more text, which is not taken yet. */
    void preview(String more) throws IOException {
        Leaf leaf = block.leaf();
        if (inText && leaf != null) {
            leaf.preview(more);
            return;
        }
        if (leaf instanceof Flow) {
            leaf.preview("");
        }
        if (line.length() + more.length() > UNDECIDED) {
            return;
        }
        String text = line + more;
        if (text.isBlank()) {
            return;
        }
        if (leaf instanceof TableLeaf) {
            leaf.preview(text.strip());
        } else if (leaf instanceof CodeLeaf && !block.hasBlanks()) {
            Line found = reader.read(text);
            if (found.goesOn() && found.kind() == reader.open() && Undecided.isCode(found.text())) {
                leaf.preview(found.text());
            }
        } else if (leaf == null) {
            block.sketch(reader.read(text));
        }
    }

    /** Something else is about to be said in between. */
    void pause() throws IOException {
        block.pause();
        writer.end();
    }

    /** No more comes. */
    void close(Ending ending) throws IOException {
        if (line.length() > 0 && !inText) {
            whole();
        }
        endLine();
        if (ending == Ending.CUT) {
            block.cut();
        } else {
            block.close();
        }
        writer.end();
    }

    /** How a document ends. */
    enum Ending {
        WHOLE,
        /** In the middle: what is open is closed as it was shown. */
        CUT
    }
}
