package dev.belay.config;

import java.nio.file.Path;

/**
 * Where belay's files lie, after the XDG base directory rules.
 *
 * @param models a folder with the names of models that providers listed; it may be deleted at any time
 */
public record Places(Path config, Path sessions, Path history, Path models) {

    /** The variable that names another config file. */
    public static final String CONFIG_VARIABLE = "BELAY_CONFIG";

    public static Places in(Environment environment) {
        Path home = home(environment);
        Path config = environment
                .get(CONFIG_VARIABLE)
                .map(Path::of)
                .orElseGet(() -> base(environment, "XDG_CONFIG_HOME", home.resolve(".config"))
                        .resolve("config.toml"));
        return new Places(
                config,
                base(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("sessions"),
                base(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                        .resolve("history"),
                base(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("models"));
    }

    /** The folder beside the config in use, whether that is there or not. */
    Path roles() {
        return config.resolveSibling(RoleFiles.FOLDER);
    }

    public static Path home(Environment environment) {
        return Path.of(environment.get("HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    /** A relative path in such a variable is void by the rules. */
    private static Path base(Environment environment, String variable, Path otherwise) {
        return environment
                .get(variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(otherwise)
                .resolve("belay");
    }
}
