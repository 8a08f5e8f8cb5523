package dev.belay.view.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the parts of a piece of code, line by line and in their order; one for each block of code.
 *
 * <p>Mutable: it knows what the lines so far have left open. For one thread.
 */
public final class CodeReader {

    /** A longer line is plain: nobody wrote it to be read, and while it grows it is looked at again and again. */
    private static final int LONGEST = 2_000;

    private final Grammar grammar;
    private @Nullable Open open;
    private @Nullable CodeReader inside;

    private CodeReader(Grammar grammar) {
        this.grammar = grammar;
    }

    /** For a language as the line names it that opens a block of code, whatever else stands there; empty for an unknown one. */
    public static Optional<CodeReader> of(String language) {
        String name = Languages.named(language);
        return name == null ? Optional.empty() : Optional.of(new CodeReader(Grammar.of(name)));
    }

    /** The parts of a whole line, without its end; they cover it without gaps. What it leaves open goes on in the next one. */
    public List<Part> line(String line) {
        CodeReader within = within(line);
        if (within != null) {
            return within.line(line);
        }
        Scan scan = scan(line);
        @Nullable Shade[] shades = scan.shades();
        open = scan.open();
        inside = open == null || open.span().kind() != Span.Kind.INSIDE
                ? null
                : new CodeReader(Grammar.of(open.span().word()));
        return parts(line, shades);
    }

    /** The same of a line that is still being written, and nothing is left open by it. */
    public List<Part> begun(String line) {
        if (line.length() > LONGEST) {
            return plain(line);
        }
        CodeReader within = within(line);
        return within != null ? within.begun(line) : parts(line, scan(line).shades());
    }

    /** The reader of the other language that the line is still in; null for none. */
    private @Nullable CodeReader within(String line) {
        return inside != null && open != null && !open.end().matcher(line).find() ? inside : null;
    }

    private Scan scan(String line) {
        return new Scan(grammar, line, inside == null ? open : null);
    }

    private List<Part> parts(String line, @Nullable Shade[] shades) {
        if (shades.length > LONGEST) {
            return plain(line);
        }
        grammar.painter().paint(line, shades);
        List<Part> parts = new ArrayList<>();
        for (int begin = 0, end; begin < shades.length; begin = end) {
            end = end(line, shades, begin);
            parts.add(new Part(begin, end, shades[begin] == null ? Shade.PLAIN : shades[begin]));
        }
        return parts;
    }

    /** Where another shade begins, and not within a character. */
    private static int end(String line, @Nullable Shade[] shades, int begin) {
        int end = begin + 1;
        while (end < shades.length
                && (shades[end] == shades[begin]
                        || Character.isSurrogatePair(line.charAt(end - 1), line.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static List<Part> plain(String line) {
        return List.of(new Part(0, line.length(), Shade.PLAIN));
    }
}
