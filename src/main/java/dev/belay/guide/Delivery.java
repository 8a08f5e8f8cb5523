package dev.belay.guide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** One answer on its way to one reader, token by token; used by the one thread that sends it. */
final class Delivery {
    private static final byte[] DATA = ascii("data: ");
    private static final byte[] END_OF_EVENT = ascii("\n\n");
    private static final byte[] DONE = ascii("data: [DONE]\n\n");
    /** A comment, which readers skip: writing it is how one learns that nobody reads any more. */
    private static final byte[] BEAT = ascii(":\n");

    /** A wait that can be ended from outside. */
    interface Rest {
        /** False when the guide has been closed and there is nothing more to wait for. */
        boolean rest(Duration time) throws InterruptedException;
    }

    private final List<String> tokens;
    private final Chunks chunks;
    private final OutputStream out;
    private final Pace pace;
    private int sent;

    Delivery(List<String> tokens, Chunks chunks, OutputStream out, Pace pace) {
        this.tokens = tokens;
        this.chunks = chunks;
        this.out = out;
        this.pace = pace;
    }

    /** Returns when all is sent or the rest was ended; fails when the reader has left. */
    void send(Usage usage, Ask.UsageChunk usageChunk, Rest rest) throws IOException, InterruptedException {
        event(chunks.role());
        while (sent < tokens.size()) {
            if (!await(rest)) {
                return;
            }
            event(chunks.text(tokens.get(sent), new Usage(usage.prompt(), sent + 1)));
            sent++;
        }
        event(chunks.stop());
        if (usageChunk == Ask.UsageChunk.WANTED) {
            event(chunks.usage(usage));
        }
        out.write(DONE);
        out.flush();
    }

    int sent() {
        return sent;
    }

    int total() {
        return tokens.size();
    }

    private boolean await(Rest rest) throws IOException, InterruptedException {
        Duration left = pace.token();
        while (left.compareTo(Duration.ZERO) > 0) {
            if (!rest.rest(pace.beat())) {
                return false;
            }
            out.write(BEAT);
            out.flush();
            left = left.minus(pace.beat());
        }
        return true;
    }

    private void event(byte[] json) throws IOException {
        out.write(DATA);
        out.write(json);
        out.write(END_OF_EVENT);
        out.flush();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
