package dev.belay.export.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A part of what was typed: words, or code between fences.
 *
 * @param info what the line says that opens code; empty for words
 */
record Passage(String text, Optional<String> info) {

    private static final Parser FENCES = Parser.builder()
            .enabledBlockTypes(Set.of(FencedCodeBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();

    /** All of it, in its order, without the blank lines between. */
    static List<Passage> of(String text) {
        List<Passage> passages = new ArrayList<>();
        int done = 0;
        Node document = FENCES.parse(text);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FencedCodeBlock code) {
                List<SourceSpan> lines = code.getSourceSpans();
                words(text.substring(done, lines.get(0).getInputIndex()), passages);
                passages.add(new Passage(code.getLiteral(), Optional.of(code.getInfo() == null ? "" : code.getInfo())));
                SourceSpan last = lines.get(lines.size() - 1);
                done = last.getInputIndex() + last.getLength();
            }
        }
        words(text.substring(done), passages);
        return passages;
    }

    private static void words(String text, List<Passage> passages) {
        String trimmed = text.stripTrailing().replaceFirst("^(\\s*\\n)+", "");
        if (!trimmed.isEmpty()) {
            passages.add(new Passage(trimmed, Optional.empty()));
        }
    }
}
