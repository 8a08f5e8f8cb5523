package dev.belay.cli;

import dev.belay.chat.Exchange;
import dev.belay.chat.ProblemException;
import dev.belay.config.BadUrl;
import dev.belay.config.ModelFacts;
import dev.belay.config.ModelNames;
import dev.belay.config.ModelTable;
import dev.belay.config.Places;
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
import dev.belay.session.Session;
import dev.belay.wire.Http;
import dev.belay.wire.Reachable;
import dev.belay.wire.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns names into models that can be asked. Lives on the main thread. */
final class Models implements Model.Source {

    /** A machine without a local server must not wait for one. */
    private static final Duration LOCAL_LIMIT = Duration.ofMillis(200);

    /** Somebody answers: the first request of a cold program takes a little longer. */
    private static final Duration LOCAL_LIST_LIMIT = Duration.ofMillis(800);

    /** Where the guide is found. */
    private static final String LOOPBACK = "http://127.0.0.1";

    private static final Duration LONGEST_LIST = Duration.ofSeconds(30);

    private final Sources sources;
    private final Services services;
    private final Places places;
    private final Duration listLimit;
    private final Consumer<String> debug;
    private final Http http;
    private ModelChoice choice;
    private Optional<String> baseUrl;
    private @Nullable GuideExchange guide;
    private String opened = LOOPBACK;

    /**
     * @param baseUrl of the user's own server, if one is to be asked
     * @param dialect what is spoken, if it was said
     */
    Models(
            Sources sources,
            Options options,
            Optional<String> baseUrl,
            Optional<String> dialect,
            Consumer<String> debug) {
        Preferences preferences = new Preferences(options, sources.settings());
        this.sources = sources;
        this.choice = new ModelChoice(sources, dialect.map(Models::dialect), this::firstLocal);
        this.services = new Services(sources.settings());
        this.baseUrl = baseUrl;
        this.debug = debug;
        this.places = Places.in(sources.environment());
        Timeouts timeouts = preferences.idleTimeout().map(Timeouts::silence).orElse(Timeouts.DEFAULT);
        this.http = Http.over(new NetworkChoice(sources).network(), timeouts, debug);
        this.listLimit = preferences.timeout().orElse(LONGEST_LIST);
    }

    private static Dialects dialect(String word) {
        return Dialects.named(word)
                .orElseThrow(() -> new UsageException(
                        "--dialect: “" + word + "” is not one of " + String.join(", ", Dialects.words())));
    }

    Choice choose(Optional<String> name) {
        Choice chosen = choice.choose(name, baseUrl);
        choice.explain(chosen, debug);
        return chosen;
    }

    @Override
    public Model named(String name, Model current) {
        boolean stays = baseUrl.isPresent() || !services.knows(name);
        Optional<Provider> provider = baseUrl.isPresent() ? Optional.empty() : services.of(current.name());
        String meant = stays && provider.isPresent() ? provider.get().name() + "/" + name : name;
        Model model = open(stays ? choose(Optional.of(meant)) : choice.elsewhere(meant));
        warmUp();
        return model;
    }

    /** From here on the session's server is asked, if it has one of its own, or else none such. */
    @Override
    public Model of(Session session, Model current) {
        if (session.heading().model().isEmpty()) {
            return current;
        }
        ModelChoice former = choice;
        Optional<String> formerUrl = baseUrl;
        try {
            choice = new ModelChoice(
                    sources, nonEmpty(session.heading().dialect()).map(Models::dialect), this::firstLocal);
            baseUrl = nonEmpty(session.heading().baseUrl());
            if (baseUrl.isEmpty() && !services.knows(session.heading().model())) {
                throw new UsageException("its provider is not set up any more");
            }
            Model model = open(choose(Optional.of(session.heading().model())));
            warmUp();
            return model;
        } catch (UsageException | BadUrl | ProblemException unavailable) {
            choice = former;
            baseUrl = formerUrl;
            throw ProblemException.configuration(
                    "the session's model " + session.heading().model() + " cannot be asked: "
                            + unavailable.getMessage(),
                    "belay --session ID -m MODEL goes on with another");
        }
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Loads in the background what the first question to the model opened last will need. */
    void warmUp() {
        http.warmUp(opened);
    }

    Model open(Choice chosen) {
        opened = chosen.endpoint().map(Endpoint::baseUrl).orElse(LOOPBACK);
        http.check(opened);
        if (chosen.isGuide()) {
            return new Model(chosen.name(), Guide.MODEL, guide(), Terms.FREE, Intake.TEXT_ONLY);
        }
        Endpoint endpoint = chosen.endpoint().get();
        Terms terms = new ServiceTerms(
                () -> choice.service(chosen),
                chosen.model(),
                receipt -> new Accounts(chosen.dialect().at(endpoint), endpoint, http).of(receipt));
        return new Model(chosen.name(), chosen.model(), exchange(chosen.dialect(), endpoint), terms, intake(chosen));
    }

    /** What the table says holds for the service's own dialect. */
    private Intake intake(Choice chosen) {
        return new KnownIntake(
                () -> choice.service(chosen).filter(provider -> provider.dialect() == chosen.dialect()),
                chosen.model());
    }

    /** What the table of models says of it. */
    Optional<ModelFacts> facts(Choice chosen) {
        return chosen.isGuide()
                ? Optional.empty()
                : choice.service(chosen).flatMap(service -> ModelTable.find(service.name(), chosen.model()));
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
        return new Catalogue(this::choose, choice, baseUrl, names, new Listings(names, http, choice, listLimit));
    }

    private Exchange exchange(Dialects dialect, Endpoint endpoint) {
        return new LateExchange(() -> http.speaking(dialect.at(endpoint)));
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

    /** What a local server runs; silent when there is none. */
    private Optional<String> firstLocal(Endpoint endpoint) {
        if (!Reachable.within(LOCAL_LIMIT, endpoint.baseUrl())) {
            return Optional.empty();
        }
        try {
            Dialect dialect = Providers.OLLAMA.dialect().at(endpoint);
            Http.Fetched fetched =
                    http.fetch(dialect.listUrl(), dialect.headers()).within(LOCAL_LIST_LIMIT);
            return dialect.models(fetched.body()).stream()
                    .filter(name -> !name.contains("embed") && !name.contains("minilm"))
                    .findFirst();
        } catch (IOException | ProblemException silent) {
            return Optional.empty();
        }
    }
}
