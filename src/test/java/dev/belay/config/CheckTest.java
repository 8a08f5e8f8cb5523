package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.NeedsPosix;
import dev.belay.chat.ProblemException;
import dev.belay.guide.Manual;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    private static final Check.Vocabulary VOCABULARY =
            new Check.Vocabulary(List.of("chat", "anthropic"), List.of("openai", "groq", "ollama"), "guide");
    private static final String MARK = "sk-MARKED-0123456789";

    @TempDir
    Path folder;

    private List<String> check(String toml) {
        ConfigFile file = new ConfigFile(folder.resolve("config.toml"), toml);
        List<String> broken = file.syntaxErrors();
        return broken.isEmpty()
                ? Check.of(Settings.of(file), new Environment(Map.of("HOME", folder.toString())), VOCABULARY)
                : broken;
    }

    /** In the file's text ; stands for a line break. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        save = true;modle = "x"                        | line 2: there is no key “modle”; did you mean “model”?
        baseurl = "x"                                  | line 1: there is no key “baseurl”; known: model, role, system
        [alias];a = "openai/m"                         | line 1: there is no key “alias”; did you mean “aliases”?
        [roles.a];system = "x";tempreture = 1          | line 3: there is no key “tempreture” in roles.a; did you mean “temperature”?
        [models."openai/*"];max-tokens = 1             | line 2: there is no key “max-tokens” in models."openai/*"; did you mean “max_tokens”?
        [providers.openai];baseurl = "x"               | line 2: there is no key “baseurl” in providers.openai; did you mean “base_url”?
        [providers.openai];max_tokens = 4              | line 2: there is no key “max_tokens” in providers.openai; known: base_url, dialect
        [providers.openai];api_key = "x"               | line 2: there is no key “api_key” in providers.openai, and no key belongs in this file: name
        [providers.openai];key = "x"                   | line 2: there is no key “key” in providers.openai, and no key belongs in this file: name
        [network];proxi = "x"                          | line 2: there is no key “proxi” in network; did you mean “proxy”?
        model = 5                                      | line 1: model must be a name in quotes
        model = ""                                     | line 1: model must be a name in quotes
        temperature = "hot"                            | line 1: temperature must be a number from 0 up
        temperature = -1                               | line 1: temperature must be a number from 0 up
        temperature = nan                              | line 1: temperature must be a number from 0 up
        max_tokens = 1.5                               | line 1: max_tokens must be a whole number from 1 up
        max_tokens = 0                                 | line 1: max_tokens must be a whole number from 1 up
        stop = ["a", 1]                                | line 1: stop must be a text, or a list of texts
        reasoning = "very much"                        | line 1: reasoning must be a word such as
        [roles.a];system = "x";reasoning = "fold"      | line 3: roles.a.reasoning must be a word such as
        [models."m"];reasoning = "hide"                | line 2: models.m.reasoning must be a word such as
        notify = "bel"                                 | line 1: notify must be one of off, bell, desktop; did you mean “bell”?
        title = "no"                                   | line 1: title must be true or false
        color = "allways"                              | line 1: color must be one of auto, always, never; did you mean “always”?
        color = true                                   | line 1: color must be one of auto, always, never
        timeout = "soon"                               | line 1: timeout must be a duration
        idle_timeout = "5 weeks"                       | line 1: idle_timeout must be a duration
        save = "yes"                                   | line 1: save must be true or false
        max_file_size = "big"                          | line 1: max_file_size must be a size
        role = "chef"                                  | line 1: there is no role “chef”
        role = "codr";[roles];coder = "x"              | line 1: there is no role “codr”; did you mean “coder”?
        aliases = "x"                                  | line 1: aliases must be a table
        [aliases];a = 1                                | line 2: aliases.a must be a model
        [aliases];a = "gorq/m"                         | line 2: aliases.a leads nowhere: there is no provider “gorq”; did you mean “groq”?
        [aliases];a = "gpt-5"                          | line 2: aliases.a leads nowhere: there is no provider “gpt-5”; known: groq
        [roles];a = 1                                  | line 2: roles.a must be a text in quotes, or a table
        [roles.a];model = "openai/m"                   | line 1: roles.a has no system prompt
        [models];"openai/m" = 1                        | line 2: models."openai/m" must be a table: [models."openai/m"]
        [providers];x = 1                              | line 2: providers.x must be a table: [providers.x]
        [providers.opnai];model = "m"                  | line 1: providers.opnai has no base_url, and belay knows none of this name; did you mean “openai”?
        [providers."a/b"];base_url = "http://h"        | line 1: providers."a/b" cannot be asked by this name
        [providers.guide];base_url = "http://h"        | line 1: providers.guide cannot be asked by this name
        [providers.openai];base_url = "nonsense"       | line 2: providers.openai.base_url must be an address such as
        [providers.openai];base_url = "http://u:p@h"   | line 2: providers.openai.base_url must be an address such as
        [providers.openai];dialect = "chatt"           | line 2: there is no dialect “chatt”; did you mean “chat”?
        [providers.openai];dialect = 1                 | line 2: providers.openai.dialect must be a name
        [providers.openai];key_env = "sk-abc"          | line 2: providers.openai.key_env must be the name of an environment variable
        [providers.openai];headers = "x"               | line 2: providers.openai.headers must be a table of texts
        [providers.openai.headers];"a b" = "x"         | line 1: providers.openai.headers must be a table of texts
        [network];client_key = "~/none"                | line 2: network.client_key does nothing without client_cert: set both
        [network];ca_file = "~/none"                   | line 2: network.ca_file: there is no file
        [network];proxy = "ftp://h"                    | line 2: network.proxy must be an address
        """)
    void everyMistakeIsNamedWithItsLine(String toml, String expected) {
        List<String> said = check(toml.replace(';', '\n'));
        assertTrue(said.size() >= 1 && said.get(0).startsWith("config.toml, " + expected), said.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        model = gpt                   | line 1, column 9: this is no value; texts stand in quotes
        save = true;model = [a        | line 2, column 10: this is no value
        model = "x                    | line 1, column 11: this text has no end
        model "x"                     | line 1, column 7: a key is followed by = and its value
        save = true;save = false      | line 2, column 1: “save” is there twice; the first is in line 1
        [a];x = 1;[a];y = 2           | line 3, column 1: “a” is there twice; the first is in line 1
        model = "a" "b"               | line 1, column 13: something is left over after the value
        model = "\\q"                 | line 1, column 10: this is no escape sequence
        """)
    void everySyntaxErrorIsNamedWithItsPlace(String toml, String expected) {
        List<String> said = check(toml.replace(';', '\n').replace("\\\\", "\\"));
        assertTrue(said.get(0).startsWith("config.toml, " + expected), said.toString());
    }

    @Test
    void allMistakesAreNamedInTheOrderOfTheirLines() {
        List<String> said =
                check("modle = 1\ncolor = 1\n[aliases]\na = \"q/y\"\n[providers.x]\ndialect = \"z\"\nfoo = 1\n");
        assertEquals(
                List.of("1", "2", "4", "5", "6", "7"),
                said.stream()
                        .map(line -> line.replaceAll(".*line (\\d+):.*", "$1"))
                        .distinct()
                        .toList());
        assertEquals(3, check("a = b\nc = = 1\nd = \"x\n").size());
    }

    @Test
    void whatIsRightIsNoMistake() {
        assertEquals(List.of(), check(""));
        assertEquals(List.of(), check("""
                        role = "a"
                        stop = "END"
                        timeout = 90
                        [aliases]
                        one = "guide"
                        two = "mine/m"
                        three = "groq"
                        [roles]
                        a = ""
                        [providers.mine]
                        base_url = "http://[::1]:8080/v1"
                        [providers.ollama]
                        model = "llama3.2"
                        [network]
                        proxy = "none"
                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy:3128, true",
        "proxy:3128, true",
        "socks5://u:p@127.0.0.1:1080, true",
        "socks5h://h, true",
        "none, true",
        "http://[::1]:3128/, true",
        "'', false",
        "http://, false",
        "ftp://h, false",
        "http://h/path, false"
    })
    void proxiesAreWrittenInManyForms(String proxy, boolean right) {
        assertEquals(right, check("[network]\nproxy = \"" + proxy + "\"\n").isEmpty());
    }

    @Test
    void theTemplateHoldsEverySettingAndIsRightOnceItsCommentsAreTakenAway() throws IOException {
        for (String name : List.of("company-roots.pem", "me.pem", "me.key")) {
            Files.createFile(folder.resolve(name));
        }
        String template = template().replaceAll("(?m)^# (?=[a-z_]+ = |\\[)", "").replace("role = \"brief\"", "");
        assertEquals(List.of(), check(template));
        String manual = new Manual().page("config").orElseThrow();
        Tables.visit(Settings.of(new ConfigFile(folder, "")).root(), (table, keys) -> {});
        for (List<Key<?>> keys :
                List.of(Keys.IN_FILE, Keys.IN_ROLE, Keys.IN_MODEL, Keys.IN_PROVIDER, Keys.IN_NETWORK, Keys.IN_THEME)) {
            for (String name : Keys.names(keys)) {
                assertTrue(template.matches("(?s).*\\b" + name + "\\b.*"), "not in the template: " + name);
                assertTrue(manual.matches("(?s).*\\b" + name + "\\b.*"), "not in the manual: " + name);
            }
        }
    }

    private static String template() throws IOException {
        try (InputStream in = Check.class.getResourceAsStream("/dev/belay/config.toml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A config full of keys, broken in random places: whatever is said of it, no key is in it. */
    @Test
    void noMistakeRepeatsAKey() {
        String whole = """
                model = "openai/m"
                key = "%1$s"
                [providers.openai]
                api_key = "%1$s"
                base_url = "https://u:%1$s@h/v1"
                key_env = "%1$s"
                key_command = "echo %1$s"
                headers = { Authorization = "Bearer %1$s", x-api-key = '%1$s' }
                [providers.work.headers]
                Cookie = "%1$s"
                [network]
                proxy = "http://u:%1$s@h:1"
                client_key = "x"
                """.formatted(MARK);
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String broken = damaged(whole, random);
            for (String said : everythingSaidOf(broken)) {
                assertFalse(said.contains("MARKED"), said + "\n---\n" + broken);
            }
        }
    }

    private List<String> everythingSaidOf(String toml) {
        List<String> said = new ArrayList<>(check(toml));
        try {
            Settings settings = Settings.of(new ConfigFile(folder.resolve("config.toml"), toml));
            said.addAll(Oddities.in(settings));
            Visible.in(settings).forEach(value -> said.add(value.name() + " " + value.text()));
            for (String provider : settings.providers()) {
                said.add(settings.provider(provider).toString());
            }
            said.add(settings.network(new Environment(Map.of())).toString());
        } catch (ProblemException problem) {
            said.add(problem.problem().sentence());
        }
        return said;
    }

    /** Quotes, signs and brackets get lost, few or many; letters do not, else the key were another. */
    private static String damaged(String text, Random random) {
        int percent = List.of(2, 20, 80).get(random.nextInt(3));
        StringBuilder damaged = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stays = Character.isLetterOrDigit(c) || c == '-' || c == '\n' || c == ' ';
            if (stays || random.nextInt(100) >= percent) {
                damaged.append(c);
            }
        }
        return damaged.toString();
    }

    @Test
    @NeedsPosix
    void aKeyThatOthersCanReadIsWarnedOf() throws IOException {
        assertWarned(true, "rw-r--r--", "[providers.openai]\nheaders = { Authorization = \"Bearer x\" }\n");
        assertWarned(true, "rw-r-----", "[providers.openai]\napi_key = \"x\"\n");
        assertWarned(true, "rw----r--", "[network]\nproxy = \"http://u:p@h:1\"\n");
        assertWarned(false, "rw-------", "[providers.openai]\napi_key = \"x\"\n");
        assertWarned(false, "rw-r--r--", "[providers.openai]\nkey_env = \"X_KEY\"\nkey_command = \"pass x\"\n");
        assertWarned(false, "rw-r--r--", "max_tokens = 5\n[network]\nclient_key = \"k\"\nclient_cert = \"c\"\n");
        assertWarned(false, "rw-r--r--", "keys = \"vi\"\n");
        assertWarned(true, "rw-r--r--", "keys = \"vi\"\napi_key = \"x\"\n");
        assertWarned(false, "rw-r--r--", "[roles]\nkeynote = \"Speak.\"\n[aliases]\ntoken = \"openai/m\"\n");
    }

    private void assertWarned(boolean warned, String mode, String toml) throws IOException {
        Path path = folder.resolve("config.toml");
        Files.writeString(path, toml);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        Optional<String> warning = Exposure.of(Settings.of(new ConfigFile(path, toml)));
        assertEquals(warned, warning.isPresent(), toml);
    }

    @Test
    void theFirstUnknownKeyIsToldAtEachStart() {
        assertEquals(
                List.of("config.toml, line 1: there is no key “modle”; did you mean “model”?"
                        + " (and 1 more; belay config check lists all)"),
                Oddities.in(Settings.of(new ConfigFile(Path.of("config.toml"), "modle = 1\n[network]\nx = 1\n"))));
        assertEquals(List.of(), Oddities.in(Settings.of(new ConfigFile(Path.of("config.toml"), "model = 1\n"))));
    }
}
