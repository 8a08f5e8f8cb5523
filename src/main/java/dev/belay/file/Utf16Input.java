package dev.belay.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text in UTF-16, read as UTF-8. What is broken becomes a replacement character. Lives on one thread. */
public final class Utf16Input extends InputStream {

    private final Reader reader;
    private final char[] chars = new char[1 << 13];
    private byte[] bytes = {};
    private int next;

    private Utf16Input(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, charset);
    }

    /** Whether a text that begins so is in UTF-16. */
    public static boolean hasMark(byte[] text) {
        return text.length > 1 && charset(text[0], text[1]) != null;
    }

    /** A text that begins with a mark. */
    public static InputStream of(InputStream marked) throws IOException {
        byte first = (byte) marked.read();
        Charset charset = charset(first, (byte) marked.read());
        return new Utf16Input(marked, Objects.requireNonNull(charset, "no mark"));
    }

    private static @Nullable Charset charset(byte first, byte second) {
        int mark = (first & 0xFF) << 8 | second & 0xFF;
        return switch (mark) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> null;
        };
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0 || !fill()) {
            return most == 0 ? 0 : -1;
        }
        int count = Math.min(most, bytes.length - next);
        System.arraycopy(bytes, next, into, from, count);
        next += count;
        return count;
    }

    /** A pair of surrogates is never cut in two by a reader. */
    private boolean fill() throws IOException {
        if (next == bytes.length) {
            int count = reader.read(chars);
            if (count < 0) {
                return false;
            }
            bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return true;
    }
}
