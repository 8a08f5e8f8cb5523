package dev.belay.wire;

import dev.belay.chat.Exchange;
import dev.belay.chat.Outcome;
import dev.belay.chat.Problem;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** One request and its streamed answer; runs on one thread, may be cancelled from any. */
final class HttpCall extends EventSourceListener implements Exchange.Call {

    private static final MediaType EVENT_STREAM = MediaType.get("text/event-stream");

    /** How long the token counts may take once the answer has said that it ends. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final LateCall call;
    private final Protocol protocol;
    private final Post post;
    private final Duration idle;
    private final Consumer<String> debug;

    // Touched by the thread of run() only.
    private final Decoder decoder;
    private final Progress progress = new Progress();
    private Exchange.Outbox out;
    private @Nullable EventLines lines;
    private boolean ended;

    HttpCall(Supplier<OkHttpClient> client, Protocol protocol, Post post, Duration idle, Consumer<String> debug) {
        this.call = new LateCall(client, request(post, progress));
        this.protocol = protocol;
        this.post = post;
        this.idle = idle;
        this.debug = debug;
        this.decoder = protocol.decoder();
    }

    private static Request request(Post post, Progress progress) {
        Request.Builder request = new Request.Builder().url(post.url()).post(new OneShotBody(post.body()));
        request.tag(Progress.class, progress);
        request.header("Accept", "text/event-stream");
        post.headers().forEach(request::header);
        return request.build();
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public void run(Exchange.Outbox outbox) {
        out = outbox;
        progress.tell(outbox);
        announce();
        try (Response response = call.execute()) {
            debug.accept(DebugLines.by(response));
            if (response.isSuccessful()) {
                read(response);
            } else {
                put(protocol.refused(Bodies.refusal(response)));
            }
        } catch (IOException e) {
            broken(e, Failures.beforeAnswer(e, post.url()));
        } catch (ProblemException unusable) {
            put(new Outcome.Failed(unusable.problem(), Outcome.Retry.NEVER));
        } catch (RuntimeException | Error bug) {
            fault(bug);
        }
    }

    /** The body shows what was added to the conversation. */
    private void announce() {
        if (debug != Http.UNHEARD) {
            debug.accept(post.toString());
            debug.accept(DebugLines.shortened(new String(post.body(), StandardCharsets.UTF_8)));
        }
    }

    /** Sorts by the first byte, not by the content type: proxies and servers get that one wrong. */
    private void read(Response response) {
        EventLines body = new EventLines(response.body().source(), idle, protocol.framing());
        lines = body;
        try (BufferedSource source = Okio.buffer(body)) {
            decoder.begin(Bodies.headers(response), this::put);
            int first = firstByte(source);
            if (first == '<') {
                put(Failures.page(Bodies.upTo(1 << 16, source), post.url()));
            } else if (protocol.framing() == Framing.LINES) {
                readLines(source);
            } else if (first == '{' || first == '[') {
                decoder.whole(Bodies.whole(source), this::put);
            } else {
                ResponseBody events = ResponseBody.create(source, EVENT_STREAM, -1);
                EventSources.processResponse(response.newBuilder().body(events).build(), this);
            }
            finish();
        } catch (IOException e) {
            broken(e, Failures.inAnswer(e, idle));
        }
    }

    /** The first byte that is no blank, unread; -1 for an empty body. Blanks before it mean nothing in any form. */
    private static int firstByte(BufferedSource source) throws IOException {
        while (!source.exhausted()) {
            byte next = source.getBuffer().getByte(0);
            if (next != ' ' && next != '\n' && next != '\t') {
                return next;
            }
            source.skip(1);
        }
        return -1;
    }

    private void readLines(BufferedSource source) throws IOException {
        for (String line = source.readUtf8Line(); line != null && !ended; line = source.readUtf8Line()) {
            if (!line.isBlank()) {
                frame(null, line);
            }
        }
    }

    @Override
    public void onEvent(EventSource eventSource, @Nullable String id, @Nullable String type, String data) {
        frame(type, data);
        if (ended) {
            eventSource.cancel();
        }
    }

    /** The grace begins anew with each frame: some servers say with every one why they will end. */
    private void frame(@Nullable String type, String data) {
        decoder.frame(type, data, this::put);
        if (decoder.isClosing() && lines != null) {
            lines.timeout().deadline(GRACE.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void onFailure(EventSource eventSource, @Nullable Throwable t, @Nullable Response response) {
        if (ended) {
            return;
        }
        if (t instanceof IOException e) {
            broken(e, Failures.inAnswer(e, idle));
        } else {
            fault(t == null ? new IllegalStateException("no cause") : t);
        }
    }

    private void broken(IOException e, Outcome otherwise) {
        debug.accept("ended by " + protocol.hide(e.toString()));
        put(decoder.isClosing() ? decoder.ended(tail()) : otherwise);
    }

    private String tail() {
        return lines == null ? "" : lines.tail();
    }

    private void finish() {
        if (!ended) {
            put(decoder.ended(tail()));
        }
    }

    /** A bug of ours must not look like a network that failed, nor hang the turn. */
    private void fault(Throwable bug) {
        debug.accept(Failures.trace(bug));
        put(new Outcome.Failed(
                new Problem(Problem.Kind.PROTOCOL, "belay could not read the answer: " + bug, "run again with --debug"),
                Outcome.Retry.NEVER));
    }

    private Signal hidden(Signal signal) {
        return signal instanceof Outcome.Failed failed
                ? new Outcome.Failed(
                        failed.problem().in(protocol.hide(failed.problem().message())), failed.retry())
                : signal;
    }

    /** An answer that came to its end leaves its connection to the next request; any other one closes it, or its stream. */
    private void put(Signal signal) {
        if (ended) {
            return;
        }
        boolean listening = out.put(hidden(signal));
        ended = signal instanceof Outcome || !listening;
        if (ended && !(listening && signal instanceof Outcome.Complete)) {
            call.cancel();
        }
    }
}
