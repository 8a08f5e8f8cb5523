package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.BaseUrl;
import dev.belay.config.Environment;
import dev.belay.config.ProviderSettings;
import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import dev.belay.provider.OllamaHost;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.provider.Secret;
import dev.belay.provider.Trait;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts addresses, keys and headers together from the provider's row, the environment and the config. */
final class Endpoints {

    private static final String CUSTOM_HEADERS = "ANTHROPIC_CUSTOM_HEADERS";

    private final Environment environment;
    private final Sources sources;
    private final Services services;
    private final Map<String, Secret> told = new HashMap<>();

    Endpoints(Sources sources) {
        this.environment = sources.environment();
        this.sources = sources;
        this.services = new Services(sources.settings());
    }

    /** Whether there is a key of this provider's, in the environment or from a command. */
    boolean hasKey(Provider provider) {
        return keyVariable(provider).isPresent() || keyCommand(provider).isPresent();
    }

    /**
     * Where this provider is asked.
     *
     * @throws ProblemException when its key or its address is not known
     */
    Endpoint of(Provider provider) {
        Optional<String> replaced = environment.get(provider.baseUrlVariable());
        boolean moved = replaced.isEmpty()
                && described(provider).flatMap(ProviderSettings::baseUrl).isPresent();
        if (is(provider, Providers.OLLAMA) && !moved) {
            return at(BaseUrl.checked(OllamaHost.baseUrl(replaced)), provider);
        }
        if (replaced.isEmpty() && provider.baseUrl().isEmpty()) {
            throw ProblemException.configuration(
                    "the address of " + provider.name() + " is not known", "set it in " + provider.baseUrlVariable());
        }
        boolean local = provider.baseUrl().startsWith("http:");
        boolean keyless = provider.keys().isEmpty();
        if (replaced.isEmpty() && !local && !keyless && !hasKey(provider)) {
            throw ProblemException.configuration(
                    "there is no key for " + provider.name(),
                    "set it in " + provider.keys().get(0));
        }
        String baseUrl = replaced.map(BaseUrl::checked).orElse(provider.baseUrl());
        return at(is(provider, Providers.AZURE) ? azure(baseUrl) : baseUrl, provider);
    }

    /** What decided where this provider is asked. */
    String origin(Provider provider) {
        if (environment.get(provider.baseUrlVariable()).isPresent()) {
            return "from " + provider.baseUrlVariable();
        }
        return described(provider).flatMap(ProviderSettings::baseUrl).isPresent() ? "from the config" : "built in";
    }

    private static String azure(String resource) {
        return resource.contains("/openai") ? resource : resource.replaceAll("/+$", "") + "/openai/v1";
    }

    /**
     * A base URL that is no provider's own: the key of whoever's dialect it is goes along, as with every such client, but
     * never one provider's key to another.
     */
    Endpoint own(String baseUrl, Dialects dialect) {
        String url = BaseUrl.checked(baseUrl);
        Optional<Provider> owner = services.at(url);
        if (owner.isPresent()) {
            return at(url, owner.get());
        }
        Provider home = Providers.home(dialect);
        Map<String, Secret> headers = is(home, Providers.ANTHROPIC) ? anthropicHeaders() : Map.of();
        return new Endpoint(url, "", keyVariable(home).map(this::secretIn), keyName(home), headers, bearer(home));
    }

    /** The service of this name, or else the one whose address it is. */
    Optional<Provider> service(String name, String baseUrl) {
        Optional<Provider> named = name.isEmpty() ? Optional.empty() : services.of(name);
        return named.isPresent() ? named : services.at(baseUrl);
    }

    /** Whether it is this one, even if the config has changed it. */
    private static boolean is(Provider provider, Provider known) {
        return provider.name().equals(known.name());
    }

    private Optional<ProviderSettings> described(Provider provider) {
        return sources.settings().provider(provider.name());
    }

    private Endpoint at(String baseUrl, Provider provider) {
        Set<Trait> traits = bearer(provider);
        traits.addAll(provider.traits());
        return new Endpoint(baseUrl, query(provider), key(provider), keyName(provider), headers(provider), traits);
    }

    private Set<Trait> bearer(Provider provider) {
        boolean token = keyVariable(provider).orElse("").endsWith("_TOKEN");
        return token ? EnumSet.of(Trait.BEARER_TOKEN) : EnumSet.noneOf(Trait.class);
    }

    private String query(Provider provider) {
        return is(provider, Providers.AZURE)
                ? environment
                        .get("OPENAI_API_VERSION")
                        .map(version -> "api-version=" + version.strip())
                        .orElse("")
                : "";
    }

    private Map<String, Secret> headers(Provider provider) {
        if (is(provider, Providers.ANTHROPIC)) {
            return anthropicHeaders();
        }
        Map<String, Secret> headers = new LinkedHashMap<>();
        if (is(provider, Providers.OPENAI)) {
            environment
                    .get("OPENAI_ORG_ID")
                    .ifPresent(id -> headers.put("OpenAI-Organization", secret("OPENAI_ORG_ID", id)));
            environment
                    .get("OPENAI_PROJECT_ID")
                    .ifPresent(id -> headers.put("OpenAI-Project", secret("OPENAI_PROJECT_ID", id)));
        }
        described(provider)
                .ifPresent(own -> own.headers().forEach((name, value) -> headers.put(name, new Secret(value))));
        return headers;
    }

    private Map<String, Secret> anthropicHeaders() {
        return environment
                .get(CUSTOM_HEADERS)
                .map(lines -> HeaderLines.read(CUSTOM_HEADERS, lines))
                .orElse(Map.of());
    }

    private Optional<String> keyVariable(Provider provider) {
        return keyVariable(provider, environment);
    }

    /** The variable that holds a key of this provider's. */
    static Optional<String> keyVariable(Provider provider, Environment environment) {
        for (String variable : provider.keys()) {
            if (environment.get(variable).isPresent()) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    private Optional<String> keyCommand(Provider provider) {
        return described(provider).flatMap(ProviderSettings::keyCommand);
    }

    private String keyName(Provider provider) {
        Optional<String> variable = keyVariable(provider);
        if (variable.isEmpty() && keyCommand(provider).isPresent()) {
            return "the key_command of " + provider.name();
        }
        return variable.orElse(provider.keys().isEmpty() ? "" : provider.keys().get(0));
    }

    /** The environment goes before the config; a command is run once. */
    private Optional<Secret> key(Provider provider) {
        Optional<String> variable = keyVariable(provider);
        Optional<String> command = variable.isEmpty() ? keyCommand(provider) : Optional.empty();
        if (command.isEmpty()) {
            return variable.map(this::secretIn);
        }
        Secret known = told.get(provider.name());
        if (known == null) {
            String key = sources.keys().key(provider.name(), command.get());
            known = secret("what the key_command of " + provider.name() + " printed", key);
            told.put(provider.name(), known);
        }
        return Optional.of(known);
    }

    private Secret secretIn(String variable) {
        return secret(variable, environment.get(variable).get());
    }

    private static Secret secret(String variable, String value) {
        if (!value.strip().chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw ProblemException.configuration(
                    variable + " holds a character that no key has", "copy the key again, without blanks and dots");
        }
        return new Secret(value);
    }
}
