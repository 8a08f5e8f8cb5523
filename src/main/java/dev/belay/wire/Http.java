package dev.belay.wire;

import dev.belay.chat.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The HTTP client, set up so that nothing is sent twice and no redirect carries a key away. */
public final class Http {

    private final OkHttpClient client;
    private final Timeouts timeouts;
    private final Consumer<String> debug;

    private Http(OkHttpClient client, Timeouts timeouts, Consumer<String> debug) {
        this.client = client;
        this.timeouts = timeouts;
        this.debug = debug;
    }

    /**
     * @param url any address of the server: plain http skips the cost of setting up TLS
     * @param timeouts how long silence may last
     * @param debug takes one line per request and response, without keys
     */
    public static Http connecting(String url, Timeouts timeouts, Consumer<String> debug) {
        return new Http(builder(url, timeouts).build(), timeouts, debug);
    }

    /** The same with some part of the client replaced, which only tests do. */
    static Http changed(String url, Timeouts timeouts, UnaryOperator<OkHttpClient.Builder> change) {
        return new Http(change.apply(builder(url, timeouts)).build(), timeouts, line -> {});
    }

    private static OkHttpClient.Builder builder(String url, Timeouts timeouts) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .socketFactory(new LivelySockets())
                .connectTimeout(timeouts.connect())
                .writeTimeout(timeouts.idle())
                .readTimeout(timeouts.firstByte())
                .callTimeout(Duration.ZERO);
        return url.regionMatches(true, 0, "http:", 0, 5)
                ? builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                : builder;
    }

    /** Loads the client in the background: on two cores its start is then free. */
    public static void warmUp() {
        Thread thread = new Thread(
                () -> connecting("http://127.0.0.1", Timeouts.DEFAULT, line -> {}), "belay-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** A way to ask by this protocol. */
    public Exchange speaking(Protocol protocol) {
        return prompt -> new HttpCall(client, protocol, protocol.post(prompt), timeouts.idle(), debug);
    }

    /**
     * Fetches a small document, whole.
     *
     * @param limit of the whole exchange; when it has passed the connection is closed
     */
    public Fetched get(String url, Map<String, String> headers, Duration limit) throws IOException {
        debug.accept("GET " + url);
        Request.Builder request = new Request.Builder().url(url);
        headers.forEach(request::header);
        Call call = client.newCall(request.build());
        return Within.limit(limit, () -> fetch(call), call::cancel);
    }

    private Fetched fetch(Call call) throws IOException {
        try (Response response = call.execute()) {
            debug.accept("HTTP " + response.code());
            return response.isSuccessful()
                    ? new Fetched(Bodies.whole(response.body().source()), null)
                    : new Fetched("", Bodies.refusal(response));
        }
    }

    /**
     * @param body the document of a success
     * @param refusal what came instead; null for a success
     */
    public record Fetched(String body, Refusal refusal) {}
}
