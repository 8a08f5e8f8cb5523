package dev.belay.cli;

import dev.belay.chat.Exchange;
import dev.belay.chat.ProblemException;
import dev.belay.guide.Guide;
import dev.belay.provider.Dialect;
import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.repl.Model;
import dev.belay.wire.Http;
import dev.belay.wire.Reachable;
import dev.belay.wire.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns names into models that can be asked. */
final class Models implements Model.Source {

    /** A machine without a local server must not wait for one. */
    private static final Duration LOCAL_LIMIT = Duration.ofMillis(200);

    /** Somebody answers: the first request of a cold program takes a little longer. */
    private static final Duration LOCAL_LIST_LIMIT = Duration.ofMillis(800);

    private static final Duration LONGEST_LIST = Duration.ofSeconds(30);

    private final ModelChoice choice;
    private final Services services;
    private final Optional<String> baseUrl;
    private final Timeouts timeouts;
    private final Duration listLimit;
    private final Consumer<String> debug;
    private GuideExchange guide;

    /** @param baseUrl of the user's own server, if one is to be asked */
    Models(Sources sources, Options options, Optional<String> baseUrl, Consumer<String> debug) {
        Preferences preferences = new Preferences(options, sources.settings());
        this.choice = new ModelChoice(sources, dialect(options), this::firstLocal);
        this.services = new Services(sources.settings());
        this.baseUrl = baseUrl;
        this.timeouts = preferences.idleTimeout().map(Timeouts::silence).orElse(Timeouts.DEFAULT);
        this.debug = debug;
        this.listLimit = preferences.timeout().orElse(LONGEST_LIST);
    }

    private static Optional<Dialects> dialect(Options options) {
        return options.text("--dialect").isEmpty()
                ? Optional.empty()
                : Dialects.named(options.oneOf("--dialect", Dialects.words().toArray(new String[0])));
    }

    Choice choose(Optional<String> name) {
        Choice chosen = choice.choose(name, baseUrl);
        choice.explain(chosen, debug);
        return chosen;
    }

    @Override
    public Model named(String name, Model current) {
        boolean stays = baseUrl.isEmpty() && !services.knows(name);
        Optional<Provider> provider = services.of(current.name());
        return open(choose(Optional.of(stays && provider.isPresent() ? provider.get().name() + "/" + name : name)));
    }

    Model open(Choice chosen) {
        return chosen.endpoint()
                .map(endpoint -> new Model(chosen.name(), chosen.model(), exchange(chosen.dialect(), endpoint)))
                .orElseGet(() -> new Model(chosen.name(), Guide.MODEL, guide()));
    }

    /** The models that the chosen endpoint offers. */
    List<String> list(Choice chosen) throws IOException {
        return chosen.isGuide()
                ? List.of(Guide.MODEL)
                : list(chosen.dialect(), chosen.endpoint().get(), listLimit).stream().sorted().toList();
    }

    private List<String> list(Dialects dialects, Endpoint endpoint, Duration limit) throws IOException {
        Dialect dialect = dialects.at(endpoint);
        Http.Fetched fetched = http(endpoint).get(dialect.listUrl(), dialect.headers(), limit);
        if (fetched.refusal() != null) {
            throw new ProblemException(dialect.refused(fetched.refusal()).problem());
        }
        return dialect.models(fetched.body());
    }

    private Exchange exchange(Dialects dialect, Endpoint endpoint) {
        return new LateExchange(() -> http(endpoint).speaking(dialect.at(endpoint)));
    }

    /** One guide for the whole program, whenever it is chosen again. */
    private Exchange guide() {
        if (guide == null) {
            guide = new GuideExchange(this::loopback);
        }
        return guide;
    }

    private Exchange loopback(String url) {
        return exchange(Dialects.CHAT, new Endpoint(url, Optional.empty(), ""));
    }

    private Http http(Endpoint endpoint) {
        return Http.connecting(endpoint.baseUrl(), timeouts, debug);
    }

    /** What a local server runs; silent when there is none. */
    private Optional<String> firstLocal(Endpoint endpoint) {
        if (!Reachable.within(LOCAL_LIMIT, endpoint.baseUrl())) {
            return Optional.empty();
        }
        try {
            return list(Providers.OLLAMA.dialect(), endpoint, LOCAL_LIST_LIMIT).stream()
                    .filter(name -> !name.contains("embed") && !name.contains("minilm"))
                    .findFirst();
        } catch (IOException | ProblemException silent) {
            return Optional.empty();
        }
    }
}
