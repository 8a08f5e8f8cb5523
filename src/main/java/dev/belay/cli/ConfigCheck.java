package dev.belay.cli;

import dev.belay.config.Check;
import dev.belay.config.ConfigFile;
import dev.belay.config.Environment;
import dev.belay.config.Exposure;
import dev.belay.config.RoleCheck;
import dev.belay.config.Settings;
import dev.belay.provider.Dialects;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.view.Cleaner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names every mistake in the config. */
final class ConfigCheck {

    private ConfigCheck() {}

    static Exit run(Context context) throws IOException {
        Optional<ConfigFile> file = ConfigFile.in(context.environment());
        List<String> mistakes = new ArrayList<>(file.isPresent() ? file.get().syntaxErrors() : List.of());
        if (mistakes.isEmpty()) {
            Settings settings = Settings.in(context.environment());
            Exposure.of(settings).ifPresent(context::warn);
            mistakes.addAll(mistakes(settings, context.environment()));
            mistakes.addAll(RoleCheck.of(settings));
        }
        for (String mistake : mistakes) {
            context.print(Cleaner.clean(mistake) + "\n");
        }
        context.print(Cleaner.clean(verdict(file, mistakes, context)) + "\n");
        return mistakes.isEmpty() ? Exit.COMPLETE : Exit.CONFIGURATION;
    }

    private static String verdict(Optional<ConfigFile> file, List<String> mistakes, Context context) {
        String count = mistakes.size() + (mistakes.size() == 1 ? " mistake" : " mistakes");
        if (file.isPresent()) {
            return file.get().path() + ": " + (mistakes.isEmpty() ? "all is well" : count);
        }
        return mistakes.isEmpty()
                ? "there is no " + context.places().config() + ", and none is needed; belay config edit makes one"
                : count;
    }

    static List<String> mistakes(Settings settings, Environment environment) {
        List<String> providers = Providers.ALL.stream().map(Provider::name).toList();
        return Check.of(settings, environment, new Check.Vocabulary(Dialects.words(), providers, ModelChoice.GUIDE));
    }
}
