package dev.belay.config;

import dev.belay.os.Os;
import java.nio.file.Path;

/**
 * Where belay's files lie, after the XDG base directory rules; on Windows, where their variables are hardly ever set, in the
 * folders for applications instead: the config goes with the person to other machines, the rest stays.
 *
 * @param models a folder with the names of models that providers listed; it may be deleted at any time
 */
public record Places(Path config, Path sessions, Path history, Path models) {

    /** The variable that names another config file. */
    public static final String CONFIG_VARIABLE = "BELAY_CONFIG";

    public static Places in(Environment environment) {
        return in(environment, Os.current());
    }

    static Places in(Environment environment, Os os) {
        Path home = home(environment);
        if (os == Os.WINDOWS) {
            Path local =
                    folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
            Path roaming =
                    folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
            return in(environment, new Bases(roaming, local, local, local));
        }
        Path local = home.resolve(".local");
        return in(
                environment,
                new Bases(
                        home.resolve(".config"),
                        local.resolve("share"),
                        local.resolve("state"),
                        home.resolve(".cache")));
    }

    /** What a variable that is not set stands for. */
    private record Bases(Path config, Path data, Path state, Path cache) {}

    private static Places in(Environment environment, Bases usual) {
        Path config = environment
                .get(CONFIG_VARIABLE)
                .map(Path::of)
                .orElseGet(() ->
                        base(environment, "XDG_CONFIG_HOME", usual.config()).resolve("config.toml"));
        return new Places(
                config,
                base(environment, "XDG_DATA_HOME", usual.data()).resolve("sessions"),
                base(environment, "XDG_STATE_HOME", usual.state()).resolve("history"),
                base(environment, "XDG_CACHE_HOME", usual.cache()).resolve("models"));
    }

    /** The folder beside the config in use, whether that is there or not. */
    Path roles() {
        return config.resolveSibling(RoleFiles.FOLDER);
    }

    public static Path home(Environment environment) {
        return Path.of(environment.get("HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    private static Path base(Environment environment, String variable, Path otherwise) {
        return folder(environment, variable, otherwise).resolve("belay");
    }

    /** A relative path in such a variable is void by the rules. */
    private static Path folder(Environment environment, String variable, Path otherwise) {
        return environment.get(variable).map(Path::of).filter(Path::isAbsolute).orElse(otherwise);
    }
}
