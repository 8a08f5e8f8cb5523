package dev.belay.view.code;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one language: its spans, and who paints the words between them.
 *
 * <p>Each is read once, when first asked for, and keeps nothing of what it was used for.
 */
final class Grammar {

    private static final Map<String, Grammar> READ = new ConcurrentHashMap<>();

    private final List<Span> spans;
    private final @Nullable Pattern begins;
    /** For each span, unless its end is known only when it begins. */
    private final @Nullable Open[] opened;

    private final Painter painter;

    private Grammar(List<Span> spans, Painter painter) {
        this.spans = spans;
        this.painter = painter;
        opened = new @Nullable Open[spans.size()];
        StringBuilder any = new StringBuilder();
        for (int i = 0; i < opened.length; i++) {
            Span span = spans.get(i);
            any.append(any.isEmpty() ? "(" : "|(").append(span.begin()).append(')');
            opened[i] = span.endsAsItBegan() ? null : new Open(span, span.end(null));
        }
        begins = spans.isEmpty() ? null : Pattern.compile(any.toString());
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
    @Nullable
    Matcher begins(String line) {
        return begins == null ? null : begins.matcher(line);
    }

    /** The span whose beginning was found. */
    Open open(Matcher found) {
        for (int i = 0; i < opened.length; i++) {
            Span span = spans.get(i);
            if (found.start(span.group()) >= 0) {
                Open known = opened[i];
                return known != null ? known : new Open(span, span.end(found.group(span.group() + 1)));
            }
        }
        throw new IllegalStateException("no beginning was found");
    }
}
