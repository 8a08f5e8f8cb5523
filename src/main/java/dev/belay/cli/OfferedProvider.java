package dev.belay.cli;

import dev.belay.config.Environment;
import dev.belay.config.ModelNames;
import dev.belay.config.Settings;
import dev.belay.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A provider as a shell offers it.
 *
 * @param why it is offered, in a few words; empty for one that is not set up
 */
record OfferedProvider(String name, String why) {

    /** Those that are set up; whoever begins to type another means that one. */
    static List<OfferedProvider> beginning(String word, Settings settings, Environment environment, ModelNames names) {
        List<OfferedProvider> ready = new ArrayList<>();
        List<OfferedProvider> others = new ArrayList<>();
        for (Provider provider : new Services(settings).all()) {
            if ((provider.name() + "/").startsWith(word)) {
                OfferedProvider offered =
                        new OfferedProvider(provider.name(), why(provider, settings, environment, names));
                (offered.why().isEmpty() ? others : ready).add(offered);
            }
        }
        return ready.isEmpty() ? others : ready;
    }

    private static String why(Provider provider, Settings settings, Environment environment, ModelNames names) {
        if (settings.provider(provider.name()).isPresent()) {
            return "in the config";
        }
        Optional<String> variable = Endpoints.keyVariable(provider, environment);
        if (variable.isPresent()) {
            return "key in " + variable.get();
        }
        return names.of(provider.name()).isEmpty() ? "" : "its models were listed before";
    }
}
