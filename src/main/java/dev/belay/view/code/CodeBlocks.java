package dev.belay.view.code;

import dev.belay.view.code.CodeBlock.End;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The fenced blocks of code in an answer, wherever they stand, in their order. One that was cut is one, too. */
public final class CodeBlocks {

    /** What stands inside a line is of no interest. */
    private static final Parser BLOCKS =
            Parser.builder().inlineParserFactory(context -> (lines, node) -> {}).build();

    private CodeBlocks() {}

    public static List<CodeBlock> in(String markdown) {
        List<CodeBlock> blocks = new ArrayList<>();
        for (Node node = BLOCKS.parse(markdown); node != null; node = next(node)) {
            if (node instanceof FencedCodeBlock block) {
                blocks.add(block(block));
            }
        }
        return blocks;
    }

    private static CodeBlock block(FencedCodeBlock block) {
        String code = block.getLiteral();
        boolean isOpen = block.getClosingFenceLength() == null && next(block) == null;
        return new CodeBlock(
                block.getInfo(),
                code.endsWith("\n") ? code.substring(0, code.length() - 1) : code,
                isOpen ? End.OPEN : End.CLOSED);
    }

    /** The node that comes after this one in the text; without recursion, for a model may nest as deep as it likes. */
    private static @Nullable Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node from = node;
        while (from != null && from.getNext() == null) {
            from = from.getParent();
        }
        return from == null ? null : from.getNext();
    }
}
