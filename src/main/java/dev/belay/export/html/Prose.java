package dev.belay.export.html;

import dev.belay.view.Cleaner;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A model's Markdown as HTML. It is hostile until shown otherwise: no HTML of its own is let through, no link that does anything,
 * nothing that is fetched; and however it is nested, it is read in bounded depth.
 */
final class Prose {

    private static final int DEEPEST_BLOCKS = 60;
    private static final int DEEPEST_INLINES = 60;

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .maxInlineNesting(DEEPEST_INLINES)
            .customInlineContentParserFactory(new Formula.Factory())
            .build();

    /** The nodes of ours come first: of several writers of one kind the first is asked. */
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .nodeRendererFactory(Nodes::new)
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> new Direction())
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true)
            .build();

    private Prose() {}

    static String html(String markdown) {
        String clean = Cleaner.clean(markdown);
        try {
            Node document = PARSER.parse(clean);
            Tree.prepare(document);
            return RENDERER.render(document);
        } catch (RuntimeException | StackOverflowError unreadable) {
            // A text that breaks the reader is shown all the same.
            return "<p class=\"source\">" + Markup.escaped(clean) + "</p>\n";
        }
    }

    /** Each block of its own is written in the direction of its script. */
    private static final class Direction implements AttributeProvider {
        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Block && (node.getParent() instanceof Document || node.getParent() instanceof Wide)) {
                attributes.put("dir", "auto");
            }
        }
    }

    /** What was typed: as it stands, but for blocks of code between fences. */
    static String typed(String text) {
        Markup html = new Markup();
        for (Passage passage : Passage.of(Cleaner.clean(text))) {
            html.raw(
                    passage.info().isPresent()
                            ? CodeBlock.html(passage.info().get(), passage.text())
                            : "<p class=\"typed\" dir=\"auto\">" + Markup.escaped(passage.text()) + "</p>\n");
        }
        return html.toString();
    }
}
