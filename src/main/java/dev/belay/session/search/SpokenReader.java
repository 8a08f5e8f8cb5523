package dev.belay.session.search;

import dev.belay.session.SessionStore;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what was said out of sessions' files, one after the other. Most lines are pieces of an answer that differ in a word
 * only: of such a line nothing else is looked at. Lives on one thread.
 */
final class SpokenReader {

    private static final int FIRST = 1 << 16;
    private static final byte[] NOTHING = {};
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Spoken spoken = new Spoken();
    private final Letters letters = spoken.letters();
    private final Fields fields = new Fields(letters);
    private byte[] bytes = new byte[FIRST];
    private byte[] piece = NOTHING;

    /** What was said; the next reading forgets it. */
    Spoken read(File file) throws IOException {
        spoken.clear();
        piece = NOTHING;
        if (bytes.length > 1 << 22) {
            bytes = new byte[FIRST];
        }
        try (InputStream in = SessionStore.open(file)) {
            int end = 0;
            // One byte is left for a line break at the end.
            for (int count = in.read(bytes, 0, bytes.length - 1);
                    count > 0;
                    count = in.read(bytes, end, bytes.length - 1 - end)) {
                end = moved(lines(end + count), end + count);
            }
            if (end > 0) {
                bytes[end] = '\n';
                lines(end + 1);
            }
        }
        spoken.close();
        return spoken;
    }

    /** The bytes that are not read yet come to the begin, and have room behind them. */
    private int moved(int from, int to) {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
        } else if (to == bytes.length - 1) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        }
        return to - from;
    }

    /** Reads the lines that are whole; the place behind the last of them. */
    private int lines(int end) {
        int last = end - 1;
        while (last >= 0 && bytes[last] != '\n') {
            last--;
        }
        int at = 0;
        while (at <= last) {
            int next = piece(at, last);
            at = next < 0 ? line(at) : next;
        }
        return at;
    }

    /** The place behind a line that is one more piece of the open answer; -1 for any other. */
    private int piece(int at, int last) {
        int text = at + piece.length;
        if (piece.length == 0 || text > last || !Arrays.equals(bytes, at, text, piece, 0, piece.length)) {
            return -1;
        }
        int before = letters.length();
        int next = letters.addString(bytes, text);
        if (next < 0 || bytes[next] != '}' || bytes[next + 1] != '\n') {
            letters.cut(before);
            return -1;
        }
        return next + 2;
    }

    private int line(int at) {
        int end = at;
        while (bytes[end] != '\n') {
            end++;
        }
        int before = letters.length();
        if (end > at && fields.read(bytes, at, end)) {
            spoken.take(fields);
        } else {
            letters.cut(before);
            unusual(at, end);
        }
        piece = spoken.openTurn() == 0 ? NOTHING : begin(spoken.openTurn());
        return end + 1;
    }

    /** The first bytes of what comes next, as like as not. */
    private byte[] begin(int turn) {
        return ("{\"type\":\"delta\",\"turn\":" + turn + ",\"text\":\"").getBytes(StandardCharsets.US_ASCII);
    }

    private void unusual(int at, int end) {
        String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        int before = letters.length();
        if (!line.isBlank() && fields.readSlowly(line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line)) {
            spoken.take(fields);
        } else {
            letters.cut(before);
        }
    }
}
