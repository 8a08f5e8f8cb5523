package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.ProblemException;
import dev.belay.config.ConfigFile;
import dev.belay.config.Environment;
import dev.belay.config.Settings;
import dev.belay.wire.NamedFile;
import dev.belay.wire.Network;
import dev.belay.wire.ProxySetting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of the network comes from the environment, and what from the config. */
class NetworkChoiceTest {

    private static final String NOTHING = "";

    /** @param toml the config's section on the network */
    private static Network network(String toml, String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/me"));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        Settings settings = Settings.of(new ConfigFile(Path.of("/etc/belay/config.toml"), "[network]\n" + toml));
        Sources sources =
                new Sources(new Environment(environment), settings, Optional.empty(), (provider, command) -> "");
        return new NetworkChoice(sources).network();
    }

    private static Optional<ProxySetting> proxy(String name, String text) {
        return Optional.of(new ProxySetting(name, text));
    }

    @Test
    void nothingSetIsTheStraightWay() {
        assertEquals(Network.DIRECT, network(NOTHING));
    }

    @Test
    void eachKindOfAddressHasItsVariable() {
        Network network = network(NOTHING, "HTTP_PROXY", "a", "HTTPS_PROXY", "b", "NO_PROXY", "c");
        assertEquals(proxy("HTTP_PROXY", "a"), network.proxies().http());
        assertEquals(proxy("HTTPS_PROXY", "b"), network.proxies().https());
        assertEquals("c", network.proxies().except());
    }

    @Test
    void smallLettersGoFirstAndAllProxyGoesLast() {
        Network network = network(
                NOTHING,
                "HTTP_PROXY",
                "A",
                "http_proxy",
                "a",
                "ALL_PROXY",
                "B",
                "all_proxy",
                "b",
                "NO_PROXY",
                "C",
                "no_proxy",
                "c");
        assertEquals(proxy("http_proxy", "a"), network.proxies().http());
        assertEquals(proxy("all_proxy", "b"), network.proxies().https());
        assertEquals("c", network.proxies().except());
        assertEquals(
                proxy("ALL_PROXY", "B"),
                network(NOTHING, "ALL_PROXY", "B").proxies().https());
    }

    @Test
    void anEmptyVariableIsNone() {
        Network network = network(NOTHING, "http_proxy", "", "HTTP_PROXY", "a", "https_proxy", " ");
        assertEquals(proxy("HTTP_PROXY", "a"), network.proxies().http());
        assertEquals(Optional.empty(), network.proxies().https());
    }

    @Test
    void theSettingGoesBeforeAllVariables() {
        Network network = network("proxy = 's'", "http_proxy", "a", "HTTPS_PROXY", "b", "no_proxy", "c");
        assertEquals(proxy("proxy", "s"), network.proxies().http());
        assertEquals(proxy("proxy", "s"), network.proxies().https());
        assertEquals("c", network.proxies().except());
    }

    @Test
    void theConfigCanWantNoProxyAtAll() {
        assertEquals(
                Optional.empty(),
                network("proxy = 'none'", "HTTPS_PROXY", "b").proxies().https());
    }

    @Test
    void filesAreNamedByWhatNamesThem() {
        Network network = network(
                "ca_file = '~/ca.pem'\nclient_cert = '/me.pem'\nclient_key = 'me.key'", "SSL_CERT_FILE", "/roots.pem");
        assertEquals(
                Optional.of(new NamedFile("SSL_CERT_FILE", Path.of("/roots.pem"))),
                network.trust().only());
        assertEquals(
                Optional.of(new NamedFile("ca_file", Path.of("/home/me/ca.pem"))),
                network.trust().besides());
        assertEquals(
                new NamedFile("client_cert", Path.of("/me.pem")),
                network.identity().get().certificate());
        assertEquals(
                new NamedFile("client_key", Path.of("/etc/belay/me.key")),
                network.identity().get().key());
    }

    @Test
    void aKeyWithoutACertificateIsAMistake() {
        ProblemException told = assertThrows(ProblemException.class, () -> network("client_key = '/me.key'"));
        assertTrue(told.getMessage().contains("client_cert"), told.getMessage());
    }
}
