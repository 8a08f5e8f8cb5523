package dev.belay.cli;

import dev.belay.chat.Exchange;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.Prompt;
import dev.belay.guide.Guide;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the built-in guide, which is started with the first question. Lives on one thread. */
final class GuideExchange implements Exchange {

    private final Function<String, Exchange> connect;
    private @Nullable Guide guide;
    private @Nullable Exchange exchange;

    /** @param connect makes the way to ask a server at a base URL */
    GuideExchange(Function<String, Exchange> connect) {
        this.connect = connect;
    }

    @Override
    public Call open(Prompt prompt) {
        try {
            return exchange().open(prompt);
        } catch (IOException noLoopback) {
            return new Unavailable(noLoopback);
        }
    }

    private Exchange exchange() throws IOException {
        if (exchange != null) {
            return exchange;
        }
        Guide started = Guide.start();
        Exchange way = connect.apply(started.baseUrl());
        guide = started;
        exchange = way;
        return way;
    }

    @Override
    public Optional<String> aftermath(Duration limit) {
        if (guide == null) {
            return Optional.empty();
        }
        try {
            return guide.awaitDeparture(limit)
                    .map(left ->
                            "the server stopped after " + left.sentTokens() + " of " + left.totalTokens() + " tokens");
        } catch (InterruptedException stray) {
            return Optional.empty();
        }
    }

    /** A machine without a loopback address. */
    private record Unavailable(IOException cause) implements Call {
        @Override
        public void run(Outbox out) {
            out.put(new Failed(
                    new Problem(Kind.NETWORK, "the guide cannot listen on this machine: " + cause.getMessage()),
                    Retry.NEVER));
        }

        @Override
        public void cancel() {
            // Nothing runs.
        }
    }
}
