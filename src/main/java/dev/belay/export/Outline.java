package dev.belay.export;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Moves the headings of a text below those of the document that it becomes part of; nothing else in it is changed. */
final class Outline {

    private static final int DEEPEST = 6;

    private static final Parser BLOCKS = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, node) -> node.appendChild(new Text(lines.getContent())))
            .build();

    private Outline() {}

    /** @param level that the highest of its headings is to have */
    static String below(String text, int level) {
        List<Heading> headings = headings(text);
        int highest = DEEPEST;
        for (Heading heading : headings) {
            highest = Math.min(highest, heading.getLevel());
        }
        int down = level - highest;
        return headings.isEmpty() || down <= 0 ? text : moved(text, headings, down);
    }

    /** Those in lists and quotes are no part of an outline. */
    private static List<Heading> headings(String text) {
        List<Heading> headings = new ArrayList<>();
        if (!text.contains("#") && !text.contains("==") && !text.contains("--")) {
            return headings;
        }
        for (Node node = BLOCKS.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                headings.add(heading);
            }
        }
        return headings;
    }

    private static String moved(String text, List<Heading> headings, int down) {
        StringBuilder moved = new StringBuilder(text.length() + 4 * headings.size());
        int done = 0;
        for (Heading heading : headings) {
            List<SourceSpan> lines = heading.getSourceSpans();
            SourceSpan last = lines.get(lines.size() - 1);
            int begin = lines.get(0).getInputIndex();
            moved.append(text, done, begin)
                    .append("#".repeat(Math.min(DEEPEST, heading.getLevel() + down)))
                    .append(' ');
            moved.append(words(heading));
            done = last.getInputIndex() + last.getLength();
        }
        return moved.append(text, done, text.length()).toString();
    }

    /** On one line, as a heading of this kind must be. */
    private static String words(Heading heading) {
        return heading.getFirstChild() instanceof Text said ? said.getLiteral().replaceAll("\\s*\\R\\s*", " ") : "";
    }
}
