package dev.belay.wire;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A call whose client may still be in the making, and which can be cancelled before it exists. Any thread may cancel. */
final class LateCall {

    private final Late<Call> call;

    LateCall(Supplier<OkHttpClient> client, Request request) {
        this.call = new Late<>(() -> client.get().newCall(request));
    }

    /** Sends the request, on the calling thread, and waits for the head of the answer. */
    Response execute() throws IOException {
        try {
            return call.get().execute();
        } catch (CancellationException early) {
            throw new IOException("Canceled", early);
        }
    }

    /** A call that was not made yet never will be; of any other one the connection is closed. */
    void cancel() {
        if (!call.giveUp()) {
            try {
                call.get().cancel();
            } catch (RuntimeException neverMade) {
                // There is nothing to close.
            }
        }
    }
}
