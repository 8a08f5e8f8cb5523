package dev.belay.view.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.jspecify.annotations.Nullable;

/** Finds the frames of blocks in what the parser has read. */
final class Frames {

    private final Theme theme;

    Frames(Theme theme) {
        this.theme = theme;
    }

    /** One way down. */
    interface Way {
        Node of(Node parent);
    }

    /** The first or last block that holds text, or the frame that holds none. */
    static Node leaf(Node document, Way way) {
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
        return node instanceof Document
                || node instanceof BlockQuote
                || node instanceof ListBlock
                || node instanceof ListItem;
    }

    /**
     * The frames around a block.
     *
     * @param frames that were open before
     * @param first the block that they are around; null for none
     */
    List<Frame> around(Node leaf, List<Frame> frames, @Nullable Node first) {
        List<Node> holders = holders(leaf);
        List<Node> known = first == null ? List.of() : holders(first);
        List<Frame> around = new ArrayList<>();
        int same = 0;
        while (same < holders.size()
                && same < known.size()
                && same < frames.size()
                && holders.get(same) == known.get(same)) {
            around.add(frames.get(same));
            same++;
        }
        for (int i = same; i < holders.size(); i++) {
            Frame sibling = i == same && i < known.size() && i < frames.size() ? frames.get(i) : null;
            int next = sibling instanceof Frame.Item before
                            && holders.get(i).getParent() == known.get(i).getParent()
                    ? before.number() + 1
                    : -1;
            around.add(holders.get(i) instanceof ListItem item ? item(item, next, lists(around)) : new Frame.Quote());
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
            int number = next >= 0
                    ? next
                    : Optional.ofNullable(list.getMarkerStartNumber()).orElse(1);
            String sign = Optional.ofNullable(list.getMarkerDelimiter()).orElse(".");
            return new Frame.Item(number + sign, indent, content, number, number + sign);
        }
        String marker =
                item.getParent() instanceof BulletList list && list.getMarker() != null ? list.getMarker() : "-";
        boolean isTask = item.getFirstChild() instanceof TaskListItemMarker;
        String shown =
                isTask ? theme.task(((TaskListItemMarker) item.getFirstChild()).isChecked()) : theme.bullet(depth);
        return new Frame.Item(marker, indent, content, 0, shown);
    }

    /** A quote goes on as long as each line has its sign. */
    static List<Frame> matched(Node leaf, List<Frame> around, int line) {
        List<Node> holders = holders(leaf);
        List<Frame> matched = new ArrayList<>();
        for (int i = 0; i < around.size(); i++) {
            if (around.get(i) instanceof Frame.Quote && !BlockReader.isOn(holders.get(i), line)) {
                return matched;
            }
            matched.add(around.get(i));
        }
        return matched;
    }
}
