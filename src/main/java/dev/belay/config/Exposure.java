package dev.belay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks whether a key lies in the config where others can read it. */
public final class Exposure {

    private Exposure() {}

    /** A warning; empty when there is no reason for one. */
    public static Optional<String> of(Settings settings) {
        Optional<ConfigFile> file = settings.file();
        return file.isPresent() && holdsKey(settings.root().values()) && othersRead(file.get())
                ? Optional.of("others can read the key in " + file.get().path() + "; chmod 600 keeps it yours,"
                        + " and with key_env or key_command it need not be there")
                : Optional.empty();
    }

    /** In the file itself under a name of the person's own, at a provider or its headers, or in the proxy's address. */
    private static boolean holdsKey(Entries file) {
        for (Map.Entry<String, Object> entry : file.entrySet()) {
            boolean mayHold = entry.getKey().equals(Keys.PROVIDERS)
                    || entry.getKey().equals(Keys.NETWORK)
                    || entry.getValue() instanceof String && !isSetting(entry.getKey());
            if (mayHold && isKey(entry.getKey(), entry.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** The settings at the top of the file have names that speak of keys, and none holds one. */
    private static boolean isSetting(String name) {
        return Keys.names(Keys.GENERAL).contains(name);
    }

    private static boolean isKey(String name, Object value) {
        if (value instanceof Entries entries) {
            for (Map.Entry<String, Object> entry : entries.entrySet()) {
                if (isKey(entry.getKey(), entry.getValue())) {
                    return true;
                }
            }
            return false;
        }
        return value instanceof String text && isKey(name, text);
    }

    /** What key_env and its like hold are names of keys, and no keys. */
    private static boolean isKey(String name, String text) {
        return name.equals(Keys.PROXY.name()) ? text.contains("@") : Headers.isSecret(name) && !isName(name);
    }

    private static boolean isName(String name) {
        return name.equals(Keys.KEY_ENV.name())
                || name.equals(Keys.KEY_COMMAND.name())
                || name.equals(Keys.CLIENT_KEY.name());
    }

    private static boolean othersRead(ConfigFile file) {
        try {
            Set<PosixFilePermission> may = Files.getPosixFilePermissions(file.path());
            return may.contains(PosixFilePermission.GROUP_READ) || may.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
