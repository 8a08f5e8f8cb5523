package dev.belay.export.html;

import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes those parts of an answer that are not as they would be elsewhere. */
final class Nodes implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    Nodes(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                FencedCodeBlock.class,
                IndentedCodeBlock.class,
                HtmlBlock.class,
                HtmlInline.class,
                Link.class,
                Image.class,
                TaskListItemMarker.class,
                Formula.class,
                Wide.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FencedCodeBlock code) {
            block(CodeBlock.html(code.getInfo() == null ? "" : code.getInfo(), code.getLiteral()));
        } else if (node instanceof IndentedCodeBlock code) {
            block(CodeBlock.html("", code.getLiteral()));
        } else if (node instanceof HtmlBlock written) {
            block("<p class=\"source\">" + Markup.escaped(written.getLiteral()) + "</p>\n");
        } else if (node instanceof HtmlInline written) {
            tag(written.getLiteral());
        } else if (node instanceof Link link) {
            link(link, link.getDestination());
        } else if (node instanceof Image image) {
            picture(image);
        } else if (node instanceof Formula formula) {
            html.raw("<span class=\"math\">" + Markup.escaped(formula.source()) + "</span>");
        } else if (node instanceof TaskListItemMarker task) {
            html.raw(
                    task.isChecked()
                            ? "<span class=\"task\" role=\"img\" aria-label=\"done\">☑</span> "
                            : "<span class=\"task\" role=\"img\" aria-label=\"to do\">☐</span> ");
        } else {
            html.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"table\">");
            children(node);
            block("</div>");
        }
    }

    private void block(String own) {
        html.line();
        html.raw(own);
        html.line();
    }

    /** A line break is what models write in the cells of tables; it is the only tag that is obeyed. */
    private void tag(String written) {
        if (written.toLowerCase(Locale.ROOT).matches("<br\\s*/?>")) {
            html.raw("<br>");
        } else {
            html.text(written);
        }
    }

    /** One that might do something is told and does nothing. */
    private void link(Node node, String destination) {
        if (!Address.isHarmless(destination)) {
            children(node);
            html.text(destination.isEmpty() ? "" : " (" + destination + ")");
            return;
        }
        html.raw("<a href=\"" + Markup.escaped(context.encodeUrl(destination)) + "\""
                + (isBare(node, destination) ? " class=\"bare\"" : "") + " rel=\"noopener noreferrer nofollow\">");
        children(node);
        html.tag("/a");
    }

    /** Its address is to be read already, which print would else add. */
    private static boolean isBare(Node link, String destination) {
        return link.getFirstChild() instanceof Text said
                && said.getNext() == null
                && said.getLiteral().equals(destination);
    }

    /** Nothing is fetched to show the page: a picture elsewhere is a link. */
    private void picture(Image image) {
        if (isInLink(image)) {
            children(image);
            return;
        }
        html.raw("<span class=\"picture\">picture: ");
        if (image.getFirstChild() == null) {
            Node name = new Text(image.getDestination());
            image.appendChild(name);
        }
        link(image, image.getDestination());
        html.raw("</span>");
    }

    private static boolean isInLink(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof Link || up instanceof Image) {
                return true;
            }
        }
        return false;
    }

    private void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            context.render(node);
            node = next;
        }
    }
}
