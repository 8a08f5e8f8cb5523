package dev.belay.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads bodies that are no streams, within bounds. */
final class Bodies {

    private static final long LARGEST = 16L << 20;
    private static final long LARGEST_REFUSAL = 64L << 10;
    private static final Duration LONGEST_REFUSAL = Duration.ofSeconds(5);

    private Bodies() {}

    static String whole(BufferedSource source) throws IOException {
        return upTo(LARGEST, source);
    }

    /** What is readable of a body that is no success; an unreadable one is as good as empty. */
    static Refusal refusal(Response response) {
        BufferedSource source = response.body().source();
        source.timeout().deadline(LONGEST_REFUSAL.toNanos(), TimeUnit.NANOSECONDS);
        String body;
        try {
            body = upTo(LARGEST_REFUSAL, source);
        } catch (IOException cut) {
            body = source.getBuffer().readUtf8();
        }
        return new Refusal(
                response.code(),
                headers(response),
                body,
                response.request().url().toString());
    }

    /** By lower-case name; of a repeated one the last. */
    static Map<String, String> headers(Response response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(pair -> headers.put(pair.getFirst().toLowerCase(Locale.ROOT), pair.getSecond()));
        return headers;
    }

    static String upTo(long limit, BufferedSource source) throws IOException {
        source.request(limit);
        return source.getBuffer()
                .snapshot((int) Math.min(limit, source.getBuffer().size()))
                .string(StandardCharsets.UTF_8);
    }
}
