package dev.belay.config;

import java.util.Map;
import java.util.Optional;

/**
 * What the config says of a provider, one of its own or one that belay knows.
 *
 * @param keyEnv the environment variable that holds its key
 * @param keyCommand a shell command that prints its key
 * @param headers sent along with each request; their values may be keys
 * @param model asked when nobody names a model
 */
public record ProviderSettings(
        String name,
        Optional<String> baseUrl,
        Optional<String> dialect,
        Optional<String> keyEnv,
        Optional<String> keyCommand,
        Map<String, String> headers,
        Optional<String> model) {

    static ProviderSettings of(String name, Table table) {
        return new ProviderSettings(
                name,
                table.get(Keys.BASE_URL),
                table.get(Keys.DIALECT),
                table.get(Keys.KEY_ENV),
                table.get(Keys.KEY_COMMAND),
                table.get(Keys.HEADERS).orElse(Map.of()),
                table.get(Keys.MODEL));
    }

    /** Neither the command nor the headers are for logs. */
    @Override
    public String toString() {
        return name;
    }
}
