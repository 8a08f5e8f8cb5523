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
import dev.belay.provider.Dialects;
import dev.belay.provider.OllamaHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelChoiceTest {

    private final Map<String, String> variables = new HashMap<>();
    private final List<String> commands = new ArrayList<>();
    private Optional<String> configured = Optional.empty();
    private String tables = "";
    private String role = "";
    private Optional<String> local = Optional.empty();

    private Choice choose(String model, String baseUrl) {
        return new ModelChoice(sources(), Optional.empty(), endpoint -> local)
                .choose(Optional.ofNullable(model), Optional.ofNullable(baseUrl));
    }

    private Sources sources() {
        String toml = configured.map(name -> "model = \"" + name + "\"\n").orElse("") + tables;
        Settings settings = Settings.of(new ConfigFile(Path.of("config.toml"), toml));
        return new Sources(new Environment(variables), settings, settings.role(role), (provider, command) -> {
            commands.add(provider + ": " + command);
            return "sk-told";
        });
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
        assertEquals(
                "http://h/v1", choose("groq/m3", "http://h/v1").endpoint().get().baseUrl());
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
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://h/v1",
                "http://",
                "http://h:99999/v1",
                "http://h o s t/",
                "nonsense",
                "http://u:secret@h/v1",
                "http://h/v1?key=secret",
                "http://h/v1#secret"
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

    @Test
    void ollamaIsSpokenToInItsOwnDialectAtTheAddressItIsAt() {
        local = Optional.of("llama3.2");
        assertEquals(Dialects.OLLAMA, choose(null, null).dialect());
        assertEquals(
                "http://127.0.0.1:11434", choose(null, null).endpoint().get().baseUrl());
        variables.put("OLLAMA_HOST", "box:99/sub/");
        assertEquals(
                "http://box:99/sub", choose("ollama/m", null).endpoint().get().baseUrl());
    }

    @Test
    void ollamasCloudIsAskedByNameAndWithAKey() {
        variables.put("OLLAMA_API_KEY", "k");
        assertTrue(choose(null, null).isGuide());
        Choice cloud = choose("ollama-cloud", null);
        assertEquals("https://ollama.com", cloud.endpoint().get().baseUrl());
        assertEquals(Dialects.OLLAMA, cloud.dialect());
        assertEquals("OLLAMA_API_KEY", key(choose("m", "https://ollama.com/v1")));
    }

    @Test
    void googlesKeyGoesByManyNames() {
        for (String name : List.of("GOOGLE_GENERATIVE_AI_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY")) {
            variables.put(name, "AIza");
            assertEquals(name, key(choose(null, null)));
        }
        Choice google = choose(null, null);
        assertEquals("google/gemini-3.5-flash", google.name());
        assertEquals(Dialects.GEMINI, google.dialect());
        assertEquals(
                "https://generativelanguage.googleapis.com",
                google.endpoint().get().baseUrl());
        variables.put("GOOGLE_GEMINI_BASE_URL", "https://proxy.example.com/g");
        assertEquals(
                "https://proxy.example.com/g",
                choose(null, null).endpoint().get().baseUrl());
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
        "[::1]:99, http://[::1]:99",
        "[::1], http://[::1]:11434",
        "http://[::1], http://[::1]:80",
        "'0.0.0.0', http://127.0.0.1:11434",
        "'http://0.0.0.0:11434', http://127.0.0.1:11434",
        "'::', http://[::1]:11434",
        "'[::]:99', http://[::1]:99",
        "'example.com:', http://example.com:11434",
        "'HTTPS://example.com', https://example.com:443",
        "'example.com/sub', http://example.com:11434/sub",
        "'\"example.com:99\"', http://example.com:99",
        "'ollama.com', https://ollama.com:443",
        "'https://ollama.com', https://ollama.com:443",
        "'http://ollama.com', http://ollama.com:80",
        "'my-ollama.com', http://my-ollama.com:11434"
    })
    void ollamaHostIsReadInAllItsForms(String value, String url) {
        assertEquals(url, OllamaHost.baseUrl(Optional.of(value)));
    }

    private Map<String, String> headers(String model, String baseUrl) {
        Choice choice = new ModelChoice(sources(), Dialects.named("anthropic"), endpoint -> local)
                .choose(Optional.ofNullable(model), Optional.ofNullable(baseUrl));
        return choice.dialect().at(choice.endpoint().get()).headers();
    }

    @Test
    void anthropicsKeyGoesBeforeItsTokenAndEachTravelsInItsOwnHeader() {
        variables.put("ANTHROPIC_AUTH_TOKEN", "token-1");
        assertEquals("Bearer token-1", headers("anthropic/m", null).get("Authorization"));
        assertEquals("Bearer token-1", headers("m", "http://h").get("Authorization"));
        variables.put("ANTHROPIC_API_KEY", "key-1");
        assertEquals("key-1", headers("anthropic/m", null).get("x-api-key"));
        assertEquals("key-1", headers("m", "http://h").get("x-api-key"));
        assertFalse(headers("m", "http://h").containsKey("Authorization"));
        assertEquals("anthropic/claude-sonnet-5", choose(null, null).name());
    }

    @Test
    void anthropicsCustomHeadersAreReadLineByLine() {
        variables.put("ANTHROPIC_API_KEY", "key-1");
        variables.put("ANTHROPIC_CUSTOM_HEADERS", "X-Team: red: one\r\n\n anthropic-beta :b1,b2 ");
        for (Map<String, String> headers : List.of(headers("anthropic/m", null), headers("m", "http://h"))) {
            assertEquals("red: one", headers.get("X-Team"));
            assertEquals("b1,b2", headers.get("anthropic-beta"));
        }
        assertFalse(choose("anthropic/m", null).endpoint().toString().contains("red"));
        variables.put("OPENAI_API_KEY", "sk");
        assertFalse(headers("openai/m", null).containsKey("X-Team"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "X-A: 1\nsecret", "X A: secret", "X-A: secret…", ": secret", "X-A:"})
    void aLineThatIsNoHeaderIsSaidWithoutShowingIt(String lines) {
        variables.put("ANTHROPIC_API_KEY", "key-1");
        variables.put("ANTHROPIC_CUSTOM_HEADERS", lines);
        ProblemException problem = assertThrows(ProblemException.class, () -> choose("anthropic/m", null));
        assertTrue(problem.getMessage().contains("ANTHROPIC_CUSTOM_HEADERS"), problem.getMessage());
        assertFalse(problem.getMessage().contains("secret"), problem.getMessage());
    }

    @Test
    void anAliasStandsForAModelWhereverOneIsNamed() {
        tables = "[aliases]\nfast = \"ollama/small\"\nme = \"guide\"\n";
        assertEquals("ollama/small", choose("fast", null).name());
        assertTrue(choose("me", null).isGuide());
        configured = Optional.of("fast");
        assertEquals("ollama/small", choose(null, null).name());
        variables.put("BELAY_MODEL", "me");
        assertTrue(choose(null, null).isGuide());
        assertEquals("fast", choose("fast", "http://h/v1").name(), "a server of one's own has its own names");
    }

    @Test
    void anAliasThatLeadsNowhereIsAskedNowhere() {
        variables.put("OPENAI_API_KEY", "sk");
        tables = "[aliases]\nfast = \"opnai/small\"\n";
        ProblemException problem = assertThrows(ProblemException.class, () -> choose("fast", null));
        assertTrue(
                problem.getMessage().startsWith("config.toml, line 2: aliases.fast leads nowhere"),
                problem.getMessage());
    }

    @Test
    void aRolesModelComesAfterTheVariableAndBeforeTheConfigs() {
        tables = "[roles.coder]\nsystem = \"x\"\nmodel = \"ollama/coder\"\n";
        role = "coder";
        configured = Optional.of("ollama/usual");
        assertEquals("ollama/coder", choose(null, null).name());
        assertEquals(Origin.ROLE, choose(null, null).origin());
        variables.put("BELAY_MODEL", "ollama/variable");
        assertEquals("ollama/variable", choose(null, null).name());
    }

    @Test
    void aProviderOfOnesOwnIsAskedWithItsOwnKeyAlone() {
        variables.put("OPENAI_API_KEY", "sk-openai");
        tables = "[providers.work]\nbase_url = \"https://h/v1/\"\nmodel = \"large\"\nheaders = { X-Team = \"red\" }\n";
        Choice keyless = choose("work/a/b", null);
        assertEquals("a/b", keyless.model());
        assertEquals("https://h/v1", keyless.endpoint().get().baseUrl());
        assertTrue(keyless.endpoint().get().key().isEmpty());
        assertTrue(keyless.endpoint().get().headers().containsKey("X-Team"));
        assertEquals("work/large", choose("work", null).name());
        tables = "[providers.work]\nbase_url = \"https://h/v1\"\nkey_env = \"WORK_KEY\"\n";
        assertTrue(assertThrows(ProblemException.class, () -> choose("work/m", null))
                .getMessage()
                .contains("WORK_KEY"));
        variables.put("WORK_KEY", "sk-work");
        assertEquals("WORK_KEY", key(choose("work/m", null)));
    }

    @Test
    void aProviderWhoseKeyIsKnownIsFoundByItself() {
        tables = "[providers.bare]\nbase_url = \"https://g/v1\"\nkey_command = \"x\"\n"
                + "[providers.work]\nbase_url = \"https://h/v1\"\nkey_env = \"WORK_KEY\"\nmodel = \"large\"\n";
        assertTrue(choose(null, null).isGuide());
        variables.put("WORK_KEY", "sk");
        assertEquals("work/large", choose(null, null).name());
        assertEquals(List.of(), commands, "nobody asked the other one");
    }

    @Test
    void whatTheConfigSaysOfAKnownProviderChangesThatAlone() {
        tables = "[providers.openai]\nbase_url = \"http://gateway/v1\"\n[providers.groq]\nkey_env = \"MY_GROQ\"\n";
        variables.put("MY_GROQ", "gsk");
        assertEquals(
                "http://gateway/v1", choose("openai/m", null).endpoint().get().baseUrl());
        assertEquals(
                "https://api.groq.com/openai/v1",
                choose("groq/m", null).endpoint().get().baseUrl());
        assertEquals("MY_GROQ", key(choose("groq/m", null)));
        variables.put("OPENAI_BASE_URL", "http://env/v1");
        assertEquals("http://env/v1", choose("openai/m", null).endpoint().get().baseUrl());
        tables = "[providers.ollama]\nbase_url = \"http://box:1/v1\"\n";
        assertEquals(
                "http://box:1/v1", choose("ollama/m", null).endpoint().get().baseUrl());
        variables.put("OLLAMA_HOST", "other:2");
        assertTrue(choose("ollama/m", null).endpoint().get().baseUrl().startsWith("http://other:2"));
    }

    @Test
    void aKeyCommandIsRunOnceAndOnlyForItsOwnProvider() {
        tables = "[providers.openai]\nkey_command = \"pass openai\"\n[providers.groq]\nkey_command = \"pass groq\"\n";
        ModelChoice choice = new ModelChoice(sources(), Optional.empty(), endpoint -> local);
        choice.choose(Optional.of("openai/m"), Optional.empty());
        Choice again = choice.choose(Optional.of("openai/n"), Optional.empty());
        choice.choose(Optional.of("ollama/m"), Optional.empty());
        assertEquals(List.of("openai: pass openai"), commands);
        assertTrue(again.endpoint().get().key().isPresent());
        assertEquals("the key_command of openai", key(again));
    }

    @Test
    void aKeyInTheEnvironmentGoesBeforeACommand() {
        variables.put("OPENAI_API_KEY", "sk");
        tables = "[providers.openai]\nkey_command = \"pass openai\"\n";
        assertEquals("OPENAI_API_KEY", key(choose("openai/m", null)));
        assertEquals(List.of(), commands);
    }

    @Test
    void aServerOfOnesOwnGetsNoKeyFromACommand() {
        tables = "[providers.openai]\nkey_command = \"pass openai\"\n";
        assertTrue(choose("m", "http://h/v1").endpoint().get().key().isEmpty());
        assertEquals(List.of(), commands);
        assertTrue(
                choose("m", "https://api.openai.com/v1").endpoint().get().key().isPresent());
    }

    @Test
    void aDialectThatIsNoneIsToldWithItsLine() {
        tables = "[providers.work]\nbase_url = \"https://h/v1\"\ndialect = \"chatt\"\n";
        assertEquals(
                "config.toml, line 3: providers.work.dialect: there is no dialect “chatt”; did you mean “chat”?",
                assertThrows(ProblemException.class, () -> choose("work/m", null))
                        .getMessage());
    }
}
