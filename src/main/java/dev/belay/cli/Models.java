package dev.belay.cli;

import dev.belay.chat.Exchange;
import dev.belay.chat.ProblemException;
import dev.belay.config.Environment;
import dev.belay.config.ModelNames;
import dev.belay.config.Places;
import dev.belay.config.Settings;
import dev.belay.guide.Guide;
import dev.belay.provider.Dialect;
import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.repl.Listing;
import dev.belay.repl.Model;
import dev.belay.repl.Terms;
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
    private final Optional<String> baseUrl;
    private final Timeouts timeouts;
    private final Places places;
    private final Duration listLimit;
    private final Consumer<String> debug;
    private GuideExchange guide;

    /** @param baseUrl of the user's own server, if one is to be asked */
    Models(
            Environment environment,
            Places places,
            Options options,
            Optional<String> baseUrl,
            Consumer<String> debug) {
        this.choice = new ModelChoice(environment, () -> Settings.read(places.config()), dialect(options), this::firstLocal);
        this.baseUrl = baseUrl;
        this.timeouts = options.duration("--idle-timeout").map(Timeouts::silence).orElse(Timeouts.DEFAULT);
        this.debug = debug;
        this.places = places;
        this.listLimit = options.duration("--timeout").orElse(LONGEST_LIST);
    }

    private static Optional<Dialects> dialect(Options options) {
        return options.text("--dialect").isEmpty()
                ? Optional.empty()
                : Dialects.named(options.oneOf("--dialect", Dialects.words().toArray(new String[0])));
    }

    Choice choose(Optional<String> name) {
        Choice chosen = choice.choose(name, baseUrl);
        debug.accept("model " + chosen.name() + ": " + chosen.origin().words());
        return chosen;
    }

    @Override
    public Model named(String name, Model current) {
        boolean stays = baseUrl.isEmpty() && Providers.of(name).isEmpty() && !name.equals(Guide.MODEL);
        Optional<Provider> provider = Providers.of(current.name());
        return open(choose(Optional.of(stays && provider.isPresent() ? provider.get().name() + "/" + name : name)));
    }

    Model open(Choice chosen) {
        if (chosen.isGuide()) {
            return new Model(chosen.name(), Guide.MODEL, guide(), Terms.FREE);
        }
        Endpoint endpoint = chosen.endpoint().get();
        Terms terms = new ServiceTerms(
                () -> Endpoints.service(chosen.provider(), endpoint.baseUrl()),
                chosen.model(),
                receipt -> new Accounts(chosen.dialect().at(endpoint), endpoint, this::http).of(receipt));
        return new Model(chosen.name(), chosen.model(), exchange(chosen.dialect(), endpoint), terms);
    }

    @Override
    public Listing listing(String argument, Model current) {
        return catalogue().listing(argument, Optional.of(current.name()));
    }

    @Override
    public List<String> known(Model current) {
        return catalogue().known(current.name());
    }

    Catalogue catalogue() {
        ModelNames names = new ModelNames(places.models());
        return new Catalogue(this::choose, choice, baseUrl, names, new Listings(names, this::http, listLimit));
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
            Dialect dialect = Providers.OLLAMA.dialect().at(endpoint);
            Http.Fetched fetched = http(endpoint).fetch(dialect.listUrl(), dialect.headers()).within(LOCAL_LIST_LIMIT);
            return dialect.models(fetched.body()).stream()
                    .filter(name -> !name.contains("embed") && !name.contains("minilm"))
                    .findFirst();
        } catch (IOException | ProblemException silent) {
            return Optional.empty();
        }
    }
}
