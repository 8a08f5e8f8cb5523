package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.Environment;
import dev.belay.config.Settings;
import dev.belay.cli.Choice.Origin;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.provider.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the model to ask: option, variable, config, key, local server, and at last the guide. */
public final class ModelChoice {

    /** The name of the built-in guide, as provider and as model. */
    public static final String GUIDE = "guide";

    /** What a server of the user's own is asked for when no model is named: those with a single one do not care. */
    private static final String ANY = "default";

    private static final int LAST_PORT = 65_535;

    private final Environment environment;
    private final Supplier<Settings> settings;
    private final LocalModels local;

    /** Asks a local server for a model, and must not take long. */
    public interface LocalModels {
        Optional<String> first(Endpoint endpoint);
    }

    public ModelChoice(Environment environment, Supplier<Settings> settings, LocalModels local) {
        this.environment = environment;
        this.settings = settings;
        this.local = local;
    }

    /**
     * The choice for these options.
     *
     * @throws ProblemException when what is named cannot be
     */
    public Choice choose(Optional<String> model, Optional<String> baseUrl) {
        if (baseUrl.isPresent()) {
            String name = model.or(() -> environment.get("BELAY_MODEL")).orElse(ANY);
            return new Choice("", name, Optional.of(own(baseUrl.get())), Origin.OPTION);
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

    /** A base URL that is no provider's own: the common variable's key goes along, as with every such client. */
    private Endpoint own(String baseUrl) {
        String url = checked(baseUrl);
        String host = host(url);
        for (Provider provider : Providers.ALL) {
            if (host(provider.baseUrl()).equals(host) && provider != Providers.OLLAMA) {
                return endpoint(provider, url);
            }
        }
        return endpoint(Providers.OPENAI, url);
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
            return new Choice(provider.get().name(), model, Optional.of(endpoint(provider.get())), origin);
        }
        Provider known = firstWithKey()
                .orElseThrow(() -> ProblemException.configuration(
                        "no provider for model “" + name + "”: no key is in the environment",
                        "write PROVIDER/MODEL, or set a key such as OPENAI_API_KEY, or give --base-url"));
        return new Choice(known.name(), name, Optional.of(endpoint(known)), origin);
    }

    private Choice unnamed() {
        Optional<Provider> keyed = firstWithKey();
        if (keyed.isPresent()) {
            Provider provider = keyed.get();
            return new Choice(provider.name(), provider.model(), Optional.of(endpoint(provider)), Origin.KEY);
        }
        Endpoint ollama = endpoint(Providers.OLLAMA);
        return local.first(ollama)
                .map(model -> new Choice("ollama", model, Optional.of(ollama), Origin.LOCAL))
                .orElseGet(() -> Choice.guide(Origin.NOTHING));
    }

    private String defaultModel(Provider provider) {
        if (!provider.model().isEmpty()) {
            return provider.model();
        }
        return local.first(endpoint(provider))
                .orElseThrow(() -> ProblemException.configuration(
                        provider.name() + " names no model", "write " + provider.name() + "/MODEL"));
    }

    private Optional<Provider> firstWithKey() {
        for (Provider provider : Providers.ALL) {
            if (provider != Providers.OLLAMA && key(provider).isPresent()) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    private Optional<Secret> key(Provider provider) {
        for (String variable : provider.keys()) {
            Optional<String> value = environment.get(variable);
            if (value.isPresent()) {
                return Optional.of(secret(variable, value.get()));
            }
        }
        return Optional.empty();
    }

    private static Secret secret(String variable, String value) {
        if (!value.strip().chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw ProblemException.configuration(
                    variable + " holds a character that no key has", "copy the key again, without blanks and dots");
        }
        return new Secret(value);
    }

    private Endpoint endpoint(Provider provider) {
        Optional<String> replaced = environment.get(provider.baseUrlVariable());
        if (provider == Providers.OLLAMA) {
            return endpoint(provider, checked(OllamaHost.baseUrl(replaced)));
        }
        if (replaced.isEmpty() && key(provider).isEmpty()) {
            throw ProblemException.configuration(
                    "there is no key for " + provider.name(), "set it in " + provider.keys().get(0));
        }
        return endpoint(provider, replaced.map(ModelChoice::checked).orElse(provider.baseUrl()));
    }

    private Endpoint endpoint(Provider provider, String baseUrl) {
        return new Endpoint(baseUrl, key(provider), provider.keys().get(0));
    }

    private static String checked(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = String.valueOf(uri.getScheme());
            String authority = uri.getRawAuthority();
            boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            if (http && authority != null && authority.matches(AUTHORITY) && port(authority) <= LAST_PORT) {
                return plain(uri, url.strip());
            }
        } catch (URISyntaxException broken) {
            // Said below, in the same words.
        }
        throw new BadUrl(url);
    }

    /** Names with an underscore are no hosts to java.net.URI, but they are to container tools. */
    private static final String AUTHORITY = "(\\[[0-9A-Fa-f:.%]+\\]|[^:@\\[\\]]+)(:\\d{1,6})?|.*@.*";

    private static int port(String authority) {
        int colon = authority.lastIndexOf(':');
        String digits = authority.substring(colon + 1);
        return colon < 0 || !digits.matches("\\d{1,6}") ? 0 : Integer.parseInt(digits);
    }

    /** An address that may be shown and saved: one with a password or a query in it may not. */
    private static String plain(URI uri, String url) {
        if (uri.getRawAuthority().contains("@") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new BadUrl();
        }
        return url;
    }

    private static String host(String url) {
        String authority = URI.create(url).getRawAuthority().toLowerCase(Locale.ROOT);
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }
}
