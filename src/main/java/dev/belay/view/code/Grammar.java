package dev.belay.view.code;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of one language: its spans, and who paints the words between them; each is read once, when first asked for. */
final class Grammar {

    private static final Map<String, Grammar> READ = new ConcurrentHashMap<>();

    private final List<Span> spans;
    private final Pattern begins;
    private final Open[] opened;
    private final Painter painter;

    private Grammar(List<Span> spans, Painter painter) {
        this.spans = spans;
        this.painter = painter;
        StringBuilder any = new StringBuilder();
        for (Span span : spans) {
            any.append(any.isEmpty() ? "(" : "|(").append(span.begin()).append(')');
        }
        begins = spans.isEmpty() ? null : Pattern.compile(any.toString());
        opened = new Open[spans.size()];
    }

    static Grammar of(String name) {
        Grammar grammar = READ.get(name);
        if (grammar == null) {
            GrammarFile file = new GrammarFile(name);
            grammar = new Grammar(file.spans(), new Painter(file));
            READ.put(name, grammar);
        }
        return grammar;
    }

    Painter painter() {
        return painter;
    }

    /** Finds where spans begin; null for a language without. */
    Matcher begins(String line) {
        return begins == null ? null : begins.matcher(line);
    }

    /** The span whose beginning was found. */
    Open open(Matcher found) {
        for (int i = 0; i < opened.length; i++) {
            Span span = spans.get(i);
            if (found.start(span.group()) >= 0) {
                return span.endsAsItBegan() ? new Open(span, span.end(found.group(span.group() + 1))) : opened(i);
            }
        }
        throw new IllegalStateException("no beginning was found");
    }

    private Open opened(int i) {
        if (opened[i] == null) {
            Span span = spans.get(i);
            opened[i] = new Open(span, span.ends() == null ? null : span.end(null));
        }
        return opened[i];
    }
}
