package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.file.Excerpt;
import dev.belay.file.Keep;
import dev.belay.file.Reasons;
import dev.belay.file.Utf16Input;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text that comes in through a pipe. Its begin is read at once; the rest waits until it is known how much of it can be used.
 * Lives on the main thread.
 */
final class PipedText {

    static final PipedText NONE = new PipedText(new byte[0], null);

    private static final int CHUNK = 1 << 16;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final byte[] begin;
    private final @Nullable InputStream rest;

    /** @param rest what comes after the begin; null when that is all */
    private PipedText(byte[] begin, @Nullable InputStream rest) {
        this.begin = begin;
        this.rest = rest;
    }

    /** @param most how much of it to read now */
    static PipedText from(InputStream in, int most) {
        try {
            PipedText text = begun(in, most);
            return Utf16Input.hasMark(text.begin) ? begun(Utf16Input.of(text.stream()), most) : text;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static PipedText begun(InputStream in, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (all.size() <= most) {
            int count = in.read(chunk, 0, Math.min(CHUNK, most + 1 - all.size()));
            if (count < 0) {
                return new PipedText(checked(all.toByteArray()), null);
            }
            all.write(chunk, 0, count);
        }
        return new PipedText(checked(all.toByteArray()), in);
    }

    private InputStream stream() {
        InputStream first = new ByteArrayInputStream(begin);
        return rest == null ? first : new SequenceInputStream(first, rest);
    }

    /** Whether all of it has been read. */
    boolean isWhole() {
        return rest == null;
    }

    /** How much of it has been read. */
    int length() {
        return begin.length;
    }

    /** All of it, when that is what was read. */
    Decoded decoded() {
        return decoded(begin);
    }

    /** As much of it as there is room for. */
    Excerpt excerpt(Keep keep, int room) {
        Excerpt excerpt = new Excerpt(keep, room);
        try {
            excerpt.read(stream());
        } catch (IOException e) {
            throw unreadable(e);
        }
        return excerpt;
    }

    /** How much is there already that nobody has read: all the rest of a file, of a pipe what is in it. */
    long waiting() {
        try {
            return rest == null ? 0 : rest.available();
        } catch (IOException unknown) {
            return 0;
        }
    }

    /**
     * UTF-8 as text.
     *
     * @param text without the line breaks at its end
     * @param isMended whether bytes had to be replaced
     */
    record Decoded(String text, boolean isMended) {}

    static Decoded decoded(byte[] bytes) {
        String text = new String(checked(bytes), StandardCharsets.UTF_8);
        boolean isMended = text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        if (isMended && text.replace('\uFFFD', ' ').isBlank()) {
            throw noText();
        }
        return new Decoded(trimmed(text.startsWith("\uFEFF") ? text.substring(1) : text), isMended);
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static byte[] checked(byte[] bytes) {
        boolean isPdf = bytes.length > PDF.length && Arrays.equals(PDF, 0, PDF.length, bytes, 0, PDF.length);
        if (isPdf || !Utf16Input.hasMark(bytes) && hasNul(bytes)) {
            throw noText();
        }
        return bytes;
    }

    private static ProblemException noText() {
        return ProblemException.file(
                "what is piped in is no text",
                "attach it with -f - if it is a picture or a PDF, or make text of it first");
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException unreadable(IOException e) {
        return ProblemException.file(
                "cannot read what is piped in: " + Reasons.of(e), "check what stands after < or before |");
    }
}
