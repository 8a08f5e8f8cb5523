package dev.belay.session.search;

import dev.belay.chat.Blanks;
import java.util.Arrays;

/**
 * Text that grows, and beside it the same with all letters alike whatever their case, and all line breaks blanks, character for
 * character. Lives on one thread.
 */
final class Letters {

    private static final int FIRST = 1 << 14;
    private static final int ASCII = 128;
    private static final char FIRST_ODD = 127;
    private static final char[] LOWER = new char[ASCII];

    /** Those that stand for themselves within a JSON string, as small letters; 0 for others. */
    private static final byte[] PLAIN = new byte[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            LOWER[c] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '\n' || c == '\t' ? ' ' : c;
            PLAIN[c] = c < ' ' || c == '"' || c == '\\' ? 0 : (byte) LOWER[c];
        }
    }

    private char[] text = new char[FIRST];
    private char[] folded = new char[FIRST];
    private int length;

    /** A text with all letters alike. */
    static char[] folded(String text) {
        Letters letters = new Letters();
        letters.add(text);
        return Arrays.copyOf(letters.folded, letters.length);
    }

    int length() {
        return length;
    }

    /** Forgets all that comes after. */
    void cut(int end) {
        length = end;
    }

    void clear() {
        length = 0;
        if (text.length > 1 << 20) {
            text = new char[FIRST];
            folded = new char[FIRST];
        }
    }

    /** All letters alike: compared with what {@link #folded(String)} gives. */
    char[] folded() {
        return folded;
    }

    String text(int begin, int end) {
        return new String(text, begin, end - begin);
    }

    /** The same on one line, character for character. */
    String line(int begin, int end) {
        char[] line = Arrays.copyOfRange(text, begin, end);
        for (int i = 0; i < line.length; i++) {
            char c = line[i];
            boolean isPlain = c >= ' ' && c < FIRST_ODD;
            line[i] = isPlain || !Character.isISOControl(c) && !Character.isWhitespace(c) ? c : ' ';
        }
        return new String(line);
    }

    String text() {
        return text(0, length);
    }

    char at(int index) {
        return text[index];
    }

    void add(String more) {
        for (int i = 0; i < more.length(); i++) {
            add(more.charAt(i));
        }
    }

    /** Whether there are blanks only. */
    boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Blanks.isBlank(text[i])) {
                return false;
            }
        }
        return true;
    }

    void add(char c) {
        if (length == text.length) {
            grow();
        }
        text[length] = c;
        folded[length] = c < ASCII ? LOWER[c] : fold(c);
        length++;
        if (Character.isLowSurrogate(c)) {
            foldPair();
        }
    }

    private void grow() {
        int size = Math.multiplyExact(text.length, 2);
        text = Arrays.copyOf(text, size);
        folded = Arrays.copyOf(folded, size);
    }

    /** Some letters have two small ones, as sigma has. */
    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private void foldPair() {
        if (length > 1 && Character.isHighSurrogate(text[length - 2])) {
            int letter = Character.toCodePoint(text[length - 2], text[length - 1]);
            int alike = Character.toLowerCase(Character.toUpperCase(letter));
            if (Character.isSupplementaryCodePoint(alike)) {
                folded[length - 2] = Character.highSurrogate(alike);
                folded[length - 1] = Character.lowSurrogate(alike);
            }
        }
    }

    /**
     * Adds a JSON string from its first byte on.
     *
     * @param bytes that end with a line break, or with the quotation mark
     * @return the place behind its closing quotation mark; -1 for one that is not quite right, of which a part may have been
     *     added
     */
    int addString(byte[] bytes, int from) {
        int at = from;
        while (at > 0 && bytes[at] != '"') {
            at = addPlain(bytes, at);
            if (bytes[at] == '\\') {
                at = addEscaped(bytes, at + 1);
            } else if (bytes[at] != '"') {
                at = bytes[at] < 0 ? addWide(bytes, at) : -1;
            }
        }
        return at < 0 ? -1 : at + 1;
    }

    /** As many as there are of the characters that nothing is to be done about; the place behind them. */
    private int addPlain(byte[] bytes, int from) {
        // Most of a search's time is spent here: all that is looked at again and again is at hand.
        byte[] known = PLAIN;
        char[] written = text;
        char[] alike = folded;
        int to = length;
        int at = from;
        for (int b = bytes[at]; b >= 0 && known[b] != 0; b = bytes[++at]) {
            if (to == written.length) {
                length = to;
                grow();
                written = text;
                alike = folded;
            }
            written[to] = (char) b;
            alike[to++] = (char) known[b];
        }
        length = to;
        return at;
    }

    private int addEscaped(byte[] bytes, int at) {
        int c = switch (bytes[at]) {
            case '"', '\\', '/' -> bytes[at];
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> hex(bytes, at + 1);
            default -> -1;
        };
        if (c < 0) {
            return -1;
        }
        add((char) c);
        return bytes[at] == 'u' ? at + 5 : at + 1;
    }

    private static int hex(byte[] bytes, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            // A line break ends the search for digits before the bytes end.
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** A character of several bytes; -1 where it is not written as it should be. */
    private int addWide(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int more = first >= 0xC2 && first < 0xE0
                ? 1
                : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xF0 && first < 0xF5 ? 3 : -1;
        int point = more == 1 ? first & 0x1F : more == 2 ? first & 0xF : first & 0x7;
        for (int i = 1; i <= more; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return -1;
            }
            point = point << 6 | bytes[at + i] & 0x3F;
        }
        boolean isShortest = more == 1 || more == 2 && point >= 0x800 || more == 3 && point >= 0x10000;
        if (more < 0
                || !isShortest
                || point > Character.MAX_CODE_POINT
                || more == 2 && Character.isSurrogate((char) point)) {
            return -1;
        }
        if (more == 3) {
            add(Character.highSurrogate(point));
            add(Character.lowSurrogate(point));
        } else {
            add((char) point);
        }
        return at + 1 + more;
    }
}
