package dev.belay.session;

import java.nio.charset.StandardCharsets;

/**
 * The line of a piece of an answer as this program writes it, of which only the turn and the length are wanted: most of a
 * journal is such lines. Lives on one thread.
 */
final class DeltaLine {

    private static final byte[] BEGIN = "{\"type\":\"delta\",\"turn\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TEXT = ",\"text\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REASONING = ",\"reasoning\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int HEX_DIGITS = 4;
    private static final int MOST_DIGITS = 9;

    /** The first byte of a character outside the basic plane, which Java counts as two. */
    private static final int FOUR_BYTES = 0xF0;

    private int turn;
    private int length;

    /** Reads the line; false when it has another form and has to be parsed. */
    boolean isIn(byte[] bytes, int from, int to) {
        if (!begins(BEGIN, bytes, from, to)) {
            return false;
        }
        int at = from + BEGIN.length;
        int digits = at;
        for (turn = 0; at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - digits < MOST_DIGITS; at++) {
            turn = turn * 10 + bytes[at] - '0';
        }
        int value = begins(TEXT, bytes, at, to)
                ? at + TEXT.length
                : begins(REASONING, bytes, at, to) ? at + REASONING.length : to;
        return value <= to - 2 && bytes[to - 1] == '}' && bytes[to - 2] == '"' && isCounted(bytes, value, to - 2);
    }

    /** The last byte first: the lines that are not meant differ there from those that are. */
    private static boolean begins(byte[] with, byte[] bytes, int from, int to) {
        int at = with.length - 1;
        if (to - from <= at) {
            return false;
        }
        while (at >= 0 && with[at] == bytes[from + at]) {
            at--;
        }
        return at < 0;
    }

    /** Counts as Java does; false when the string ends elsewhere: there is more in the line, or less. */
    private boolean isCounted(byte[] bytes, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            int unit = bytes[at];
            if (unit == '"') {
                return false;
            }
            if (unit == '\\') {
                at += at + 1 < to && bytes[at + 1] == 'u' ? 1 + HEX_DIGITS : 1;
                if (at >= to) {
                    return false;
                }
            }
            boolean goesOn = (unit & 0xC0) == 0x80;
            count += goesOn ? 0 : (unit & 0xFF) >= FOUR_BYTES ? 2 : 1;
        }
        length = count;
        return true;
    }

    int turn() {
        return turn;
    }

    /** Of the text or the thinking, in characters. */
    int length() {
        return length;
    }
}
