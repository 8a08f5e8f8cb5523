package dev.belay.export;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What closes a block that a text leaves open, as one that was cut does: what follows would be code or a comment, too. */
final class OpenBlock {

    private static final String PROBE = "probe";

    /** What ends the kinds of HTML that go on over blank lines. */
    private static final List<String> ENDS =
            List.of("-->", "?>", "]]>", ">", "</pre>", "</script>", "</style>", "</textarea>");

    private static final List<String> OPENERS =
            List.of("```", "~~~", "<!", "<?", "<pre", "<script", "<style", "<textarea");

    /** The blocks alone are of interest. */
    private static final Parser BLOCKS = Parser.builder()
            .inlineParserFactory(context -> (lines, node) -> node.appendChild(new Text(lines.getContent())))
            .build();

    private OpenBlock() {}

    /** A block inside a list or a quote ends with that, and needs nothing. */
    static String closing(String text) {
        if (isClosed(text)) {
            return "";
        }
        String fence = fence(text);
        if (!fence.isEmpty() && isClosed(text + "\n" + fence)) {
            return "\n" + fence;
        }
        for (String end : ENDS) {
            if (isClosed(text + "\n" + end)) {
                return "\n" + end;
            }
        }
        return "";
    }

    /** Whether a paragraph that follows is one. */
    private static boolean isClosed(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (OPENERS.stream().noneMatch(lower::contains)) {
            return true;
        }
        Node last = BLOCKS.parse(text + "\n\n" + PROBE).getLastChild();
        return last instanceof Paragraph
                && last.getFirstChild() instanceof Text said
                && said.getLiteral().equals(PROBE);
    }

    private static String fence(String text) {
        Node last = BLOCKS.parse(text).getLastChild();
        return last instanceof org.commonmark.node.FencedCodeBlock open
                ? open.getFenceCharacter().repeat(open.getOpeningFenceLength())
                : "";
    }
}
