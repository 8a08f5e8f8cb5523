package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.Environment;
import dev.belay.wire.NamedFile;
import dev.belay.wire.Network;
import dev.belay.wire.Network.Identity;
import dev.belay.wire.Network.Trust;
import dev.belay.wire.Proxies;
import dev.belay.wire.ProxySetting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the config file says about the network; the environment says the rest.
 *
 * @param proxy goes before the environment's; an empty text means none at all
 * @param caFile certificates to be trusted besides
 * @param clientCert the certificate that tells servers who we are
 * @param clientKey its private key; without it the key is looked for in the certificate's file
 */
record NetworkSettings(
        Optional<String> proxy, Optional<String> caFile, Optional<String> clientCert, Optional<String> clientKey) {

    static final NetworkSettings NONE =
            new NetworkSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws ProblemException when the settings do not go together */
    Network network(Environment environment) {
        return new Network(proxies(environment), trust(environment), identity(environment));
    }

    private Proxies proxies(Environment environment) {
        String except = environment.get("no_proxy").or(() -> environment.get("NO_PROXY")).orElse("");
        return new Proxies(
                proxy(environment, "http_proxy", "HTTP_PROXY"), proxy(environment, "https_proxy", "HTTPS_PROXY"), except);
    }

    /** As curl has it, small letters go first. HTTP_PROXY is honoured, too: this is no CGI script, where it can be forged. */
    private Optional<ProxySetting> proxy(Environment environment, String... names) {
        if (proxy.isPresent()) {
            return proxy.filter(text -> !text.isBlank()).map(text -> new ProxySetting("proxy", text));
        }
        for (String name : new String[] {names[0], names[1], "all_proxy", "ALL_PROXY"}) {
            Optional<String> text = environment.get(name);
            if (text.isPresent()) {
                return Optional.of(new ProxySetting(name, text.get()));
            }
        }
        return Optional.empty();
    }

    private Trust trust(Environment environment) {
        return new Trust(
                environment.get("SSL_CERT_FILE").map(path -> file("SSL_CERT_FILE", path, environment)),
                caFile.map(path -> file("ca_file", path, environment)));
    }

    private Optional<Identity> identity(Environment environment) {
        if (clientKey.isPresent() && clientCert.isEmpty()) {
            throw ProblemException.configuration("client_key is set and client_cert is not", "set both");
        }
        return clientCert.map(path -> new Identity(
                file("client_cert", path, environment),
                clientKey.map(key -> file("client_key", key, environment))
                        .orElseGet(() -> file("client_cert", path, environment))));
    }

    private static NamedFile file(String setting, String path, Environment environment) {
        Optional<String> home = path.startsWith("~/") ? environment.get("HOME") : Optional.empty();
        try {
            return new NamedFile(setting, home.map(folder -> Path.of(folder, path.substring(2))).orElseGet(() -> Path.of(path)));
        } catch (InvalidPathException broken) {
            throw ProblemException.configuration(setting + " holds no name of a file", "check it");
        }
    }
}
