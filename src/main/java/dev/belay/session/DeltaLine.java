package dev.belay.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the lines that a session's file has most of, {@code delta} as belay itself writes it, without a parser: a long
 * session has hundreds of thousands of them. Lives on one thread.
 */
public final class DeltaLine {

    private static final byte[] HEAD = bytes("{\"type\":\"delta\",\"turn\":");
    private static final byte[] TEXT = bytes(",\"text\":\"");
    private static final byte[] REASONING = bytes(",\"reasoning\":\"");
    private static final String ESCAPES = "\"\\/nrtbf";
    private static final String ESCAPED = "\"\\/\n\r\t\b\f";
    private static final int MOST_DIGITS = 9;
    private static final int HEX_DIGITS = 4;

    /** The first byte of a character outside the basic plane, which Java counts as two. */
    private static final int FOUR_BYTES = 0xF0;

    private byte[] plain = new byte[256];
    private byte[] line = {};
    private int at;
    private int last;
    private int turn;
    private boolean isText;
    private String text = "";
    private int length;

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the line is one, whose text is then known; all others, those with rare escapes too, are for the parser. */
    boolean reads(JournalLines lines) {
        return begins(lines) && takesString();
    }

    /** Whether the line is one, of which no more than the length is then known; all others are for the parser. */
    public boolean measures(JournalLines lines) {
        return begins(lines) && takesLength();
    }

    /** What is left of the line has to be the string and the end of the record. */
    private boolean begins(JournalLines lines) {
        line = lines.bytes();
        at = lines.begin();
        last = lines.end() - 2;
        if (!takes(HEAD) || !takesTurn()) {
            return false;
        }
        isText = takes(TEXT);
        return (isText || takes(REASONING)) && last >= at && line[last] == '"' && line[last + 1] == '}';
    }

    private boolean takes(byte[] expected) {
        int to = at + expected.length;
        boolean isThere = to <= last + 2 && Arrays.equals(line, at, to, expected, 0, expected.length);
        at = isThere ? to : at;
        return isThere;
    }

    private boolean takesTurn() {
        int from = at;
        turn = 0;
        while (at < last && line[at] >= '0' && line[at] <= '9' && at - from < MOST_DIGITS) {
            turn = 10 * turn + line[at++] - '0';
        }
        return at > from && line[from] != '0';
    }

    private boolean takesString() {
        int count = 0;
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
            plain[count++] = next;
        }
        text = isText ? new String(plain, 0, count, StandardCharsets.UTF_8) : "";
        return true;
    }

    /** Counts as Java does; false when the string ends elsewhere: there is more in the line, or less. */
    private boolean takesLength() {
        length = 0;
        for (; at < last; at++) {
            int unit = line[at];
            if (unit == '"') {
                return false;
            }
            if (unit == '\\') {
                at += at + 1 < last && line[at + 1] == 'u' ? 1 + HEX_DIGITS : 1;
                if (at >= last) {
                    return false;
                }
            }
            boolean goesOn = (unit & 0xC0) == 0x80;
            length += goesOn ? 0 : (unit & 0xFF) >= FOUR_BYTES ? 2 : 1;
        }
        return true;
    }

    /** The number of the turn that it is a piece of. */
    public int turn() {
        return turn;
    }

    /** The piece of the answer; empty where it is one of the reasoning. */
    String text() {
        return text;
    }

    /** Of the text or the thinking, in characters. */
    public int length() {
        return length;
    }
}
