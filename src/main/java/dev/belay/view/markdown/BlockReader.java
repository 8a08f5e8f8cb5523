package dev.belay.view.markdown;

import dev.belay.view.markdown.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the blocks of a document line by line.
 *
 * <p>The parser reads whole documents. So each line is read behind a few that stand for all before it: they open what is open.
 * The work for a line thus does not grow with the document. Lives on the turn's thread.
 */
final class BlockReader {

    private static final int DEEPEST = 24;

    private final Frames frames;
    private final Parser parser;
    private final Opening opening = new Opening();

    BlockReader(Theme theme) {
        this.frames = new Frames(theme);
        this.parser = Parser.builder()
                .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST)
                .inlineParserFactory(context -> (lines, node) -> node.appendChild(new Text(lines.getContent())))
                .build();
    }

    /** The kind of the block that may go on; blank for none. */
    Kind open() {
        return opening.kind();
    }

    /** What this line is; nothing is changed by asking. */
    Line read(String line) {
        List<String> before = opening.lines();
        Node document = parser.parse((before.isEmpty() ? line : String.join("\n", before) + "\n" + line) + "\n");
        Node first = opening.frames().isEmpty() ? null : Frames.leaf(document, Node::getFirstChild);
        Node leaf = Frames.leaf(document, Node::getLastChild);
        List<Frame> around = frames.around(leaf, opening.frames(), first);
        boolean isSilent = line.isBlank() || !isOn(leaf, before.size());
        return isSilent
                ? blank(line, leaf, Frames.matched(leaf, around, before.size()))
                : told(line, leaf, around, before.size());
    }

    /** Takes a line for what it was read as: the next one is read behind it. */
    void take(Line line) {
        opening.take(line);
    }

    /** The last line of the paragraph may be the head of a table. */
    void head(String text) {
        opening.head(text);
    }

    /** The items of lists may go on after it. */
    private Line blank(String line, Node leaf, List<Frame> around) {
        Kind open = opening.kind();
        boolean goesOn = open == Kind.FENCE && BlockText.literal(leaf).endsWith("\n") && leaf instanceof FencedCodeBlock
                || open == Kind.INDENTED
                || open == Kind.HTML && BlockText.literal(leaf).endsWith("\n");
        if (!line.isBlank()) {
            return new Line(Kind.BLANK, goesOn, around, leaf, "");
        }
        List<Frame> left = new ArrayList<>();
        for (Frame frame : opening.frames()) {
            if (frame instanceof Frame.Quote) {
                return new Line(Kind.BLANK, false, left, leaf, "");
            }
            left.add(frame);
        }
        String text = goesOn && leaf instanceof FencedCodeBlock ? BlockText.lastLine(BlockText.literal(leaf)) : "";
        return new Line(Kind.BLANK, goesOn, opening.frames(), leaf, text);
    }

    private Line told(String line, Node leaf, List<Frame> around, int index) {
        boolean goesOn = opening.kind() != Kind.BLANK && begins(leaf) < index && begins(leaf) >= 0;
        if (leaf instanceof Paragraph paragraph) {
            return new Line(Kind.PARAGRAPH, goesOn, around, leaf, BlockText.paragraphText(line, paragraph, index));
        }
        if (leaf instanceof Heading) {
            return new Line(Kind.HEADING, goesOn, around, leaf, BlockText.rawText(leaf));
        }
        if (leaf instanceof FencedCodeBlock fence) {
            boolean closes = fence.getClosingFenceLength() != null;
            String code = closes ? "" : BlockText.lastLine(fence.getLiteral());
            return new Line(Kind.FENCE, goesOn, around, leaf, goesOn ? code : fence.getInfo());
        }
        if (leaf instanceof IndentedCodeBlock code) {
            return new Line(Kind.INDENTED, goesOn, around, leaf, BlockText.lastLine(code.getLiteral()));
        }
        if (leaf instanceof HtmlBlock html) {
            return new Line(Kind.HTML, goesOn, around, leaf, BlockText.lastLine(html.getLiteral()));
        }
        if (leaf instanceof TableBlock) {
            return new Line(Kind.TABLE, goesOn, around, leaf, line);
        }
        if (leaf instanceof ThematicBreak) {
            return new Line(Kind.RULE, goesOn, around, leaf, "");
        }
        // A sign of a quote with nothing behind it is a blank line within the quote.
        Kind nothing = leaf instanceof ListItem ? Kind.EMPTY : Kind.BLANK;
        return new Line(leaf instanceof LinkReferenceDefinition ? Kind.DEFINITION : nothing, false, around, leaf, "");
    }

    /** Whether a block has something on this line of the source. */
    static boolean isOn(Node block, int line) {
        if (!(block instanceof Block)) {
            return true;
        }
        for (SourceSpan span : block.getSourceSpans()) {
            if (span.getLineIndex() == line) {
                return true;
            }
        }
        return false;
    }

    /** The line of the source on which a block begins; negative where it has none. */
    static int begins(Node block) {
        return block instanceof Block && !block.getSourceSpans().isEmpty()
                ? block.getSourceSpans().get(0).getLineIndex()
                : -1;
    }
}
