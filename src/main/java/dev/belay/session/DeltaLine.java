package dev.belay.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the lines that a session's file has most of, {@code delta} as belay itself writes it, without a parser: a long
 * session has hundreds of thousands of them. Lives on one thread.
 */
final class DeltaLine {

    private static final byte[] HEAD = bytes("{\"type\":\"delta\",\"turn\":");
    private static final byte[] TEXT = bytes(",\"text\":\"");
    private static final byte[] REASONING = bytes(",\"reasoning\":\"");
    private static final String ESCAPES = "\"\\/nrtbf";
    private static final String ESCAPED = "\"\\/\n\r\t\b\f";
    private static final int MOST_DIGITS = 9;

    private byte[] plain = new byte[256];
    private byte[] line;
    private int at;
    private int end;
    private int turn;
    private String text;

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the line is one; all others, those with rare escapes too, are for the parser. */
    boolean reads(JournalLines lines) {
        line = lines.bytes();
        at = lines.begin();
        end = lines.end();
        if (!takes(HEAD) || !takesTurn()) {
            return false;
        }
        boolean isText = takes(TEXT);
        return (isText || takes(REASONING)) && takesString(isText);
    }

    private boolean takes(byte[] expected) {
        int to = at + expected.length;
        boolean isThere = to <= end && Arrays.equals(line, at, to, expected, 0, expected.length);
        at = isThere ? to : at;
        return isThere;
    }

    private boolean takesTurn() {
        int from = at;
        turn = 0;
        while (at < end && line[at] >= '0' && line[at] <= '9' && at - from < MOST_DIGITS) {
            turn = 10 * turn + line[at++] - '0';
        }
        return at > from && line[from] != '0';
    }

    /** What is left of the line has to be the string and the end of the record. */
    private boolean takesString(boolean isText) {
        int last = end - 2;
        if (last < at || line[last] != '"' || line[last + 1] != '}') {
            return false;
        }
        int length = 0;
        plain = plain.length < last - at ? new byte[2 * (last - at)] : plain;
        while (at < last) {
            byte next = line[at++];
            if (next == '\\') {
                int escape = at < last ? ESCAPES.indexOf(line[at++]) : -1;
                if (escape < 0) {
                    return false;
                }
                next = (byte) ESCAPED.charAt(escape);
            } else if (next == '"' || next >= 0 && next < ' ') {
                return false;
            }
            plain[length++] = next;
        }
        text = isText ? new String(plain, 0, length, StandardCharsets.UTF_8) : "";
        return true;
    }

    int turn() {
        return turn;
    }

    /** The piece of the answer; empty where it is one of the reasoning. */
    String text() {
        return text;
    }
}
