package dev.belay.wire;

import dev.belay.wire.Http.Fetched;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.Response;

/** A request for a small document; runs once, on one thread, and may be cancelled from any. */
public final class Fetch {

    private final LateCall call;
    private final String url;
    private final Consumer<String> debug;

    Fetch(LateCall call, String url, Consumer<String> debug) {
        this.call = call;
        this.url = url;
        this.debug = debug;
    }

    /** The document, whole. */
    public Fetched get() throws IOException {
        debug.accept("GET " + url);
        try (Response response = call.execute()) {
            debug.accept(DebugLines.by(response));
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
