package dev.belay.wire;

import dev.belay.chat.Event.Text;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The simplest protocol: each event is a piece of text, and {@code [DONE]} the end. Tells when headers have come. */
final class Words implements Protocol {

    static final String HELLO = "data: hello\n\n";
    static final String DONE = "data: [DONE]\n\n";

    private final String url;
    private final String body;
    private final CountDownLatch begun = new CountDownLatch(1);

    Words(String url, String body) {
        this.url = url;
        this.body = body;
    }

    void awaitHeaders() throws InterruptedException {
        begun.await();
    }

    @Override
    public Post post(Prompt prompt) {
        return new Post(url, Map.of("Authorization", "Bearer sk-secret"), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Decoder decoder() {
        return new Decoder() {
            @Override
            public void begin(Map<String, String> headers, Consumer<Signal> out) {
                begun.countDown();
            }

            @Override
            public void frame(String event, String data, Consumer<Signal> out) {
                out.accept(data.equals("[DONE]") ? new Complete("stop") : new Text(data));
            }

            @Override
            public void whole(String json, Consumer<Signal> out) {
                out.accept(new Text(json));
            }

            @Override
            public boolean isClosing() {
                return false;
            }

            @Override
            public Outcome ended(String tail) {
                return failed("broke off");
            }
        };
    }

    @Override
    public Failed refused(Refusal refusal) {
        return failed("HTTP " + refusal.status());
    }

    private static Failed failed(String message) {
        return new Failed(new Problem(Problem.Kind.PROTOCOL, message), Retry.NEVER);
    }

    @Override
    public String hide(String text) {
        return text;
    }
}
