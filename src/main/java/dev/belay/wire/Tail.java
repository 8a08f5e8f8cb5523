package dev.belay.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import okio.Buffer;

/** Remembers the last few thousand bytes of a stream, at the cost of copying them once. Lives on one thread. */
final class Tail {

    private static final int SIZE = 1 << 13;

    private final byte[] ring = new byte[SIZE];
    private long count;

    /** Takes a copy of the buffer's end; the buffer stays as it is. */
    void add(Buffer buffer) throws IOException {
        long length = Math.min(buffer.size(), SIZE);
        buffer.copyTo(taking, buffer.size() - length, length);
    }

    private final OutputStream taking = new OutputStream() {
        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int at = (int) (count % SIZE);
            int first = Math.min(length, SIZE - at);
            System.arraycopy(bytes, offset, ring, at, first);
            System.arraycopy(bytes, offset + first, ring, 0, length - first);
            count += length;
        }
    };

    /** What is remembered; a character that the beginning cut is replaced. */
    String text() {
        int length = (int) Math.min(count, SIZE);
        byte[] all = new byte[length];
        for (int i = 0; i < length; i++) {
            all[i] = ring[(int) ((count - length + i) % SIZE)];
        }
        return new String(all, StandardCharsets.UTF_8);
    }
}
