package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path folder;

    private static Settings settings(String toml) {
        return Settings.of(new ConfigFile(Path.of("/there/config.toml"), toml));
    }

    private Environment environment(Path config) {
        return new Environment(Map.of("BELAY_CONFIG", config.toString(), "HOME", folder.toString()));
    }

    private static String problem(org.junit.jupiter.api.function.Executable asking) {
        ProblemException problem = assertThrows(ProblemException.class, asking);
        assertEquals(Kind.CONFIGURATION, problem.problem().kind());
        return problem.problem().message();
    }

    @Test
    void everySettingIsRead() {
        Settings settings = settings("""
                model = "openai/gpt-5"
                role = "coder"
                system = "Be brief."
                color = "never"
                timeout = "2m"
                idle_timeout = 30
                save = false
                max_file_size = "20MB"
                """);
        assertEquals(Optional.of("openai/gpt-5"), settings.get(Keys.MODEL));
        assertEquals(Optional.of("coder"), settings.get(Keys.ROLE));
        assertEquals(Optional.of("Be brief."), settings.get(Keys.SYSTEM));
        assertEquals(Optional.of("never"), settings.get(Keys.COLOR));
        assertEquals(Optional.of(Duration.ofMinutes(2)), settings.get(Keys.TIMEOUT));
        assertEquals(Optional.of(Duration.ofSeconds(30)), settings.get(Keys.IDLE_TIMEOUT));
        assertEquals(Optional.of(false), settings.get(Keys.SAVE));
        assertEquals(Optional.of(20_000_000L), settings.get(Keys.MAX_FILE_SIZE));
    }

    @Test
    void aProviderIsRead() {
        ProviderSettings work = settings("""
                        [providers.work]
                        base_url = "https://h/v1"
                        dialect = "chat"
                        key_env = "WORK_KEY"
                        key_command = "pass show work"
                        model = "large"
                        headers = { X-Team = "red", X-Level = "2" }
                        """).provider("work").orElseThrow();
        assertEquals(Optional.of("https://h/v1"), work.baseUrl());
        assertEquals(Optional.of("chat"), work.dialect());
        assertEquals(Optional.of("WORK_KEY"), work.keyEnv());
        assertEquals(Optional.of("pass show work"), work.keyCommand());
        assertEquals(Optional.of("large"), work.model());
        assertEquals(Map.of("X-Team", "red", "X-Level", "2"), work.headers());
        assertEquals("work", work.toString());
    }

    @Test
    void aRoleIsATextOrATable() {
        Settings settings = settings("""
                [roles]
                brief = "Be brief."
                [roles.coder]
                system = "You code."
                model = "openai/gpt-5"
                temperature = 0
                """);
        assertEquals(List.of("brief", "coder"), settings.roles());
        assertEquals(
                Optional.of("Be brief."), settings.role("brief").orElseThrow().system());
        Role coder = settings.role("coder").orElseThrow();
        assertEquals(Optional.of("openai/gpt-5"), coder.model());
        assertEquals(0, coder.parameters().temperature().orElseThrow());
        assertEquals(Optional.empty(), settings.role("chef"));
        assertEquals("coder", settings.roleSaying("You code.").orElseThrow().name());
        assertEquals(Optional.empty(), settings.roleSaying("You cook."));
    }

    @Test
    void pathsBeginAtHomeOrBesideTheFile() {
        NetworkSettings network = settings("""
                        [network]
                        proxy = "http://u:p@proxy:3128"
                        ca_file = "~/roots.pem"
                        client_cert = "me.pem"
                        client_key = "/etc/me.key"
                        """).network(new Environment(Map.of("HOME", "/home/me")));
        assertEquals(Optional.of("http://u:p@proxy:3128"), network.proxy());
        assertEquals(Optional.of(Path.of("/home/me/roots.pem")), network.caFile());
        assertEquals(Optional.of(Path.of("/there/me.pem")), network.clientCert());
        assertEquals(Optional.of(Path.of("/etc/me.key")), network.clientKey());
        assertEquals("network", network.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-5, openai/gpt-5, true",
        "openai/gpt-5, openai/gpt-5-mini, false",
        "openai/*, openai/gpt-5, true",
        "openai/*, openrouter/openai/gpt-5, false",
        "*/gpt-5, openrouter/openai/gpt-5, true",
        "gpt-5*, openai/gpt-5-mini, true",
        "gpt-5, openai/gpt-5, true",
        "openai/gpt-5, gpt-5, false",
        "*mini*, openai/gpt-5-mini-2, true",
        "*, any, true",
        "a*b*c, axxbxxbc, true",
        "a*b*c, axxcxxb, false"
    })
    void aPatternFitsNames(String pattern, String model, boolean fits) {
        assertEquals(fits, NamePattern.matches(pattern, model));
    }

    @Test
    void theClosestNameComesFirst() {
        List<ModelRule> rules = settings("""
                        [models."*"]
                        reasoning = "low"
                        [models."openai/gpt-5"]
                        reasoning = "high"
                        [models."openai/*"]
                        reasoning = "none"
                        [models."groq/*"]
                        reasoning = "medium"
                        """).rules("openai/gpt-5");
        assertEquals(
                List.of("openai/gpt-5", "openai/*", "*"),
                rules.stream().map(ModelRule::pattern).toList());
    }

    @Test
    void withoutAFileThereIsNothing() {
        Environment environment =
                new Environment(Map.of("XDG_CONFIG_HOME", folder.toString(), "HOME", folder.toString()));
        assertEquals(Optional.empty(), Settings.in(environment).file());
        assertEquals(List.of(), Settings.in(environment).roles());
        assertEquals(Optional.empty(), Settings.NONE.get(Keys.MODEL));
        assertEquals(List.of(), Settings.NONE.roles());
        assertEquals(List.of(), Settings.NONE.providers());
        assertEquals(Optional.empty(), Settings.NONE.alias("fast"));
        assertEquals(Optional.empty(), Settings.NONE.network(environment).proxy());
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        String said = problem(() -> Settings.in(environment(folder.resolve("work.toml"))));
        assertTrue(said.contains("BELAY_CONFIG") && said.contains("work.toml"), said);
    }

    @Test
    void aFileIsReadWhateverItsLineEnds() throws IOException {
        Path file = folder.resolve("config.toml");
        Files.writeString(file, "\uFEFFmodel = \"m\"\r\n[aliases]\r\nfast = \"openai/é\"\r\n");
        Settings settings = Settings.in(environment(file));
        assertEquals(Optional.of("m"), settings.get(Keys.MODEL));
        assertEquals(Optional.of("openai/é"), settings.alias("fast"));
    }

    @Test
    void aFileThatIsNoTextIsSaid() throws IOException {
        Path file = folder.resolve("config.toml");
        Files.write(file, new byte[] {'a', '=', (byte) 0xFF});
        assertTrue(problem(() -> Settings.in(environment(file))).contains("UTF-8"));
        assertTrue(problem(() -> Settings.in(environment(folder))).contains("cannot read"));
    }

    @Test
    void aSyntaxErrorIsToldWithItsLine() {
        assertEquals(
                "config.toml, line 2, column 9: this is no value; texts stand in quotes, numbers, true and false do not",
                problem(() -> settings("save = true\nmodel = gpt\n")));
    }

    @Test
    void aValueOfTheWrongTypeIsToldWithItsLineWhenItIsAskedFor() {
        Settings settings = settings("model = \"m\"\n\n[providers.work]\nbase_url = 5\n[roles]\nbrief = 7\n");
        assertEquals(Optional.of("m"), settings.get(Keys.MODEL));
        assertTrue(problem(() -> settings.provider("work"))
                .startsWith("config.toml, line 4: providers.work.base_url must be "));
        assertEquals("config.toml, line 6: roles.brief must be a table", problem(() -> settings.role("brief")));
        assertEquals(
                "config.toml, line 1: aliases must be a table",
                problem(() -> settings("aliases = 1").alias("x")));
    }

    @Test
    void halfAnIdentityIsNone() {
        Settings settings = settings("[network]\nclient_cert = \"a\"\n");
        assertEquals(
                "config.toml, line 2: network.client_cert does nothing without client_key: set both",
                problem(() -> settings.network(new Environment(Map.of()))));
    }
}
