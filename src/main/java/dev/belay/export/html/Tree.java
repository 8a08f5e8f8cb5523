package dev.belay.export.html;

import dev.belay.view.Cleaner;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Makes a Markdown document fit for the page: below the page's headings, with tables framed, and clean all through. */
final class Tree {

    /** Of the highest heading in an answer: above are the title, the turn, and who answers. */
    private static final int INNER_LEVEL = 4;

    private static final int DEEPEST = 6;

    private final List<Heading> headings = new ArrayList<>();
    private final List<TableBlock> tables = new ArrayList<>();

    private Tree() {}

    static void prepare(Node document) {
        Tree tree = new Tree();
        tree.walk(document);
        tree.lower();
        tree.frame();
    }

    /** Without recursion, and in the document's order. */
    private void walk(Node document) {
        for (Node node = document; node != null; node = next(node, document)) {
            if (node instanceof Heading heading) {
                headings.add(heading);
            } else if (node instanceof TableBlock table) {
                tables.add(table);
            } else if (node instanceof Text said) {
                // A control character may have been written as an entity.
                said.setLiteral(Cleaner.clean(said.getLiteral()));
            }
        }
    }

    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != root && up.getNext() == null) {
            up = up.getParent();
        }
        return up == root ? null : up.getNext();
    }

    /** So that no level is left out where the answer begins. */
    private void lower() {
        int highest = DEEPEST;
        for (Heading heading : headings) {
            highest = Math.min(highest, heading.getLevel());
        }
        for (Heading heading : headings) {
            heading.setLevel(Math.min(DEEPEST, heading.getLevel() - highest + INNER_LEVEL));
        }
    }

    private void frame() {
        for (TableBlock table : tables) {
            Wide wide = new Wide();
            table.insertBefore(wide);
            wide.appendChild(table);
        }
    }
}
