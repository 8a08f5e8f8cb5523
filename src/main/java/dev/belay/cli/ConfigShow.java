package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.Environment;
import dev.belay.config.Key;
import dev.belay.config.Keys;
import dev.belay.config.KnownRole;
import dev.belay.config.Settings;
import dev.belay.config.Visible;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.view.Cleaner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints what holds for a call like this one, and who says so; never a key. */
final class ConfigShow {

    private static final String NOT_SET = "not set";

    /** The options that say the same as a setting. */
    private static final Map<String, String> OPTIONS = Map.of(
            Keys.MODEL.name(), "-m",
            Keys.ROLE.name(), "-r",
            Keys.SYSTEM.name(), "-s",
            Keys.TEMPERATURE.name(), "-t",
            Keys.MAX_TOKENS.name(), "--max-tokens",
            Keys.REASONING.name(), "--reasoning",
            Keys.COLOR.name(), "--color",
            Keys.TIMEOUT.name(), "--timeout",
            Keys.IDLE_TIMEOUT.name(), "--idle-timeout");

    private static final Map<String, String> DEFAULTS = Map.of(
            Keys.MODEL.name(), "the first provider with a key, a local Ollama, or the guide",
            Keys.COLOR.name(), "auto",
            Keys.IDLE_TIMEOUT.name(), "5m to the first byte, then 60s",
            Keys.SAVE.name(), "true",
            Keys.NOTIFY.name(), "off",
            Keys.TITLE.name(), "true");

    private final Settings settings;
    private final Options options;
    private final Environment environment;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, String value, String origin) {}

    private ConfigShow(Settings settings, Options options, Environment environment) {
        this.settings = settings;
        this.options = options;
        this.environment = environment;
    }

    static Exit run(Options options, Context context) throws IOException {
        Settings settings = Settings.in(context.environment());
        context.print(new ConfigShow(settings, options, context.environment()).text());
        return Exit.COMPLETE;
    }

    private String text() {
        List<Visible> visible = Visible.in(settings);
        for (Key<?> key : Keys.GENERAL) {
            rows.add(byCall(key.name()).or(() -> byConfig(key.name(), visible)).orElseGet(() -> byDefault(key.name())));
        }
        for (Visible value : visible) {
            if (value.path().size() > 1) {
                rows.add(new Row(value.name(), value.text(), place(value)));
            }
        }
        fromRoleFiles();
        fromEnvironment();
        return aligned();
    }

    private Optional<Row> byCall(String name) {
        Optional<String> option = Optional.ofNullable(OPTIONS.get(name)).flatMap(options::text);
        if (option.isPresent()) {
            return Optional.of(new Row(name, Visible.quoted(option.get()), "option " + OPTIONS.get(name)));
        }
        return switch (name) {
            case "model" ->
                environment.get("BELAY_MODEL").map(model -> new Row(name, Visible.quoted(model), "BELAY_MODEL"));
            case "color" -> environment.get("NO_COLOR").map(any -> new Row(name, "\"never\"", "NO_COLOR"));
            case "save" ->
                options.is("--no-save") ? Optional.of(new Row(name, "false", "option --no-save")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Row> byConfig(String name, List<Visible> visible) {
        for (Visible value : visible) {
            if (value.path().equals(List.of(name))) {
                return Optional.of(new Row(name, value.text(), place(value)));
            }
        }
        return Optional.empty();
    }

    private static Row byDefault(String name) {
        return new Row(name, DEFAULTS.getOrDefault(name, NOT_SET), DEFAULTS.containsKey(name) ? "default" : "");
    }

    private String place(Visible value) {
        return settings.file().get().where(value.path());
    }

    private void fromRoleFiles() {
        for (KnownRole role : KnownRole.in(settings)) {
            if (!settings.isRoleOfConfig(role.name())) {
                String value = role.mistake().isEmpty() ? Visible.quoted(role.about()) : Visible.MISTAKE;
                rows.add(new Row("roles." + role.name(), value, settings.roleOrigin(role.name())));
            }
        }
    }

    /** Which variables count; what they hold are keys, and addresses that are not always free of them. */
    private void fromEnvironment() {
        Set<String> names = new LinkedHashSet<>(settings.providers());
        Providers.ALL.forEach(provider -> names.add(provider.name()));
        for (String name : names) {
            try {
                new Services(settings).of(name).ifPresent(this::fromEnvironment);
            } catch (ProblemException mistake) {
                // Shown above, in its line.
            }
        }
    }

    private void fromEnvironment(Provider provider) {
        String name = "providers." + provider.name() + ".base_url";
        environment.get(provider.baseUrlVariable()).ifPresent(url -> {
            rows.removeIf(row -> row.name().equals(name));
            rows.add(new Row(name, address(url), provider.baseUrlVariable()));
        });
        for (String key : provider.keys()) {
            if (environment.get(key).isPresent()) {
                rows.add(new Row("key of " + provider.name(), "•••", key));
                return;
            }
        }
    }

    private static String address(String url) {
        return url.matches(".*[@?#].*") ? "•••" : Visible.quoted(url);
    }

    private String aligned() {
        int name = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int value = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            String line = row.name()
                    + " ".repeat(name + 2 - row.name().length())
                    + row.value()
                    + " ".repeat(value + 2 - row.value().length())
                    + row.origin();
            text.append(Cleaner.clean(line.stripTrailing())).append('\n');
        }
        return text.toString();
    }
}
