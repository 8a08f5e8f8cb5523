package dev.belay.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of sessions' files, one after another and one file after the other, as bytes: most need not become text. Lives on
 * one thread.
 */
public final class JournalLines implements AutoCloseable {

    private static final int MOST = 1 << 30;
    private static final int USUAL = 1 << 16;

    private InputStream in = InputStream.nullInputStream();
    private byte[] bytes = new byte[USUAL];
    private int begin;
    private int end;
    private int filled;
    private boolean isOver;

    static JournalLines of(Path file) throws IOException {
        JournalLines lines = new JournalLines();
        lines.open(file);
        return lines;
    }

    /** Goes to the begin of a file; the one before is left. */
    public void open(Path file) throws IOException {
        in.close();
        in = SessionStore.open(file.toFile());
        begin = 0;
        end = 0;
        filled = 0;
        isOver = false;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        begin = end;
        if (begin < filled && bytes[begin] == '\n') {
            begin++;
        }
        end = begin;
        while (true) {
            while (end < filled && bytes[end] != '\n') {
                end++;
            }
            if (end < filled || isOver) {
                return end < filled || end > begin;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(bytes, begin, bytes, 0, filled - begin);
            filled -= begin;
            end -= begin;
            begin = 0;
        }
        if (filled == bytes.length) {
            if (filled >= MOST) {
                throw new IOException("a line is longer than a gigabyte");
            }
            bytes = Arrays.copyOf(bytes, 2 * filled);
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        isOver = read < 0;
        filled += Math.max(0, read);
    }

    /** Holds the line from {@link #begin} to {@link #end}, without its end; changes with the next one. */
    public byte[] bytes() {
        return bytes;
    }

    /** The place of the line's first byte. */
    public int begin() {
        return begin;
    }

    /** The place behind its last one. */
    public int end() {
        return end;
    }

    /** Whether there is nothing on the line. */
    public boolean isBlank() {
        int at = begin;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at == end;
    }

    /** The line; bytes that are no UTF-8 are shown as such. */
    String text() {
        return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
