package dev.belay.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the config says of the way to the network.
 *
 * @param proxy its address, perhaps with a password in it; {@code none} for a direct way
 * @param caFile roots that are trusted besides the usual ones
 * @param clientCert shown to servers that ask who we are; never without its key
 */
public record NetworkSettings(
        Optional<String> proxy, Optional<Path> caFile, Optional<Path> clientCert, Optional<Path> clientKey) {

    /** @param home what {@code ~} stands for */
    static NetworkSettings of(Table table, Path home) {
        Optional<Path> cert = path(table, Keys.CLIENT_CERT, home);
        Optional<Path> key = path(table, Keys.CLIENT_KEY, home);
        if (cert.isPresent() != key.isPresent()) {
            throw table.written().problem(halfIdentity(table));
        }
        return new NetworkSettings(table.get(Keys.PROXY), path(table, Keys.CA_FILE, home), cert, key);
    }

    static Mistake halfIdentity(Table table) {
        boolean noKey = table.has(Keys.CLIENT_CERT.name());
        Key<?> there = noKey ? Keys.CLIENT_CERT : Keys.CLIENT_KEY;
        Key<?> missing = noKey ? Keys.CLIENT_KEY : Keys.CLIENT_CERT;
        return new Mistake(
                table.to(there.name()),
                Mistake.dotted(table.to(there.name())) + " does nothing without " + missing.name() + ": set both");
    }

    private static Optional<Path> path(Table table, Key<String> key, Path home) {
        return table.get(key).map(text -> path(table, text, home));
    }

    /** A relative path starts at the config's own folder, so that it means the same wherever belay is called. */
    static Path path(Table table, String text, Path home) {
        return text.equals("~") || text.startsWith("~/")
                ? home.resolve(text.substring(Math.min(2, text.length())))
                : table.written().path().toAbsolutePath().resolveSibling(text);
    }

    /** The proxy's address may hold a password. */
    @Override
    public String toString() {
        return "network";
    }
}
