package dev.belay.session;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads journals line by line as bytes, one after the other through one buffer: they are many. Lives on one thread. */
final class JournalLines {

    /** A line that is longer is not held: it is told of as one that cannot be read. */
    private static final int LONGEST = 1 << 26;

    private byte[] buffer = new byte[1 << 16];

    /** Takes a line, which lies between two places of the buffer, without its end. */
    interface Taker {
        void line(byte[] bytes, int from, int to);

        /** There was a line too long to be held. */
        void tooLong();
    }

    void read(Path file, Taker taker) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            int held = 0;
            boolean skipping = false;
            for (int count = in.read(buffer, 0, buffer.length); count >= 0; count = in.read(buffer, held, buffer.length - held)) {
                byte[] bytes = buffer;
                int end = held + count;
                int begin = 0;
                for (int at = held; at < end; at++) {
                    if (bytes[at] == '\n') {
                        if (!skipping) {
                            taker.line(bytes, begin, at);
                        }
                        skipping = false;
                        begin = at + 1;
                    }
                }
                held = skipping ? 0 : keep(begin, end);
                if (held == LONGEST) {
                    taker.tooLong();
                    skipping = true;
                    held = 0;
                }
            }
            if (held > 0) {
                taker.line(buffer, 0, held);
            }
        }
    }

    /** Moves the begin of a line that goes on to the front, and makes room for more of it. */
    private int keep(int begin, int end) {
        int held = end - begin;
        System.arraycopy(buffer, begin, buffer, 0, held);
        if (held == buffer.length && held < LONGEST) {
            buffer = Arrays.copyOf(buffer, held * 2);
        }
        return held;
    }
}
