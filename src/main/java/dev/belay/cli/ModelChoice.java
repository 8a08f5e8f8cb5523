package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.cli.Choice.Origin;
import dev.belay.config.Keys;
import dev.belay.config.Role;
import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds the model to ask: option, variable, config, key, local server, and at last the guide. */
public final class ModelChoice {

    /** The name of the built-in guide, as provider and as model. */
    public static final String GUIDE = "guide";

    /** What a server of the user's own is asked for when no model is named: those with a single one do not care. */
    private static final String ANY = "default";

    private final Sources sources;
    private final Services services;
    private final Optional<Dialects> dialect;
    private final LocalModels local;
    private final Endpoints endpoints;

    /** Asks a local server for a model, and must not take long. */
    public interface LocalModels {
        Optional<String> first(Endpoint endpoint);
    }

    /** @param dialect asked for by {@code --dialect}; it goes before a provider's own */
    ModelChoice(Sources sources, Optional<Dialects> dialect, LocalModels local) {
        this.sources = sources;
        this.services = new Services(sources.settings());
        this.dialect = dialect;
        this.local = local;
        this.endpoints = new Endpoints(sources);
    }

    /**
     * The choice for these options.
     *
     * @throws ProblemException when what is named cannot be
     */
    public Choice choose(Optional<String> model, Optional<String> baseUrl) {
        if (baseUrl.isPresent()) {
            String name =
                    model.or(() -> sources.environment().get("BELAY_MODEL")).orElse(ANY);
            Dialects spoken = dialect.orElse(Dialects.CHAT);
            return new Choice("", spoken, name, Optional.of(endpoints.own(baseUrl.get(), spoken)), Origin.OPTION);
        }
        if (model.isPresent()) {
            return named(model.get(), Origin.OPTION);
        }
        Optional<String> variable = sources.environment().get("BELAY_MODEL");
        if (variable.isPresent()) {
            return named(variable.get(), Origin.VARIABLE);
        }
        Optional<String> played = sources.role().flatMap(Role::model);
        if (played.isPresent()) {
            return named(played.get(), Origin.ROLE);
        }
        Optional<String> configured = sources.settings().get(Keys.MODEL);
        return configured.isPresent() ? named(configured.get(), Origin.CONFIG) : unnamed();
    }

    /**
     * A provider as such, whichever its models are.
     *
     * @throws ProblemException when its key or its address is not known
     */
    Choice place(Provider provider) {
        return choice(provider, "", Origin.OPTION);
    }

    /** The choice of a model that names its provider, which speaks as it always does. */
    Choice elsewhere(String model) {
        return new ModelChoice(sources, Optional.empty(), local).named(model, Origin.OPTION);
    }

    /** The providers that can be named. */
    Services services() {
        return services;
    }

    /** The known service that a choice is about, by its name or by its address. */
    Optional<Provider> service(Choice where) {
        return endpoints.service(where.provider(), where.endpoint().get().baseUrl());
    }

    /** An alias, {@code PROVIDER/MODEL}, {@code PROVIDER} alone, or a model of the provider whose key is there. */
    private Choice named(String given, Origin origin) {
        String name = services.meant(given);
        if (name.equals(GUIDE)) {
            return Choice.guide(origin);
        }
        int slash = name.indexOf('/');
        Optional<Provider> provider = services.of(name);
        if (provider.isPresent()) {
            String model = slash < 0 ? defaultModel(provider.get()) : name.substring(slash + 1);
            return choice(provider.get(), model, origin);
        }
        Provider known = firstWithKey(any -> true)
                .orElseThrow(() -> ProblemException.configuration(
                        "no provider for model “" + name + "”: no key is in the environment",
                        "write PROVIDER/MODEL, or set a key such as OPENAI_API_KEY, or give --base-url"));
        return choice(known, name, origin);
    }

    private Choice choice(Provider provider, String model, Origin origin) {
        Dialects spoken = dialect.orElse(provider.dialect());
        return new Choice(provider.name(), spoken, model, Optional.of(endpoints.of(provider)), origin);
    }

    private Choice unnamed() {
        Optional<Provider> keyed = firstWithKey(provider -> !provider.model().isEmpty());
        if (keyed.isPresent()) {
            return choice(keyed.get(), keyed.get().model(), Origin.KEY);
        }
        Provider ollama = services.of(Providers.OLLAMA.name()).get();
        return local.first(endpoints.of(ollama))
                .map(model -> choice(ollama, model, Origin.LOCAL))
                .orElseGet(() -> Choice.guide(Origin.NOTHING));
    }

    private String defaultModel(Provider provider) {
        if (!provider.model().isEmpty()) {
            return provider.model();
        }
        Optional<String> running = provider.name().equals(Providers.OLLAMA.name())
                ? local.first(endpoints.of(provider))
                : Optional.empty();
        return running.orElseThrow(() -> ProblemException.configuration(
                provider.name() + " names no model", "write " + provider.name() + "/MODEL"));
    }

    private Optional<Provider> firstWithKey(Predicate<Provider> fits) {
        for (Provider provider : services.all()) {
            boolean isOffered = provider.choosing() == Provider.Choosing.BY_KEY && endpoints.hasKey(provider);
            if (isOffered && fits.test(provider)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    /** Says of each part of a choice where it comes from. */
    void explain(Choice choice, Consumer<String> debug) {
        debug.accept("model " + choice.name() + ": " + choice.origin().words());
        if (choice.endpoint().isPresent()) {
            Endpoint endpoint = choice.endpoint().get();
            Optional<Provider> provider = services.of(choice.provider());
            String origin = provider.map(endpoints::origin).orElse("given with it");
            debug.accept("base URL " + endpoint.baseUrl() + ": " + origin);
            debug.accept("key: " + (endpoint.key().isPresent() ? endpoint.keyName() : "none"));
        }
    }
}
