package dev.belay.view.markdown;

import java.util.List;
import org.commonmark.node.Node;

/**
 * What a line of the source is, given the lines before it.
 *
 * @param kind what its text belongs to
 * @param goesOn whether that was begun by an earlier line
 * @param frames what holds it, outermost first
 * @param node the block, with what the parser knows of it; null where there is none
 * @param text of the line, without what the frames and the block's own signs take of it
 */
record Line(Kind kind, boolean goesOn, List<Frame> frames, Node node, String text) {

    /** A kind of block, or none. */
    enum Kind {
        BLANK,
        PARAGRAPH,
        HEADING,
        FENCE,
        INDENTED,
        HTML,
        TABLE,
        RULE,
        /** The item of a list with nothing in it yet. */
        EMPTY,
        /** Where the target of a link is told, which is not shown. */
        DEFINITION
    }
}
