package dev.belay.session;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** What closes a block of code that a text leaves open, as one that was cut does: what follows would be code, too. */
final class OpenFence {

    /** The blocks alone are of interest. */
    private static final Parser BLOCKS =
            Parser.builder().inlineParserFactory(context -> (lines, node) -> {}).build();

    private OpenFence() {}

    /** A block inside a list or a quote ends with that, and needs nothing. */
    static String closing(String text) {
        if (!text.contains("```") && !text.contains("~~~")) {
            return "";
        }
        Node last = BLOCKS.parse(text).getLastChild();
        if (!(last instanceof FencedCodeBlock) || ((FencedCodeBlock) last).getClosingFenceLength() != null) {
            return "";
        }
        FencedCodeBlock open = (FencedCodeBlock) last;
        return "\n" + open.getFenceCharacter().repeat(open.getOpeningFenceLength());
    }
}
