package dev.belay.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Text that comes in through a pipe. */
final class PipedInput {

    private static final int CHUNK = 1 << 16;

    private PipedInput() {}

    /**
     * Reads all of it as UTF-8, without the line breaks at its end.
     *
     * @param warn takes a sentence when bytes had to be replaced
     */
    static String read(InputStream in, Consumer<String> warn) throws IOException {
        byte[] bytes = bytes(in);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            warn.accept("the input is not all UTF-8: what could not be read is sent as \uFFFD");
        }
        return trimmed(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Not readAllBytes: on Java 17 that fails on a device. */
    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            all.write(chunk, 0, count);
        }
        return all.toByteArray();
    }
}
