package dev.belay.wire;

import dev.belay.wire.Http.Fetched;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;

/** A request for a small document; runs once, on one thread, and may be cancelled from any. */
public final class Fetch {

    private final Call call;
    private final Consumer<String> debug;

    Fetch(Call call, Consumer<String> debug) {
        this.call = call;
        this.debug = debug;
    }

    /** The document, whole. */
    public Fetched get() throws IOException {
        debug.accept("GET " + call.request().url());
        try (Response response = call.execute()) {
            debug.accept("HTTP " + response.code());
            return response.isSuccessful()
                    ? new Fetched(Bodies.whole(response.body().source()), null)
                    : new Fetched("", Bodies.refusal(response));
        }
    }

    /**
     * The document, whole.
     *
     * @param limit of the whole exchange; when it has passed the connection is closed
     */
    public Fetched within(Duration limit) throws IOException {
        return Within.limit(limit, this::get, this::cancel);
    }

    /** Closes the connection. */
    public void cancel() {
        call.cancel();
    }
}
