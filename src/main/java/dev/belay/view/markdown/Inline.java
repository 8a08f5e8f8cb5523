package dev.belay.view.markdown;

import dev.belay.view.Cells;
import dev.belay.view.markdown.Theme.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads text within a paragraph, a heading or a cell, and makes glyphs of it. */
final class Inline {

    private static final int DEEPEST = 50;

    /** Stands before the text, so that its first characters cannot be taken for a block of another kind. */
    private static final char AFTER_BLANK = '\u00A0';

    private static final char AFTER_LETTER = 'x';
    private static final char AFTER_SIGN = '.';

    private final Theme theme;
    private final Parser parser = Parser.builder()
            .extensions(List.of(StrikethroughExtension.create(), AutolinkExtension.create()))
            .enabledBlockTypes(Set.of())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxInlineNesting(DEEPEST)
            .build();

    Inline(Theme theme) {
        this.theme = theme;
    }

    /**
     * @param glyphs in their order
     * @param openers signs that may be read otherwise when more comes, in their order
     */
    record Read(List<Glyph> glyphs, List<Opener> openers) {}

    /** Whether looks are shown by the signs of Markdown. */
    boolean isPlain() {
        return theme.isPlain();
    }

    /**
     * Reads a text.
     *
     * @param before what stands before it; a blank at the begin of a paragraph
     * @param base how it looks where it has no look of its own
     */
    Read read(char before, String source, int base) {
        List<Glyph> glyphs = new ArrayList<>();
        List<Opener> openers = new ArrayList<>();
        if (!source.isEmpty()) {
            Node document = parser.parse(guard(before) + source);
            Reading reading = new Reading(source, new Signs(source, before, openers), glyphs);
            for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
                reading.children(block, new State(base, null, -1, false));
            }
            if (!glyphs.isEmpty()) {
                glyphs.remove(0);
            }
        }
        return new Read(glyphs, openers);
    }

    private static char guard(char before) {
        return Character.isWhitespace(before)
                ? AFTER_BLANK
                : Character.isLetterOrDigit(before) || Character.isSurrogate(before) ? AFTER_LETTER : AFTER_SIGN;
    }

    /**
     * What holds for the nodes within a node.
     *
     * @param anchor where the outermost one begins; negative where there is none
     */
    private record State(int look, @Nullable String link, int anchor, boolean withinEmphasis) {

        State looking(int more, int begin) {
            return new State(Look.both(look, more), link, anchor < 0 ? begin : anchor, true);
        }

        State linking(int more, @Nullable String target, int begin) {
            return new State(Look.both(look, more), target, anchor < 0 ? begin : anchor, withinEmphasis);
        }
    }

    /** One text while it is read. */
    private final class Reading {
        private final String source;
        private final Signs signs;
        private final List<Glyph> glyphs;

        Reading(String source, Signs signs, List<Glyph> glyphs) {
            this.source = source;
            this.signs = signs;
            this.glyphs = glyphs;
        }

        void children(Node parent, State state) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                node(node, state);
            }
        }

        private void node(Node node, State state) {
            int begin = begin(node);
            if (node instanceof Text text) {
                text(text, state);
            } else if (node instanceof SoftLineBreak) {
                add(" ", state, begin);
            } else if (node instanceof HardLineBreak) {
                add(Glyph.BREAK, state, begin);
            } else if (node instanceof Code code) {
                code(code, state.looking(Look.of(Ink.CODE), begin), begin);
            } else if (node instanceof Emphasis) {
                within(node, "*", state.looking(Look.ITALIC, begin), begin);
            } else if (node instanceof StrongEmphasis) {
                within(node, "**", state.looking(Look.BOLD, begin), begin);
            } else if (node instanceof Strikethrough) {
                within(node, "~~", state.looking(Look.STRIKE, begin), begin);
            } else if (node instanceof Link link) {
                link(node, link.getDestination(), state, begin);
            } else if (node instanceof Image image) {
                link(node, image.getDestination(), state, begin);
            } else if (node instanceof HtmlInline html) {
                html(html.getLiteral(), state, begin);
            } else {
                children(node, state);
            }
        }

        private int begin(Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            return spans.isEmpty() ? 0 : Math.max(0, spans.get(0).getInputIndex() - 1);
        }

        /** Where its last character stands. */
        private int end(Node node) {
            return Math.max(begin(node), behind(node) - 1);
        }

        private int behind(Node node) {
            int end = begin(node);
            for (SourceSpan span : node.getSourceSpans()) {
                end = Math.max(end, Math.min(source.length(), span.getInputIndex() - 1 + span.getLength()));
            }
            return end;
        }

        private void text(Text node, State state) {
            String text = node.getLiteral();
            int begin = begin(node);
            int end = behind(node);
            int at = 0;
            if (glyphs.isEmpty()) {
                at = Cells.end(text, 0);
                glyphs.add(new Glyph(" ", state.look, null, 0, 0));
            }
            SourceCursor cursor = new SourceCursor(source, begin + Math.max(0, at - 1), end);
            while (at < text.length()) {
                int next = Cells.end(text, at);
                int place = cursor.place(text, at, next);
                int anchor = state.anchor >= 0 ? state.anchor : place;
                glyphs.add(new Glyph(shown(text, at, next), state.look, state.link, anchor, place));
                at = next;
            }
            signs.look(begin, end, state.withinEmphasis);
        }

        private String shown(String text, int at, int next) {
            char c = text.charAt(at);
            return c == '\n' || c == '\t' ? " " : text.substring(at, next);
        }

        private void add(String text, State state, int source) {
            for (int at = 0; at < text.length(); ) {
                int next = Cells.end(text, at);
                int anchor = state.anchor >= 0 ? state.anchor : source;
                boolean isBreak = text.equals(Glyph.BREAK);
                glyphs.add(new Glyph(isBreak ? text : shown(text, at, next), state.look, state.link, anchor, source));
                at = next;
            }
        }

        /** A terminal that shows no looks shows the signs instead. */
        private void code(Code code, State state, int begin) {
            String edge = theme.isPlain() ? "`" : "";
            String text = code.getLiteral();
            int end = end(code);
            add(edge, state, begin);
            int place = begin + Math.max(1, (end + 1 - begin - text.length()) / 2);
            for (int at = 0; at < text.length(); ) {
                int next = Cells.end(text, at);
                add(text.substring(at, next), state, Math.min(place + at, end));
                at = next;
            }
            add(edge, state, end);
        }

        private void within(Node node, String sign, State state, int begin) {
            String edge = theme.isPlain() ? sign : "";
            add(edge, state, begin);
            children(node, state);
            add(edge, state, end(node));
        }

        private void html(String tag, State state, int begin) {
            if (tag.toLowerCase(Locale.ROOT).matches("<br\\s*/?>")) {
                add(Glyph.BREAK, state, begin);
            } else {
                add(tag, state.looking(Look.of(Ink.ADDRESS), begin), begin);
            }
        }

        /** Whether an address stands behind its text: one that is hidden only where the text pretends to be another. */
        private boolean isWritten(String text, String destination, Links links) {
            boolean isNews = !destination.isEmpty() && !Target.isTold(text, destination);
            return isNews && (links == Links.WRITTEN || Target.looksLikeOne(text));
        }

        /** A text that looks like an address is no cover for another one. */
        private void link(Node node, String destination, State state, int begin) {
            String target = Target.of(destination);
            boolean hides = theme.links() == Links.HIDDEN && !theme.isPlain() && target != null;
            State inside = state.linking(Look.of(Ink.LINK), hides ? target : null, begin);
            int first = glyphs.size();
            children(node, inside);
            StringBuilder text = new StringBuilder();
            for (Glyph glyph : glyphs.subList(first, glyphs.size())) {
                text.append(glyph.text);
            }
            if (text.length() == 0) {
                add(destination, inside, end(node));
            } else if (isWritten(text.toString(), destination, hides ? Links.HIDDEN : Links.WRITTEN)) {
                add(" (" + destination + ")", state.linking(Look.of(Ink.ADDRESS), null, begin), end(node));
            }
        }
    }
}
