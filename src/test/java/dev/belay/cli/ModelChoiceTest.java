package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.ProblemException;
import dev.belay.cli.Choice.Origin;
import dev.belay.config.BadUrl;
import dev.belay.config.ConfigFile;
import dev.belay.config.Environment;
import dev.belay.config.Settings;
import dev.belay.provider.OllamaHost;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelChoiceTest {

    private final Map<String, String> variables = new HashMap<>();
    private Optional<String> configured = Optional.empty();
    private Optional<String> local = Optional.empty();

    private Choice choose(String model, String baseUrl) {
        return new ModelChoice(sources(), Optional.empty(), endpoint -> local)
                .choose(Optional.ofNullable(model), Optional.ofNullable(baseUrl));
    }

    private Sources sources() {
        String toml = configured.map(name -> "model = \"" + name + "\"").orElse("");
        Settings settings = Settings.of(new ConfigFile(Path.of("config.toml"), toml));
        return new Sources(new Environment(variables), settings, Optional.empty(), (provider, command) -> "");
    }

    private static String key(Choice choice) {
        return choice.endpoint().get().keyName();
    }

    @Test
    void eachSourceGivesWayToTheOneBeforeIt() {
        assertEquals(Origin.NOTHING, choose(null, null).origin());
        assertTrue(choose(null, null).isGuide());
        local = Optional.of("llama3.2");
        assertEquals("ollama/llama3.2", choose(null, null).name());
        variables.put("GROQ_API_KEY", "gsk");
        assertEquals("groq", choose(null, null).provider());
        variables.put("OPENAI_API_KEY", "sk");
        assertEquals("openai", choose(null, null).provider());
        configured = Optional.of("groq/m1");
        assertEquals("groq/m1", choose(null, null).name());
        variables.put("BELAY_MODEL", "openai/m2");
        assertEquals("openai/m2", choose(null, null).name());
        assertEquals("groq/m3", choose("groq/m3", null).name());
        assertEquals("http://h/v1", choose("groq/m3", "http://h/v1").endpoint().get().baseUrl());
    }

    @Test
    void aModelWithSlashesKeepsThem() {
        variables.put("OPENROUTER_API_KEY", "k");
        Choice choice = choose("openrouter/qwen/qwen3", null);
        assertEquals("openrouter", choice.provider());
        assertEquals("qwen/qwen3", choice.model());
        assertEquals("qwen/qwen3", choose("qwen/qwen3", null).model());
    }

    @Test
    void atAServerOfOnesOwnTheNameIsTakenAsItIs() {
        Choice choice = choose("openai/gpt-oss-120b", "http://localhost:1234/v1/");
        assertEquals("openai/gpt-oss-120b", choice.model());
        assertEquals("http://localhost:1234/v1", choice.endpoint().get().baseUrl());
        assertEquals("default", choose(null, "http://localhost:1234/v1").model());
    }

    @Test
    void aKnownHostGetsItsOwnKeyAndNoOther() {
        variables.put("OPENAI_API_KEY", "sk");
        variables.put("GROQ_API_KEY", "gsk");
        assertEquals("GROQ_API_KEY", key(choose("m", "https://API.groq.com/openai/v1")));
        assertEquals("OPENAI_API_KEY", key(choose("m", "http://127.0.0.1:8080/v1")));
    }

    @Test
    void aProviderWithoutItsKeyIsNotConfigured() {
        ProblemException problem = assertThrows(ProblemException.class, () -> choose("groq/m", null));
        assertTrue(problem.getMessage().contains("GROQ_API_KEY"), problem.getMessage());
        assertThrows(ProblemException.class, () -> choose("some-model", null));
    }

    @Test
    void aKeyThatCannotBeOneIsSaidWithoutShowingIt() {
        variables.put("OPENAI_API_KEY", "sk-secret…");
        ProblemException problem = assertThrows(ProblemException.class, () -> choose("openai/m", null));
        assertFalse(problem.getMessage().contains("secret"), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "localhost:8080", "ftp://h/v1", "http://", "http://h:99999/v1", "http://h o s t/", "nonsense", "http://u:secret@h/v1",
        "http://h/v1?key=secret", "http://h/v1#secret"
    })
    void whatIsNoBaseUrlIsRefusedAndNoSecretIsRepeated(String url) {
        BadUrl bad = assertThrows(BadUrl.class, () -> choose("m", url));
        assertFalse(bad.getMessage().contains("secret"), bad.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://my_server:8080/v1", "http://[::1]:8080/v1", "https://h", "HTTP://h/v1"})
    void unusualAddressesAreTaken(String url) {
        assertEquals(url, choose("m", url).endpoint().get().baseUrl());
    }

    @ParameterizedTest
    @CsvSource({
        "'', http://127.0.0.1:11434",
        "example.com, http://example.com:11434",
        "example.com:99, http://example.com:99",
        ":99, http://127.0.0.1:99",
        "http://example.com, http://example.com:80",
        "https://example.com, https://example.com:443",
        "https://example.com/sub/, https://example.com:443/sub",
        "0.0.0.0:99, http://127.0.0.1:99",
        "::1, http://[::1]:11434",
        "[::1]:99, http://[::1]:99"
    })
    void ollamaHostIsReadInAllItsForms(String value, String url) {
        assertEquals(url, OllamaHost.baseUrl(Optional.of(value)));
    }
}
