package dev.belay.view.markdown;

import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** What a line says, without the signs of its block and of the frames around it. */
final class BlockText {

    private BlockText() {}

    /** All of the text of code or HTML; nothing of another block. */
    static String literal(Node node) {
        return node instanceof FencedCodeBlock fence
                ? fence.getLiteral()
                : node instanceof HtmlBlock html
                        ? html.getLiteral()
                        : node instanceof IndentedCodeBlock code ? code.getLiteral() : "";
    }

    /** Of a paragraph, what is on this line of the source. */
    static String paragraphText(String line, Paragraph paragraph, int index) {
        for (SourceSpan span : paragraph.getSourceSpans()) {
            if (span.getLineIndex() == index) {
                String text = line.substring(Math.min(line.length(), span.getColumnIndex()))
                        .stripLeading();
                boolean isFirst = BlockReader.begins(paragraph) == index;
                boolean isTask = isFirst && paragraph.getPrevious() instanceof TaskListItemMarker;
                return isTask ? text.substring(Math.min(text.length(), 3)).stripLeading() : text;
            }
        }
        return line.strip();
    }

    /** Of a heading. */
    static String rawText(Node block) {
        return block.getFirstChild() instanceof Text text ? text.getLiteral().strip() : "";
    }

    /** Of code or HTML. */
    static String lastLine(String literal) {
        String whole = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        return whole.substring(whole.lastIndexOf('\n') + 1);
    }
}
