package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the config file does, and the commands around it. */
@Timeout(60)
class ConfigIT {
    private static final String MARK = "sk-MARKED-0123456789";

    @AutoClose
    private final Stage stage = new Stage();

    private Path config() {
        return Path.of(stage.box().environment().get("XDG_CONFIG_HOME"), "belay", "config.toml");
    }

    private void write(String toml) {
        try {
            Files.createDirectories(config().getParent());
            Files.writeString(config(), toml.replace("$SERVER", stage.server().baseUrl()));
            Files.setPosixFilePermissions(config(), PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Run belay(String... words) {
        return stage.run(Image.command(words));
    }

    private String hanging() {
        Path pipe = stage.box().work().resolve("pipe");
        Commands.output("mkfifo", pipe.toString());
        return "echo asking for the key >&2; exec cat " + pipe;
    }

    @Test
    void a_provider_of_ones_own_is_asked_by_its_alias_with_the_key_that_a_command_tells() {
        write("""
                model = "fast"
                [aliases]
                fast = "work/m1"
                [providers.work]
                base_url = "$SERVER"
                key_command = "echo %s"
                headers = { X-Team = "red" }
                """.formatted(MARK));
        Run run = belay("--debug", "hello");
        Request request = stage.answered(run);
        assertEquals("Bearer " + MARK, request.headers().get("authorization"));
        assertEquals("red", request.headers().get("x-team"));
        assertEquals("m1", request.json().path("model").asText());
        assertFalse(run.err().contains("MARKED"), run.toString());
        assertTrue(run.err().contains("debug: model work/m1: from the config"), run.toString());
        assertTrue(
                run.err().contains("debug: base URL " + stage.server().baseUrl() + ": from the config"),
                run.toString());
        assertTrue(run.err().contains("debug: key: the key_command of work"), run.toString());
    }

    @Test
    void debug_tells_of_each_value_where_it_comes_from() {
        write(
                "temperature = 0.5\nmax_tokens = 9\nrole = \"brief\"\ntimeout = \"1m\"\n[roles.brief]\nsystem = \"x\"\nreasoning = \"low\"\n");
        Run run = stage.oneShot("--debug", "-t", "0.1", "hello");
        stage.answered(run);
        for (String line : List.of(
                "model test-model: chosen by option",
                "role brief: from the config",
                "system prompt: from the role brief",
                "temperature 0.1: by option",
                "max_tokens 9: from the config",
                "reasoning low: from the role brief",
                "timeout 60000 ms: from the config")) {
            assertTrue(run.err().contains("debug: " + line + "\n"), line + "\n" + run);
        }
    }

    @Test
    void a_role_is_the_system_prompt_and_goes_on_with_its_session() {
        write("role = \"brief\"\n[roles]\nbrief = \"Be brief.\"\ncoder = \"You code.\"\n");
        assertEquals(
                "Be brief.",
                stage.answered(stage.oneShot("hello"))
                        .messages()
                        .path(0)
                        .path("content")
                        .asText());
        assertEquals(
                "You code.",
                stage.answered(stage.oneShot("-r", "coder", "hello"))
                        .messages()
                        .path(0)
                        .path("content")
                        .asText());
        assertEquals(
                "You code.",
                stage.answered(stage.oneShot("-c", "go on"))
                        .messages()
                        .path(0)
                        .path("content")
                        .asText());
        assertEquals(
                "user",
                stage.answered(stage.oneShot("-r", "-", "hello"))
                        .messages()
                        .path(0)
                        .path("role")
                        .asText());
        assertEquals(
                "mine",
                stage.answered(stage.oneShot("-s", "mine", "hello"))
                        .messages()
                        .path(0)
                        .path("content")
                        .asText());
    }

    @Test
    void save_in_the_config_keeps_sessions_off_the_disk() {
        write("save = false\n");
        stage.answered(stage.oneShot("hello"));
        assertEquals(List.of(), stage.box().journals());
    }

    @Test
    void an_unknown_key_is_told_in_one_line_and_does_no_harm() {
        write("save = true\nmodle = \"x\"\n");
        Run run = stage.oneShot("hello");
        stage.answered(run);
        assertEquals(
                1,
                run.err()
                        .lines()
                        .filter(line -> line.contains("line 2: there is no key “modle”; did you mean “model”?"))
                        .count(),
                run.toString());
        Run quiet = stage.oneShot("-q", "hello");
        stage.answered(quiet);
        assertEquals("", quiet.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        model = 5                                | line 1
        save = true;model = [unclosed            | line 2
        role = "chef"                            | there is no role “chef”
        timeout = "soon"                         | line 1: timeout must be a duration
        """)
    void a_config_that_cannot_be_is_not_configured(String toml, String said) {
        write(toml.replace(';', '\n') + "\n");
        Run run = belay("hello");
        assertEquals(3, run.exit(), run.toString());
        Sentences.assertClear(run.err());
        assertTrue(run.err().contains("config.toml, line ") && run.err().contains(said), run.toString());
    }

    @Test
    void a_config_that_is_named_and_not_there_is_not_configured() {
        stage.box().set("BELAY_CONFIG", "/no/such/work.toml");
        Run run = belay("hello");
        assertEquals(3, run.exit(), run.toString());
        Sentences.assertClear(run.err());
        assertTrue(run.err().contains("work.toml"), run.toString());
    }

    @ParameterizedTest
    @CsvSource({"-t, hot", "--max-tokens, few", "--reasoning, ''", "-r, chef"})
    void an_option_that_makes_no_sense_is_wrong_usage(String option, String value) {
        write("[roles]\ncheff = \"x\"\n");
        Run run = stage.oneShot(option, value, "hello");
        assertEquals(2, run.exit(), run.toString());
        assertTrue(run.err().contains(option), run.toString());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void path_is_printed_alone() {
        Run run = belay("config", "path");
        assertEquals(0, run.exit());
        assertEquals(config() + "\n", run.out());
    }

    @Test
    void check_names_every_mistake_and_says_by_its_exit_code_whether_there_is_one() {
        assertEquals(0, belay("config", "check").exit());
        write("model = \"openai/m\"\n");
        assertEquals(0, belay("config", "check").exit());
        write("modle = 1\n[providers.work]\nbase_url = \"http://h\"\ndialect = \"chatt\"\n");
        Run run = belay("config", "check");
        assertEquals(3, run.exit());
        assertTrue(run.out().contains("line 1: there is no key “modle”; did you mean “model”?"), run.toString());
        assertTrue(run.out().contains("line 4: there is no dialect “chatt”; did you mean “chat”?"), run.toString());
        assertTrue(run.out().contains("2 mistakes"), run.toString());
    }

    @Test
    void show_tells_what_holds_and_who_says_so() {
        write("temperature = 0.5\ncolor = \"never\"\n\n[providers.openai]\nbase_url = \"http://config/v1\"\n");
        stage.box().set("BELAY_MODEL", "openai/m").set("OPENAI_BASE_URL", "http://env/v1");
        Run run = belay("config", "show", "-t", "0.1");
        assertEquals(0, run.exit(), run.toString());
        assertTrue(run.out().matches("(?s).*model +\"openai/m\" +BELAY_MODEL\n.*"), run.out());
        assertTrue(run.out().matches("(?s).*temperature +\"0.1\" +option -t\n.*"), run.out());
        assertTrue(run.out().matches("(?s).*color +\"never\" +config.toml, line 2\n.*"), run.out());
        assertTrue(run.out().matches("(?s).*save +true +default\n.*"), run.out());
        assertTrue(
                run.out().matches("(?s).*providers.openai.base_url +\"http://env/v1\" +OPENAI_BASE_URL\n.*"),
                run.out());
        assertFalse(run.out().contains("http://config/v1"), run.out());
    }

    /** Every place where a key can be has one; nothing that belay says about its config has it. */
    @Test
    void no_key_is_shown() {
        write("""
                key = "%1$s"
                [providers.work]
                base_url = "$SERVER"
                key_command = "echo %1$s"
                headers = { Authorization = "Bearer %1$s", X-Other = "%1$s" }
                api_key = "%1$s"
                [providers.bad]
                base_url = "http://u:%1$s@h/v1?key=%1$s"
                key_env = "%1$s"
                [network]
                proxy = "http://u:%1$s@h:1"
                """.formatted(MARK));
        stage.box().set("OPENAI_API_KEY", MARK).set("OPENAI_BASE_URL", "http://u:" + MARK + "@h/v1");
        List<Run> runs = new ArrayList<>();
        for (String word : List.of("show", "check", "path")) {
            runs.add(belay("--debug", "config", word));
        }
        runs.add(belay("--debug", "-m", "bad/m", "hello"));
        Run refused = belay("--debug", "-m", "work/m", "hello");
        stage.server()
                .awaitRequest()
                .respond(
                        "401 Unauthorized", "application/json", "{\"error\":{\"message\":\"wrong key " + MARK + "\"}}");
        runs.add(refused);
        for (Run run : runs) {
            run.exit();
            assertFalse((run.out() + run.err()).contains("MARKED"), run.toString());
        }
        assertTrue(
                runs.get(0).out().contains("providers.work.key_command"),
                runs.get(0).toString());
        assertEquals(1, refused.exit());
    }

    @Test
    void a_key_that_others_can_read_is_warned_of() throws IOException {
        write("[providers.work]\nbase_url = \"http://h\"\nheaders = { Authorization = \"Bearer x\" }\n");
        Files.setPosixFilePermissions(config(), PosixFilePermissions.fromString("rw-r--r--"));
        Run run = stage.oneShot("hello");
        stage.answered(run);
        assertTrue(run.err().contains("others can read the key"), run.toString());
    }

    @Test
    void edit_makes_a_file_of_ones_own_and_checks_it() throws IOException {
        Path editor = stage.box().work().resolve("my editor");
        Files.writeString(editor, "#!/bin/sh\necho 'modle = 1' >> \"$1\"\n");
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        stage.box().set("EDITOR", "'" + editor + "'");
        Run run = belay("config", "edit");
        assertEquals(3, run.exit(), run.toString());
        assertTrue(run.out().contains("there is no key “modle”"), run.toString());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config().getParent())));
        assertTrue(Files.readString(config()).startsWith("# The configuration of belay."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "show", "edit", "check"})
    void what_prints_text_alone_refuses_to_print_json(String word) {
        Run run = belay("config", word, "-o", "json");
        assertEquals(2, run.exit(), run.toString());
        assertEquals("belay: config " + word + " prints text alone, so -o json does not go with it\n", run.err());
        assertEquals("", run.out());
    }

    @Test
    void an_editor_that_is_not_there_is_named() {
        stage.box().set("EDITOR", "/nonexist");
        Run run = belay("config", "edit");
        assertEquals(1, run.exit(), run.toString());
        assertTrue(
                run.err().contains("the editor “/nonexist” was not found (exit code 127); set VISUAL or EDITOR"),
                run.toString());
    }

    @Test
    void without_an_editor_that_is_said() {
        Run run = belay("config", "edit");
        assertEquals(3, run.exit(), run.toString());
        assertTrue(run.err().contains("EDITOR"), run.toString());
        assertFalse(Files.exists(config()));
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_ends_a_command_that_does_not_tell_its_key(String signal, int status) {
        write("model = \"work/m\"\n[providers.work]\nbase_url = \"$SERVER\"\nkey_command = \"" + hanging() + "\"\n");
        Run run = belay("hello");
        run.awaitErr("asking for the key");
        run.signal(signal);
        assertEquals(status, run.exit(), run.toString());
        assertFalse(run.err().contains("failed"), run.toString());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void at_the_prompt_ctrl_c_stops_a_command_that_does_not_tell_its_key() {
        write("[providers.plain]\nbase_url = \"$SERVER\"\n[providers.work]\nbase_url = \"$SERVER\"\nkey_command = \""
                + hanging() + "\"\n");
        TerminalSession terminal = stage.terminal(List.of(Image.launcher(), "-m", "plain/test-model"));
        terminal.awaitPrompt();
        terminal.enter("/model work/m");
        terminal.awaitText("asking for the key");
        terminal.press(Keys.CTRL_C);
        terminal.awaitText("stopped");
        terminal.awaitPrompt();
        terminal.enter("hello");
        assertEquals(
                "test-model",
                stage.server().awaitRequest().request().json().path("model").asText());
    }

    @Test
    void roles_and_parameters_change_at_the_prompt() {
        write("temperature = 0.5\n[roles]\nbrief = \"Be brief.\"\n");
        Chat chat = Chat.begin(stage);
        chat.terminal().enter("/role brif");
        chat.terminal().awaitText("did you mean “brief”?");
        chat.terminal().enter("/role brief");
        chat.terminal().awaitText("role brief, test-model");
        chat.terminal().enter("/set");
        chat.terminal().awaitText("temperature: 0.5 (from the config)");
        chat.terminal().awaitText("max_tokens: left to the model");
        chat.terminal().enter("/set temperature 0.1");
        chat.terminal().awaitText("temperature: 0.1 (set here)");
        chat.terminal().enter("/set temperature hot");
        chat.terminal().awaitText("temperature must be a number");
        chat.terminal().enter("/role");
        chat.terminal().awaitText("* brief  Be brief.");
        chat.terminal().awaitPrompt();
        assertEquals(
                "Be brief.",
                chat.ask("hello").request().messages().path(0).path("content").asText());
    }
}
