package dev.belay.export.html;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** Mathematics as TeX, which is left as it is written: to Markdown its backslashes and underscores would mean something. */
final class Formula extends CustomNode {

    private final String source;

    private Formula(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** Finds them between dollars, and between backslashed parentheses and brackets. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new Finder();
        }
    }

    /** For one document; one thread. */
    private static final class Finder implements InlineContentParser {

        private static final int LONGEST = 2_000;

        /** So many that were none, and no more is looked for: the work must not grow with the square of the text. */
        private int patience = 1_000;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            Position begin = scanner.position();
            String end = end(scanner);
            if (end == null || patience == 0 || !find(end, scanner)) {
                patience = end == null ? patience : Math.max(0, patience - 1);
                return ParsedInline.none();
            }
            Position after = scanner.position();
            return ParsedInline.of(new Formula(scanner.getSource(begin, after).getContent()), after);
        }

        /** What ends the one that begins here; null if there is none. */
        private static @Nullable String end(Scanner scanner) {
            if (scanner.next("\\(")) {
                return "\\)";
            }
            if (scanner.next("\\[")) {
                return "\\]";
            }
            if (scanner.next("$$")) {
                return "$$";
            }
            return scanner.next('$') && !isBlank(scanner.peek()) ? "$" : null;
        }

        private static boolean find(String end, Scanner scanner) {
            char before = ' ';
            for (int length = 0; length < LONGEST && scanner.hasNext(); length++) {
                char c = scanner.peek();
                boolean escaped = before == '\\' && end.charAt(0) == '$';
                if (c == end.charAt(0) && length > 0 && !escaped && closes(end, before, scanner)) {
                    return true;
                }
                scanner.next();
                before = c == '\\' && before == '\\' ? ' ' : c;
            }
            return false;
        }

        /** Between single dollars may be amounts of money; those are not followed by an end like this. */
        private static boolean closes(String end, char before, Scanner scanner) {
            Position here = scanner.position();
            boolean closed = scanner.next(end)
                    && (end.length() > 1
                            || !isBlank(before) && !Character.isDigit(scanner.peek()) && scanner.peek() != '$');
            if (!closed) {
                scanner.setPosition(here);
            }
            return closed;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\n' || c == '\t' || c == Scanner.END;
        }
    }
}
