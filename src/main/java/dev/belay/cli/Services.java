package dev.belay.cli;

import dev.belay.config.BaseUrl;
import dev.belay.config.ProviderSettings;
import dev.belay.config.Settings;
import dev.belay.config.Spelling;
import dev.belay.provider.AfterStop;
import dev.belay.provider.Dialects;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The providers that can be asked by name: the user's own, and belay's as the config changes them. */
final class Services {

    private final Settings settings;

    Services(Settings settings) {
        this.settings = settings;
    }

    /** The user's own come first: whoever wrote them down means them. */
    List<Provider> all() {
        List<String> described = settings.providers();
        if (described.isEmpty()) {
            return Providers.ALL;
        }
        List<Provider> all = new ArrayList<>();
        for (String name : described) {
            if (Providers.of(name).isEmpty()) {
                all.add(row(name).get());
            }
        }
        for (Provider known : Providers.ALL) {
            all.add(row(known.name()).get());
        }
        return all;
    }

    /** The provider that a model's name begins with, as in {@code PROVIDER/MODEL}, or that it is. */
    Optional<Provider> of(String model) {
        int slash = model.indexOf('/');
        return row(slash < 0 ? model : model.substring(0, slash));
    }

    /** The provider whose address it is. */
    Optional<Provider> at(String baseUrl) {
        String host = BaseUrl.host(baseUrl);
        for (Provider provider : all()) {
            if (provider.baseUrl().startsWith("https:")
                    && BaseUrl.host(provider.baseUrl()).equals(host)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    /** The provider that a name leads to, also one that is an alias. */
    Optional<Provider> named(String model) {
        return of(meant(model));
    }

    List<String> aliases() {
        return settings.aliases();
    }

    /** What an alias stands for; any other name as it is. */
    String meant(String model) {
        Optional<String> target = settings.alias(model);
        if (target.isPresent() && !isPlaced(target.get())) {
            throw settings.problem(" leads nowhere: “" + target.get() + "” names no provider", "aliases", model);
        }
        return target.orElse(model);
    }

    /** Whether a name says by itself where it is asked: by its provider, or because it is the guide. */
    boolean knows(String model) {
        return isPlaced(meant(model));
    }

    private boolean isPlaced(String model) {
        return model.equals(ModelChoice.GUIDE) || of(model).isPresent();
    }

    private Optional<Provider> row(String name) {
        Optional<ProviderSettings> described = settings.provider(name);
        Optional<Provider> known = Providers.of(name);
        return described.isEmpty() ? known : Optional.of(row(described.get(), known));
    }

    private Provider row(ProviderSettings described, Optional<Provider> known) {
        Provider base = known.orElseGet(() -> blank(described.name()));
        if (described.baseUrl().isEmpty() && known.isEmpty()) {
            throw settings.problem(
                    " has no base_url, and belay knows none of this name", "providers", described.name());
        }
        return new Provider(
                base.name(),
                described.dialect().isPresent() ? dialect(described) : base.dialect(),
                described.baseUrl().orElse(base.baseUrl()),
                base.baseUrlVariable(),
                described.keyEnv().map(List::of).orElse(base.keys()),
                described.model().orElse(base.model()),
                base.choosing(),
                base.afterStop(),
                base.traits());
    }

    private static Provider blank(String name) {
        return new Provider(
                name, Dialects.CHAT, "", "", List.of(), "", Provider.Choosing.BY_KEY, AfterStop.UNKNOWN, Set.of());
    }

    private Dialects dialect(ProviderSettings described) {
        String word = described.dialect().get();
        return Dialects.named(word)
                .orElseThrow(() -> settings.problem(
                        ": there is no dialect “" + word + "”" + Spelling.advice(word, Dialects.words()),
                        "providers",
                        described.name(),
                        "dialect"));
    }
}
