package dev.belay.view.markdown;

import dev.belay.view.markdown.Line.Kind;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;

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

    private final Page page;
    private final RowWriter writer;
    private final BlockReader reader;
    private final StringBuilder line = new StringBuilder();
    private Leaf leaf;

    /** What the line will probably be, as far as it is shown; null for nothing. */
    private Flow guess;

    private boolean inText;
    private boolean gaveUp;
    private int blanks;
    private int due;

    Renderer(Theme theme, RowWriter writer, IntSupplier columns) {
        this.writer = writer;
        this.page = new Page(theme, writer, columns);
        this.reader = new BlockReader(theme);
    }

    /** The next step; a line feed is at its end or nowhere. */
    void take(String step) throws IOException {
        boolean ends = step.endsWith("\n");
        if (inText) {
            leaf.add(ends && leaf instanceof Flow ? step.substring(0, step.length() - 1) : step);
            if (ends && leaf instanceof Flow flow) {
                hold(flow);
            }
        } else {
            line.append(ends ? step.substring(0, step.length() - 1) : step);
            if (ends) {
                whole(reader.read(line.toString()));
            } else if (mayDecide()) {
                decide();
            }
        }
        if (ends) {
            endLine();
        }
    }

    private void endLine() {
        line.setLength(0);
        inText = false;
        gaveUp = false;
        guess = null;
        due = 0;
    }

    private boolean mayDecide() {
        return !gaveUp && line.length() >= due && reader.open() != Kind.TABLE && reader.open() != Kind.HTML
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
            accept(found);
            reader.take(found);
            inText = true;
        } else if (found.kind() == Kind.FENCE && found.goesOn() && (late || Undecided.isCode(found.text()))
                || found.kind() == Kind.INDENTED && !found.text().isBlank()) {
            beginUnless(found);
            addBlanks();
            leaf.add(found.text());
            reader.take(found);
            inText = true;
        }
        gaveUp = late && !inText;
        due = line.length() + line.length() / PATIENCE;
    }

    private void whole(Line found) throws IOException {
        if (found.kind() == Kind.TABLE) {
            table(found);
        } else {
            accept(found);
        }
        reader.take(found);
        if (leaf instanceof Flow flow && found.kind() == Kind.PARAGRAPH) {
            hold(flow);
        }
    }

    /** The line that has ended waits for the next one, which may make it the head of a table. */
    private void hold(Flow flow) {
        String head = flow.lastLine();
        if (isHead(head)) {
            flow.hold();
            reader.head(head);
        }
    }

    private static boolean isHead(String text) {
        return text.indexOf('|') >= 0 && text.length() <= UNDECIDED;
    }

    private void accept(Line found) throws IOException {
        switch (found.kind()) {
            case BLANK -> blank(found);
            case PARAGRAPH -> paragraph(found);
            case HEADING -> heading(found);
            case FENCE -> fence(found);
            case INDENTED, HTML -> code(found);
            case EMPTY -> beginUnless(found);
            case RULE -> {
                close();
                page.begin(found);
                page.end();
            }
            default -> close();
        }
    }

    private void blank(Line found) throws IOException {
        if (found.goesOn() && reader.open() == Kind.INDENTED) {
            blanks++;
        } else if (found.goesOn()) {
            leaf.add(found.text() + "\n");
        } else {
            close();
            page.gap(found.frames());
        }
    }

    private void paragraph(Line found) throws IOException {
        beginUnless(found);
        Flow flow = (Flow) leaf;
        flow.beginLine();
        if (isHead(found.text())) {
            flow.hold();
        }
        flow.addWords(found.text());
    }

    /** A line below a paragraph may make it a heading. */
    private void heading(Line found) throws IOException {
        if (found.goesOn() && leaf instanceof Flow flow) {
            flow.look(Page.look((Heading) found.node()));
        } else {
            beginUnless(found);
            ((Flow) leaf).addWords(found.text());
        }
        close();
    }

    private void fence(Line found) throws IOException {
        boolean goesOn = found.goesOn();
        beginUnless(found);
        if (goesOn && ((FencedCodeBlock) found.node()).getClosingFenceLength() != null) {
            close();
        } else if (goesOn) {
            leaf.add(found.text() + "\n");
        }
    }

    private void code(Line found) throws IOException {
        beginUnless(found);
        addBlanks();
        leaf.add(found.text() + "\n");
    }

    private void addBlanks() throws IOException {
        for (; blanks > 0; blanks--) {
            leaf.add("\n");
        }
    }

    private void table(Line found) throws IOException {
        if (leaf instanceof TableLeaf table) {
            table.add(Page.lastCells(found));
        } else {
            boolean above = leaf instanceof Flow flow && flow.takeBack();
            if (above) {
                close();
                page.separate();
            }
            leaf = page.table(found, above);
        }
    }

    private void beginUnless(Line found) throws IOException {
        if (!found.goesOn() || leaf == null) {
            close();
            leaf = page.begin(found);
            if (guess != null && leaf instanceof Flow flow) {
                flow.follow(guess);
                guess = null;
            }
        }
    }

    private void close() throws IOException {
        blanks = 0;
        if (leaf != null) {
            leaf.close();
            leaf = null;
            page.end();
        }
    }

    /** Shows more text, which is not taken yet. */
    void preview(String more) throws IOException {
        if (inText) {
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
        } else if (leaf instanceof CodeLeaf && blanks == 0) {
            Line found = reader.read(text);
            if (found.goesOn() && found.kind() == reader.open() && Undecided.isCode(found.text())) {
                leaf.preview(found.text());
            }
        } else if (leaf == null) {
            sketch(reader.read(text));
        }
    }

    private void sketch(Line found) throws IOException {
        boolean isText = found.kind() == Kind.PARAGRAPH && (Undecided.isText(found) || found.text().startsWith("|"));
        if (isText || found.kind() == Kind.HEADING && !found.text().isEmpty()) {
            Flow next = page.sketch(found);
            if (guess != null) {
                next.follow(guess);
            }
            guess = next;
            guess.preview(found.text());
        }
    }

    /** Something else is about to be said in between. */
    void pause() throws IOException {
        if (leaf != null) {
            leaf.pause();
        } else if (guess != null) {
            guess.pause();
        }
        writer.end();
    }

    /** No more comes. */
    void close(Ending ending) throws IOException {
        if (line.length() > 0 && !inText) {
            whole(reader.read(line.toString()));
        }
        endLine();
        if (leaf != null && ending == Ending.CUT) {
            leaf.cut();
            leaf = null;
        }
        close();
        writer.end();
    }

    /** How a document ends. */
    enum Ending {
        WHOLE,
        /** In the middle: what is open is closed as it was shown. */
        CUT
    }
}
