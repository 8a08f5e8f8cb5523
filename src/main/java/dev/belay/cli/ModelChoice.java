package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.cli.Choice.Origin;
import dev.belay.config.Environment;
import dev.belay.config.Settings;
import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the model to ask: option, variable, config, key, local server, and at last the guide. */
public final class ModelChoice {

    /** The name of the built-in guide, as provider and as model. */
    public static final String GUIDE = "guide";

    /** What a server of the user's own is asked for when no model is named: those with a single one do not care. */
    private static final String ANY = "default";

    private final Environment environment;
    private final Supplier<Settings> settings;
    private final Optional<Dialects> dialect;
    private final LocalModels local;
    private final Endpoints endpoints;

    /** Asks a local server for a model, and must not take long. */
    public interface LocalModels {
        Optional<String> first(Endpoint endpoint);
    }

    /** @param dialect asked for by {@code --dialect}; it goes before a provider's own */
    public ModelChoice(
            Environment environment, Supplier<Settings> settings, Optional<Dialects> dialect, LocalModels local) {
        this.environment = environment;
        this.settings = settings;
        this.dialect = dialect;
        this.local = local;
        this.endpoints = new Endpoints(environment);
    }

    /**
     * The choice for these options.
     *
     * @throws ProblemException when what is named cannot be
     */
    public Choice choose(Optional<String> model, Optional<String> baseUrl) {
        if (baseUrl.isPresent()) {
            String name = model.or(() -> environment.get("BELAY_MODEL")).orElse(ANY);
            Dialects spoken = dialect.orElse(Dialects.CHAT);
            return new Choice("", spoken, name, Optional.of(endpoints.own(baseUrl.get(), spoken)), Origin.OPTION);
        }
        if (model.isPresent()) {
            return named(model.get(), Origin.OPTION);
        }
        Optional<String> variable = environment.get("BELAY_MODEL");
        if (variable.isPresent()) {
            return named(variable.get(), Origin.VARIABLE);
        }
        Optional<String> configured = settings.get().model();
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

    /** {@code PROVIDER/MODEL}, {@code PROVIDER} alone, or a model of the provider whose key is there. */
    private Choice named(String name, Origin origin) {
        if (name.equals(GUIDE)) {
            return Choice.guide(origin);
        }
        int slash = name.indexOf('/');
        Optional<Provider> provider = Providers.of(name);
        if (provider.isPresent()) {
            String model = slash < 0 ? defaultModel(provider.get()) : name.substring(slash + 1);
            return choice(provider.get(), model, origin);
        }
        Provider known = firstWithKey()
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
        Optional<Provider> keyed = firstWithKey();
        if (keyed.isPresent()) {
            return choice(keyed.get(), keyed.get().model(), Origin.KEY);
        }
        return local.first(endpoints.of(Providers.OLLAMA))
                .map(model -> choice(Providers.OLLAMA, model, Origin.LOCAL))
                .orElseGet(() -> Choice.guide(Origin.NOTHING));
    }

    private String defaultModel(Provider provider) {
        if (!provider.model().isEmpty()) {
            return provider.model();
        }
        Optional<String> running =
                provider.equals(Providers.OLLAMA) ? local.first(endpoints.of(provider)) : Optional.empty();
        return running.orElseThrow(() -> ProblemException.configuration(
                provider.name() + " names no model", "write " + provider.name() + "/MODEL"));
    }

    private Optional<Provider> firstWithKey() {
        for (Provider provider : Providers.ALL) {
            if (provider.choosing() == Provider.Choosing.BY_KEY && endpoints.hasKey(provider)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
