package dev.belay.view.markdown;

import dev.belay.view.markdown.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
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
    private static final String DUMMY = "x";

    /** What stands for earlier lines is no longer: a fence that is longer is taken for this one, and tags that are longer stand alone. */
    private static final int LONG = 1_000;

    private final Theme theme;
    private final Parser parser;

    private List<Frame> frames = List.of();
    private Kind open = Kind.BLANK;

    /** Lines that open what is open apart from its frames, as they stand within these. */
    private List<String> opening = List.of();

    BlockReader(Theme theme) {
        this.theme = theme;
        this.parser = Parser.builder()
                .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST)
                .inlineParserFactory(context -> (lines, node) -> node.appendChild(new Text(lines.getContent())))
                .build();
    }

    Kind open() {
        return open;
    }

    /** What this line is; nothing is changed by asking. */
    Line read(String line) {
        List<String> before = before();
        Node document = parser.parse((before.isEmpty() ? line : String.join("\n", before) + "\n" + line) + "\n");
        Node dummy = frames.isEmpty() ? null : leaf(document, Node::getFirstChild);
        Node leaf = leaf(document, Node::getLastChild);
        List<Frame> around = around(leaf, dummy);
        boolean isSilent = line.isBlank() || !isOn(leaf, before.size());
        return isSilent ? blank(line, leaf, matched(leaf, around, before.size())) : told(line, leaf, around, before.size());
    }

    private List<String> before() {
        List<String> lines = new ArrayList<>();
        StringBuilder begin = new StringBuilder();
        StringBuilder going = new StringBuilder();
        for (Frame frame : frames) {
            begin.append(frame.opening());
            going.append(frame.going());
        }
        if (!frames.isEmpty()) {
            lines.add(begin + DUMMY);
            lines.add(going.toString());
        }
        for (String each : opening) {
            lines.add(going + each);
        }
        return lines;
    }

    /** One way down. */
    private interface Way {
        Node of(Node parent);
    }

    /** The first or last block that holds text, or the frame that holds none. */
    private static Node leaf(Node document, Way way) {
        Node node = document;
        while (isFrame(node)) {
            Node child = way.of(node);
            if (child == null || child instanceof TaskListItemMarker) {
                return node;
            }
            node = child;
        }
        return node;
    }

    private static boolean isFrame(Node node) {
        return node instanceof Document || node instanceof BlockQuote || node instanceof ListBlock || node instanceof ListItem;
    }

    /** The frames around a block: those that the dummy is in as well are open already. */
    private List<Frame> around(Node leaf, Node dummy) {
        List<Node> holders = holders(leaf);
        List<Node> known = dummy == null ? List.of() : holders(dummy);
        List<Frame> around = new ArrayList<>();
        int same = 0;
        while (same < holders.size() && same < known.size() && same < frames.size() && holders.get(same) == known.get(same)) {
            around.add(frames.get(same));
            same++;
        }
        for (int i = same; i < holders.size(); i++) {
            Frame sibling = i == same && i < known.size() && i < frames.size() ? frames.get(i) : null;
            boolean isNext = sibling instanceof Frame.Item && holders.get(i).getParent() == known.get(i).getParent();
            around.add(holders.get(i) instanceof ListItem item
                    ? item(item, isNext ? ((Frame.Item) sibling).number() + 1 : -1, lists(around))
                    : new Frame.Quote());
        }
        return around;
    }

    private static int lists(List<Frame> frames) {
        int lists = 0;
        for (Frame frame : frames) {
            lists += frame instanceof Frame.Item ? 1 : 0;
        }
        return lists;
    }

    private static List<Node> holders(Node leaf) {
        List<Node> holders = new ArrayList<>();
        for (Node node = leaf; node != null; node = node.getParent()) {
            if (node instanceof BlockQuote || node instanceof ListItem) {
                holders.add(0, node);
            }
        }
        return holders;
    }

    private Frame.Item item(ListItem item, int next, int depth) {
        int indent = item.getMarkerIndent() == null ? 0 : item.getMarkerIndent();
        int content = item.getContentIndent() == null ? indent + 2 : item.getContentIndent();
        if (item.getParent() instanceof OrderedList list) {
            int number = next >= 0 ? next : Optional.ofNullable(list.getMarkerStartNumber()).orElse(1);
            String sign = Optional.ofNullable(list.getMarkerDelimiter()).orElse(".");
            return new Frame.Item(number + sign, indent, content, number, number + sign);
        }
        String marker = item.getParent() instanceof BulletList list && list.getMarker() != null ? list.getMarker() : "-";
        boolean isTask = item.getFirstChild() instanceof TaskListItemMarker;
        String shown = isTask ? theme.task(((TaskListItemMarker) item.getFirstChild()).isChecked()) : theme.bullet(depth);
        return new Frame.Item(marker, indent, content, 0, shown);
    }

    /** A quote goes on as long as each line has its sign. */
    private static List<Frame> matched(Node leaf, List<Frame> around, int line) {
        List<Node> holders = holders(leaf);
        List<Frame> matched = new ArrayList<>();
        for (int i = 0; i < around.size() && !(around.get(i) instanceof Frame.Quote && !isOn(holders.get(i), line)); i++) {
            matched.add(around.get(i));
        }
        return matched;
    }

    private static boolean isOn(Node block, int line) {
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

    /** The items of lists may go on after it. */
    private Line blank(String line, Node leaf, List<Frame> around) {
        boolean goesOn = open == Kind.FENCE && literal(leaf).endsWith("\n") && leaf instanceof FencedCodeBlock
                || open == Kind.INDENTED
                || open == Kind.HTML && literal(leaf).endsWith("\n");
        if (!line.isBlank()) {
            return new Line(Kind.BLANK, goesOn, around, leaf, "");
        }
        List<Frame> left = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame instanceof Frame.Quote) {
                return new Line(Kind.BLANK, false, left, leaf, "");
            }
            left.add(frame);
        }
        return new Line(Kind.BLANK, goesOn, frames, leaf, goesOn && leaf instanceof FencedCodeBlock ? lastLine(literal(leaf)) : "");
    }

    private static String literal(Node node) {
        return node instanceof FencedCodeBlock fence ? fence.getLiteral()
                : node instanceof HtmlBlock html ? html.getLiteral()
                : node instanceof IndentedCodeBlock code ? code.getLiteral() : "";
    }

    private Line told(String line, Node leaf, List<Frame> around, int index) {
        boolean goesOn = open != Kind.BLANK && begins(leaf) < index && begins(leaf) >= 0;
        if (leaf instanceof Paragraph) {
            return new Line(Kind.PARAGRAPH, goesOn, around, leaf, paragraphText(line, (Paragraph) leaf, index));
        }
        if (leaf instanceof Heading) {
            return new Line(Kind.HEADING, goesOn, around, leaf, rawText(leaf));
        }
        if (leaf instanceof FencedCodeBlock fence) {
            boolean closes = fence.getClosingFenceLength() != null;
            return new Line(Kind.FENCE, goesOn, around, leaf, goesOn ? closes ? "" : lastLine(fence.getLiteral()) : fence.getInfo());
        }
        if (leaf instanceof IndentedCodeBlock code) {
            return new Line(Kind.INDENTED, goesOn, around, leaf, lastLine(code.getLiteral()));
        }
        if (leaf instanceof HtmlBlock html) {
            return new Line(Kind.HTML, goesOn, around, leaf, lastLine(html.getLiteral()));
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

    private static int begins(Node block) {
        return block instanceof Block && !block.getSourceSpans().isEmpty() ? block.getSourceSpans().get(0).getLineIndex() : -1;
    }

    private static String paragraphText(String line, Paragraph paragraph, int index) {
        for (SourceSpan span : paragraph.getSourceSpans()) {
            if (span.getLineIndex() == index) {
                String text = line.substring(Math.min(line.length(), span.getColumnIndex())).stripLeading();
                boolean isTask = paragraph.getPrevious() instanceof TaskListItemMarker && begins(paragraph) == index;
                return isTask ? text.substring(Math.min(text.length(), 3)).stripLeading() : text;
            }
        }
        return line.strip();
    }

    private static String rawText(Node block) {
        return block.getFirstChild() instanceof Text text ? text.getLiteral().strip() : "";
    }

    private static String lastLine(String literal) {
        String whole = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        return whole.substring(whole.lastIndexOf('\n') + 1);
    }

    /** Takes a line for what it was read as: the next one is read behind it. */
    void take(Line line) {
        boolean wasOpen = open != Kind.BLANK && line.goesOn();
        frames = List.copyOf(line.frames());
        switch (line.kind()) {
            case PARAGRAPH -> {
                opening = wasOpen ? List.of(DUMMY, DUMMY) : List.of(DUMMY);
                open = Kind.PARAGRAPH;
            }
            case FENCE -> {
                FencedCodeBlock fence = (FencedCodeBlock) line.node();
                if (fence.getClosingFenceLength() != null) {
                    close();
                } else if (!wasOpen) {
                    open = Kind.FENCE;
                    opening = List.of(" ".repeat(fence.getFenceIndent())
                            + fence.getFenceCharacter().repeat(Math.min(LONG, fence.getOpeningFenceLength())));
                }
            }
            case INDENTED -> {
                open = Kind.INDENTED;
                opening = List.of("    " + DUMMY);
            }
            case HTML -> {
                open = Kind.HTML;
                opening = wasOpen ? List.of(opening.get(0), line.text()) : List.of(line.text());
                if (line.text().length() > LONG) {
                    close();
                }
            }
            case TABLE -> {
                if (open != Kind.TABLE) {
                    open = Kind.TABLE;
                    opening = List.of(opening.get(opening.size() - 1), tableRule((TableBlock) line.node()));
                }
            }
            case BLANK -> {
                if (!line.goesOn()) {
                    close();
                }
            }
            default -> close();
        }
    }

    private static String tableRule(TableBlock table) {
        int cells = 0;
        for (Node cell = table.getFirstChild().getFirstChild().getFirstChild(); cell != null; cell = cell.getNext()) {
            cells++;
        }
        return "|" + "-|".repeat(cells);
    }

    /** The last line of the paragraph may be the head of a table. */
    void head(String text) {
        List<String> lines = new ArrayList<>(opening);
        lines.set(lines.size() - 1, text);
        opening = lines;
    }

    private void close() {
        open = Kind.BLANK;
        opening = List.of();
    }
}
