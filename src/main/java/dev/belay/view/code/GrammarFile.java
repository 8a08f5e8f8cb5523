package dev.belay.view.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A language's file: the {@code color} lines are for JLine's highlighter, which leaves the others out:
 * {@code token SHADE "all of it"}, {@code block SHADE "begin" "end"}, and in the same way
 * {@code quoted} and {@code heredoc}; {@code inside} has another language's name for the shade.
 * Of spans that could begin at the same place the first in the file wins.
 */
record GrammarFile(String name) {

    private static final String FOLDER = "/dev/belay/code/";

    /** As JLine wants it. */
    String url() {
        return "classpath:" + FOLDER + name + ".nanorc";
    }

    List<Span> spans() {
        try (BufferedReader reader = reader()) {
            List<Span> spans = new ArrayList<>();
            int group = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Span.Kind kind = kind(line);
                if (kind != null) {
                    Span span = span(kind, line, group);
                    spans.add(span);
                    group += 1 + Pattern.compile(span.begin()).matcher("").groupCount();
                }
            }
            return List.copyOf(spans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader reader() {
        return new BufferedReader(new InputStreamReader(
                GrammarFile.class.getResourceAsStream(FOLDER + name + ".nanorc"), StandardCharsets.UTF_8));
    }

    private static Span.@Nullable Kind kind(String line) {
        for (Span.Kind kind : Span.Kind.values()) {
            if (line.startsWith(kind.name().toLowerCase(Locale.ROOT) + " ")) {
                return kind;
            }
        }
        return null;
    }

    private static Span span(Span.Kind kind, String line, int group) {
        int word = line.indexOf(' ') + 1;
        int quote = line.indexOf(" \"", word);
        String what = line.substring(word, quote);
        String quoted = line.substring(quote + 2, line.lastIndexOf('"'));
        int gap = kind == Span.Kind.TOKEN ? -1 : quoted.indexOf("\" \"");
        return gap < 0
                ? new Span(kind, what, quoted, group, "")
                : new Span(kind, what, quoted.substring(0, gap), group, quoted.substring(gap + 3));
    }
}
