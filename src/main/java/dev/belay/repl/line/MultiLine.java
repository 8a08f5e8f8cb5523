package dev.belay.repl.line;

import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** When a message goes on in the next line: inside a block of three quotes. */
final class MultiLine implements Parser {

    private static final String QUOTES = "\"\"\"";

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && isOpen(line)) {
            throw new EOFError(-1, cursor, "the message goes on");
        }
        return new Whole(line, cursor);
    }

    private static boolean isOpen(String line) {
        boolean closed =
                line.length() >= 2 * QUOTES.length() && line.stripTrailing().endsWith(QUOTES);
        return line.startsWith(QUOTES) && !closed;
    }

    /** The message that an edited line stands for. */
    static String text(String line) {
        if (line.startsWith(QUOTES)) {
            String block = line.stripTrailing();
            String inner = block.substring(QUOTES.length(), block.length() - QUOTES.length());
            return inner.startsWith("\n") ? inner.substring(1) : inner;
        }
        return line;
    }

    /** A line is one word: a message has no syntax. */
    private record Whole(String line, int cursor) implements ParsedLine {
        @Override
        public String word() {
            return line;
        }

        @Override
        public int wordCursor() {
            return cursor;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(line);
        }
    }
}
