package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.Environment;
import dev.belay.config.NetworkSettings;
import dev.belay.wire.NamedFile;
import dev.belay.wire.Network;
import dev.belay.wire.Network.Identity;
import dev.belay.wire.Network.Trust;
import dev.belay.wire.Proxies;
import dev.belay.wire.ProxySetting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The way to servers: what the config says of it, and the environment where the config is silent. */
final class NetworkChoice {

    /** The config's word for no proxy at all. */
    private static final String NONE = "none";

    private final Environment environment;
    private final NetworkSettings settings;

    NetworkChoice(Sources sources) {
        this.environment = sources.environment();
        this.settings = sources.settings().network(environment);
    }

    /** @throws ProblemException when the settings do not go together */
    Network network() {
        return new Network(proxies(), trust(), identity());
    }

    private Proxies proxies() {
        String except = environment
                .get("no_proxy")
                .or(() -> environment.get("NO_PROXY"))
                .orElse("");
        return new Proxies(proxy("http_proxy", "HTTP_PROXY"), proxy("https_proxy", "HTTPS_PROXY"), except);
    }

    /** As curl has it, small letters go first. HTTP_PROXY is honoured, too: this is no CGI script, where it can be forged. */
    private Optional<ProxySetting> proxy(String small, String large) {
        Optional<String> set = settings.proxy();
        if (set.isPresent()) {
            return set.filter(text -> !text.isBlank() && !text.equals(NONE))
                    .map(text -> new ProxySetting("proxy", text));
        }
        for (String name : new String[] {small, large, "all_proxy", "ALL_PROXY"}) {
            Optional<String> text = environment.get(name);
            if (text.isPresent()) {
                return Optional.of(new ProxySetting(name, text.get()));
            }
        }
        return Optional.empty();
    }

    private Trust trust() {
        return new Trust(
                environment.get("SSL_CERT_FILE").map(path -> new NamedFile("SSL_CERT_FILE", path(path))),
                settings.caFile().map(path -> new NamedFile("ca_file", path)));
    }

    private Optional<Identity> identity() {
        return settings.clientCert()
                .map(cert -> new Identity(
                        new NamedFile("client_cert", cert),
                        new NamedFile("client_key", settings.clientKey().get())));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException broken) {
            throw ProblemException.configuration("SSL_CERT_FILE holds no name of a file", "check it");
        }
    }
}
