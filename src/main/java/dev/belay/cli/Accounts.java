package dev.belay.cli;

import dev.belay.chat.Errand;
import dev.belay.chat.Limits;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.Usage;
import dev.belay.provider.Dialect;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Receipts;
import dev.belay.wire.Http;
import dev.belay.wire.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a provider what a stopped answer came to in its books.
 *
 * @param http the program's client
 */
record Accounts(Dialect dialect, Endpoint endpoint, Http http) {

    /** The account may come a second or two after the answer. */
    private static final Limits LIMITS = new Limits(Optional.of(Duration.ofSeconds(6)), 4);

    private static final Duration BETWEEN = Duration.ofMillis(400);

    /** Empty where no such books are kept. */
    Optional<Errand<Usage>> of(String receipt) {
        return Receipts.url(endpoint, receipt).map(url -> new Errand<>(() -> inquiry(url), LIMITS));
    }

    private Inquiry<Usage> inquiry(String url) {
        return new Inquiry<>(endpoint.baseUrl(), http.fetch(url, dialect.headers()), this::refused, Receipts::usage);
    }

    private Failed refused(Refusal refusal) {
        return refusal.status() == 404
                ? new Failed(
                        new Problem(
                                Kind.NOT_FOUND,
                                "the provider has no account of a stopped answer yet",
                                "/usage asks again"),
                        Retry.after(BETWEEN))
                : dialect.refused(refusal);
    }
}
