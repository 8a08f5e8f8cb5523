package dev.belay.view.markdown;

import dev.belay.view.markdown.Line.Kind;
import java.io.IOException;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

/** The block that is being written, if any: lines go on with it, or close it and begin another. Lives on the turn's thread. */
final class OpenBlock {

    /** A longer line is no head of a table. */
    private static final int LONGEST_HEAD = 1_000;

    private final Page page;
    private final BlockReader reader;
    private @Nullable Leaf leaf;

    /** What the line will probably be, as far as it is shown; null for nothing. */
    private @Nullable Flow guess;

    /** Blank lines that belong to indented code, if more of it follows. */
    private int blanks;

    OpenBlock(Page page, BlockReader reader) {
        this.page = page;
        this.reader = reader;
    }

    /** Null for none. */
    @Nullable
    Leaf leaf() {
        return leaf;
    }

    /** Whether blank lines wait for more code. */
    boolean hasBlanks() {
        return blanks > 0;
    }

    /** A line that may still become longer, or is whole. */
    void accept(Line found) throws IOException {
        switch (found.kind()) {
            case BLANK -> blank(found);
            case PARAGRAPH -> paragraph(found);
            case HEADING -> heading(found);
            case FENCE -> fence(found);
            case INDENTED, HTML -> code(found);
            case EMPTY -> beginUnless(found);
            case TABLE -> table(found);
            case RULE -> {
                close();
                page.rule(found);
                page.end();
            }
            default -> close();
        }
    }

    /** A line of code that is still being written. */
    void begunCode(Line found) throws IOException {
        Leaf code = beginUnless(found);
        addBlanks(code);
        code.add(found.text());
    }

    /** The line that has ended waits for the next one, which may make it the head of a table. */
    void hold() {
        if (leaf instanceof Flow flow && isHead(flow.lastLine())) {
            flow.hold();
            reader.head(flow.lastLine());
        }
    }

    private static boolean isHead(String text) {
        return text.indexOf('|') >= 0 && text.length() <= LONGEST_HEAD;
    }

    private void blank(Line found) throws IOException {
        if (found.goesOn() && reader.open() == Kind.INDENTED) {
            blanks++;
        } else if (found.goesOn() && leaf != null) {
            leaf.add(found.text() + "\n");
        } else {
            close();
            page.gap(found.frames());
        }
    }

    private void paragraph(Line found) throws IOException {
        Flow flow = (Flow) beginUnless(found);
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
            ((Flow) beginUnless(found)).addWords(found.text());
        }
        close();
    }

    private void fence(Line found) throws IOException {
        boolean goesOn = found.goesOn();
        Leaf code = beginUnless(found);
        if (goesOn && ((FencedCodeBlock) found.node()).getClosingFenceLength() != null) {
            close();
        } else if (goesOn) {
            code.add(found.text() + "\n");
        }
    }

    private void code(Line found) throws IOException {
        Leaf code = beginUnless(found);
        addBlanks(code);
        code.add(found.text() + "\n");
    }

    private void addBlanks(Leaf code) throws IOException {
        for (; blanks > 0; blanks--) {
            code.add("\n");
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

    private Leaf beginUnless(Line found) throws IOException {
        if (found.goesOn() && leaf != null) {
            return leaf;
        }
        close();
        Leaf begun = page.begin(found);
        if (guess != null && begun instanceof Flow flow) {
            flow.follow(guess);
            guess = null;
        }
        leaf = begun;
        return begun;
    }

    void close() throws IOException {
        blanks = 0;
        if (leaf != null) {
            leaf.close();
            leaf = null;
            page.end();
        }
    }

    /** The document was cut off: what is open ends as it is shown. */
    void cut() throws IOException {
        if (leaf != null) {
            leaf.cut();
            leaf = null;
        }
        close();
    }

    /** Shows what the line will probably begin. */
    void sketch(Line found) throws IOException {
        boolean isText = found.kind() == Kind.PARAGRAPH
                && (Undecided.isText(found) || found.text().startsWith("|"));
        if (isText || found.kind() == Kind.HEADING && !found.text().isEmpty()) {
            Flow next = page.sketch(found);
            if (guess != null) {
                next.follow(guess);
            }
            guess = next;
            guess.preview(found.text());
        }
    }

    /** The line has ended: nothing of it is a guess any more. */
    void endLine() {
        guess = null;
    }

    /** Something else is about to be said in between. */
    void pause() throws IOException {
        if (leaf != null) {
            leaf.pause();
        } else if (guess != null) {
            guess.pause();
        }
    }
}
