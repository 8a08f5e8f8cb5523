package dev.belay.cli;

import dev.belay.config.Check;
import dev.belay.config.ConfigFile;
import dev.belay.config.Environment;
import dev.belay.config.Exposure;
import dev.belay.config.Settings;
import dev.belay.provider.Dialects;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.view.Cleaner;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Names every mistake in the config. */
final class ConfigCheck {

    private ConfigCheck() {}

    static Exit run(Context context) throws IOException {
        Optional<ConfigFile> file = ConfigFile.in(context.environment());
        if (file.isEmpty()) {
            context.print("there is no " + context.places().config() + ", and none is needed; belay config edit makes one\n");
            return Exit.COMPLETE;
        }
        List<String> mistakes = file.get().syntaxErrors();
        if (mistakes.isEmpty()) {
            Settings settings = Settings.of(file.get());
            Exposure.of(settings).ifPresent(context::warn);
            mistakes = mistakes(settings, context.environment());
        }
        for (String mistake : mistakes) {
            context.print(Cleaner.clean(mistake) + "\n");
        }
        String count = mistakes.size() + (mistakes.size() == 1 ? " mistake" : " mistakes");
        context.print(Cleaner.clean(file.get().path() + ": " + (mistakes.isEmpty() ? "all is well" : count)) + "\n");
        return mistakes.isEmpty() ? Exit.COMPLETE : Exit.CONFIGURATION;
    }

    static List<String> mistakes(Settings settings, Environment environment) {
        List<String> providers = Providers.ALL.stream().map(Provider::name).toList();
        return Check.of(
                settings, environment, new Check.Vocabulary(Dialects.words(), providers, ModelChoice.GUIDE));
    }
}
