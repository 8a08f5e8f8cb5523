package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.Environment;
import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import dev.belay.provider.OllamaHost;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.provider.Secret;
import dev.belay.provider.Trait;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts addresses, keys and headers together from the provider's row and the environment. */
final class Endpoints {

    private static final String CUSTOM_HEADERS = "ANTHROPIC_CUSTOM_HEADERS";

    private final Environment environment;

    Endpoints(Environment environment) {
        this.environment = environment;
    }

    /** Whether the environment holds a key of this provider's. */
    boolean hasKey(Provider provider) {
        return keyVariable(provider).isPresent();
    }

    /**
     * Where this provider is asked.
     *
     * @throws ProblemException when its key or its address is not known
     */
    Endpoint of(Provider provider) {
        Optional<String> replaced = environment.get(provider.baseUrlVariable());
        if (provider.equals(Providers.OLLAMA)) {
            return at(BaseUrl.checked(OllamaHost.baseUrl(replaced)), provider);
        }
        if (replaced.isEmpty() && provider.baseUrl().isEmpty()) {
            throw ProblemException.configuration(
                    "the address of " + provider.name() + " is not known", "set it in " + provider.baseUrlVariable());
        }
        boolean local = provider.baseUrl().startsWith("http:");
        if (replaced.isEmpty() && !local && !hasKey(provider)) {
            throw ProblemException.configuration(
                    "there is no key for " + provider.name(), "set it in " + provider.keys().get(0));
        }
        String baseUrl = replaced.map(BaseUrl::checked).orElse(provider.baseUrl());
        return at(provider.equals(Providers.AZURE) ? azure(baseUrl) : baseUrl, provider);
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
        Optional<Provider> owner = owner(url);
        if (owner.isPresent()) {
            return at(url, owner.get());
        }
        Provider home = Providers.home(dialect);
        Map<String, Secret> headers = home.equals(Providers.ANTHROPIC) ? anthropicHeaders() : Map.of();
        return new Endpoint(url, "", key(home), keyName(home), headers, bearer(home));
    }

    /** The known service of this name, or else the one whose address it is. */
    static Optional<Provider> service(String name, String baseUrl) {
        Optional<Provider> named = name.isEmpty() ? Optional.empty() : Providers.of(name);
        return named.isPresent() ? named : owner(baseUrl);
    }

    private static Optional<Provider> owner(String baseUrl) {
        String host = BaseUrl.host(baseUrl);
        for (Provider provider : Providers.ALL) {
            if (provider.baseUrl().startsWith("https:") && BaseUrl.host(provider.baseUrl()).equals(host)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
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
        return provider.equals(Providers.AZURE)
                ? environment.get("OPENAI_API_VERSION").map(version -> "api-version=" + version.strip()).orElse("")
                : "";
    }

    private Map<String, Secret> headers(Provider provider) {
        if (provider.equals(Providers.ANTHROPIC)) {
            return anthropicHeaders();
        }
        Map<String, Secret> headers = new LinkedHashMap<>();
        if (provider.equals(Providers.OPENAI)) {
            environment.get("OPENAI_ORG_ID").ifPresent(id -> headers.put("OpenAI-Organization", secret("OPENAI_ORG_ID", id)));
            environment.get("OPENAI_PROJECT_ID").ifPresent(id -> headers.put("OpenAI-Project", secret("OPENAI_PROJECT_ID", id)));
        }
        return headers;
    }

    private Map<String, Secret> anthropicHeaders() {
        return environment.get(CUSTOM_HEADERS)
                .map(lines -> HeaderLines.read(CUSTOM_HEADERS, lines))
                .orElse(Map.of());
    }

    private Optional<String> keyVariable(Provider provider) {
        for (String variable : provider.keys()) {
            if (environment.get(variable).isPresent()) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    private String keyName(Provider provider) {
        return keyVariable(provider).orElse(provider.keys().isEmpty() ? "" : provider.keys().get(0));
    }

    private Optional<Secret> key(Provider provider) {
        return keyVariable(provider).map(variable -> secret(variable, environment.get(variable).get()));
    }

    private static Secret secret(String variable, String value) {
        if (!value.strip().chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw ProblemException.configuration(
                    variable + " holds a character that no key has", "copy the key again, without blanks and dots");
        }
        return new Secret(value);
    }
}
