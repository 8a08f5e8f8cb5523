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
import dev.belay.repl.Intake;
import dev.belay.repl.Listing;
import dev.belay.repl.Model;
import dev.belay.repl.Terms;
import dev.belay.wire.Http;
import dev.belay.wire.Reachable;
import dev.belay.wire.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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

    /**
     * @param baseUrl of the user's own server, if one is to be asked
     * @param dialect what is spoken, if it was said
     */
    Models(
            Environment environment,
            Places places,
            Options options,
            Optional<String> baseUrl,
            Optional<String> dialect,
            Consumer<String> debug) {
        this.choice = new ModelChoice(environment, () -> Settings.read(places.config()), dialect.map(Models::dialect), this::firstLocal);
        this.baseUrl = baseUrl;
        this.timeouts = options.duration("--idle-timeout").map(Timeouts::silence).orElse(Timeouts.DEFAULT);
        this.debug = debug;
        this.places = places;
        this.listLimit = options.duration("--timeout").orElse(LONGEST_LIST);
    }

    private static Dialects dialect(String word) {
        return Dialects.named(word)
                .orElseThrow(() -> new UsageException(
                        "--dialect: “" + word + "” is not one of " + String.join(", ", Dialects.words())));
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
            return new Model(chosen.name(), Guide.MODEL, guide(), Terms.FREE, Intake.TEXT_ONLY);
        }
        Endpoint endpoint = chosen.endpoint().get();
        Terms terms = new ServiceTerms(
                () -> Endpoints.service(chosen.provider(), endpoint.baseUrl()),
                chosen.model(),
                receipt -> new Accounts(chosen.dialect().at(endpoint), endpoint, this::http).of(receipt));
        return new Model(chosen.name(), chosen.model(), exchange(chosen.dialect(), endpoint), terms, Intake.ANYTHING);
    }

    @Override
    public Listing listing(String argument, Model current) {
        return listing(argument, Optional.of(current.name()));
    }

    /**
     * What is offered where a model is asked, or by the provider that the argument begins with. Where that one is not set
     * up it is taken for part of a name: routers have the models of others.
     *
     * @param model empty for the one that would be asked
     */
    Listing listing(String argument, Optional<String> model) {
        int slash = argument.indexOf('/');
        Optional<Provider> provider = baseUrl.isPresent() ? Optional.empty() : Providers.of(argument);
        if (provider.isEmpty() || slash < 0) {
            return listings().of(place(model), argument, provider.isEmpty() ? "" : argument + "/ lists another provider's");
        }
        try {
            return listings().of(choice.place(provider.get()), argument.substring(slash + 1), "");
        } catch (ProblemException notSetUp) {
            Choice otherwise = place(model);
            if (otherwise.isGuide()) {
                throw notSetUp;
            }
            return listings().of(otherwise, argument, notSetUp.problem().sentence());
        }
    }

    /** What is offered where a model is asked, whatever the filter begins with. */
    Listing listingOf(String model, String filter) {
        return listings().of(place(Optional.of(model)), filter, "");
    }

    private Listings listings() {
        return new Listings(new ModelNames(places.models()), this::http, listLimit);
    }

    /** Where a model is asked: a provider need not have one that is asked unnamed. */
    private Choice place(Optional<String> model) {
        Optional<Provider> provider = baseUrl.isPresent() ? Optional.empty() : model.flatMap(Providers::of);
        return provider.isPresent() ? choice.place(provider.get()) : choose(model);
    }

    @Override
    public List<String> known(Model current) {
        ModelNames names = new ModelNames(places.models());
        List<String> known = new ArrayList<>();
        if (baseUrl.isPresent()) {
            known.addAll(names.of(new Endpoint(baseUrl.get(), Optional.empty(), "").baseUrl()));
            return known;
        }
        known.add(Guide.MODEL);
        String here = Providers.of(current.name()).map(Provider::name).orElse("");
        for (Provider provider : Providers.ALL) {
            known.add(provider.name() + "/");
            for (String name : names.of(provider.name())) {
                known.add(provider.name() + "/" + name);
                if (provider.name().equals(here) && Providers.of(name).isEmpty()) {
                    known.add(name);
                }
            }
        }
        return known;
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
