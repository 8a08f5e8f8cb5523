package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tab, in real shells. */
@Timeout(120)
class CompletionIT {

    private static final String ID = "20261120-104512-7f3a";

    @AutoClose
    private final Stage stage = new Stage();

    /** A shell as somebody has it who has switched completion on. */
    enum Shell {
        BASH("env PS1='shell$ ' bash --norc --noprofile -i", "source <(belay completion bash)"),
        ZSH("env PS1='shell$ ' zsh -f -i", "autoload -U compinit; compinit -u -D; source <(belay completion zsh)"),
        FISH(
                "fish --no-config -i",
                "set -g fish_autosuggestion_enabled 0; function fish_prompt; echo -n 'shell$ '; end; belay completion fish | source");

        private final String call;
        private final String setUp;

        Shell(String call, String setUp) {
            this.call = call;
            this.setUp = setUp;
        }

        private boolean isThere() {
            return Files.isExecutable(Path.of("/usr/bin/" + name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    @BeforeEach
    void belay_has_been_used_before() throws IOException {
        Path root = stage.box().root();
        Files.createSymbolicLink(root.resolve("bin/belay"), Path.of(Image.launcher()));
        Path models = Files.createDirectories(root.resolve("cache/belay/models"));
        Files.writeString(models.resolve("of-ollama"), "llama3.2:1b\nllama3.2:70b-instruct\nqwen3:8b\n");
        Path config = Files.createDirectories(root.resolve("config/belay"));
        Files.writeString(config.resolve("config.toml"), """
                [roles]
                brief = "Answer in one sentence."

                [providers.work]
                base_url = "http://127.0.0.1:1/v1"
                """);
        Files.createDirectories(stage.box().sessions());
        Files.writeString(stage.box().sessions().resolve(ID + ".jsonl"), """
                {"type":"session","v":1,"id":"20261120-104512-7f3a","created":"2026-11-20T10:45:12Z","model":"test/m"}
                {"type":"title","at":"2026-11-20T10:45:12Z","text":"Terminal signals, $HOME & so on"}
                {"type":"user","turn":1,"at":"2026-11-20T10:45:20Z","text":"What is SIGHUP?"}
                {"type":"delta","turn":1,"text":"A signal."}
                {"type":"end","turn":1,"at":"2026-11-20T10:45:22Z","outcome":"complete","model":"test/m","title":"Terminal signals, $HOME & so on"}
                """);
    }

    private TerminalSession shell(Shell shell) throws IOException {
        assumeTrue(shell.isThere(), shell + " is not on this machine: apt-get install zsh fish");
        String path = stage.box().environment().get("PATH");
        stage.box().set("PATH", path + ":/usr/bin:/bin").set("TERM", "xterm-256color");
        Files.writeString(stage.box().work().resolve("setup"), shell.setUp + "\necho set up, once\n");
        TerminalSession terminal = stage.terminal(List.of("sh", "-c", "exec " + shell.call));
        terminal.awaitScreen(screen -> !screen.cursorLine().isBlank(), "a prompt");
        terminal.enter("source setup");
        terminal.awaitScreen(
                screen -> screen.text().contains("set up, once")
                        && screen.cursorLine().strip().equals("shell$"),
                "set up");
        return terminal;
    }

    private static void completes(TerminalSession terminal, String typed, String line) {
        terminal.press(typed);
        terminal.awaitScreen(screen -> screen.cursorLine().endsWith(typed), "what is typed");
        terminal.press("\t");
        terminal.awaitScreen(
                screen -> screen.cursorLine().strip().equals("shell$ " + line), "“" + line + "” after Tab");
        terminal.press("\u0015");
        terminal.awaitScreen(screen -> screen.cursorLine().strip().equals("shell$"), "an empty line");
    }

    @ParameterizedTest
    @EnumSource
    void commands_options_and_fixed_values(Shell shell) throws IOException {
        TerminalSession terminal = shell(shell);
        completes(terminal, "belay pro", "belay probe");
        completes(terminal, "belay --idle", shell == Shell.ZSH ? "belay --idle-timeout=" : "belay --idle-timeout");
        completes(terminal, "belay --color al", "belay --color always");
        completes(terminal, "belay -q config sh", "belay -q config show");
        completes(terminal, "belay help stop", "belay help stopping");
        completes(terminal, "belay sessions export -o h", "belay sessions export -o html");
        completes(terminal, "belay sessions show --output te", "belay sessions show --output text");
        completes(terminal, "belay sessions list -o te", "belay sessions list -o text");
    }

    @ParameterizedTest
    @EnumSource
    void models_with_a_slash_and_a_colon(Shell shell) throws IOException {
        TerminalSession terminal = shell(shell);
        completes(terminal, "belay -m ollama/llama3.2:7", "belay -m ollama/llama3.2:70b-instruct");
        completes(terminal, "belay --model=ollama/qw", "belay --model=ollama/qwen3:8b");
        completes(terminal, "belay probe ollama/qw", "belay probe ollama/qwen3:8b");
    }

    @ParameterizedTest
    @EnumSource
    void providers_of_the_config_and_others(Shell shell) throws IOException {
        TerminalSession terminal = shell(shell);
        completes(terminal, "belay -m wo", "belay -m work/");
        completes(terminal, "belay models olla", "belay models ollama/");
        completes(terminal, "belay probe firew", "belay probe fireworks/");
    }

    @Test
    void of_the_providers_those_come_first_that_are_set_up() {
        stage.box().set("GROQ_API_KEY", "k");
        assertEquals(
                "work/\tin the config\ngroq/\tkey in GROQ_API_KEY\nollama/\tits models were listed before\n",
                values("providers", ""));
        assertEquals("fireworks/\n", values("providers", "fi"));
        assertEquals("", values("models", "ollama/x"));
        assertEquals("ollama/qwen3:8b\n", values("models", "ollama/q"));
        assertTrue(values("models", "").startsWith("guide\t"), values("models", ""));
        assertFalse(values("models", "").contains("qwen3"), "a provider is typed first");
    }

    private String values(String kind, String word) {
        Run run = stage.run(List.of(Image.launcher(), "completion", "--values", kind, "--", word));
        assertEquals(0, run.exit(), run.toString());
        assertEquals("", run.err());
        return run.out();
    }

    @ParameterizedTest
    @EnumSource
    void a_session_by_its_title_with_blanks_and_by_its_id(Shell shell) throws IOException {
        TerminalSession terminal = shell(shell);
        completes(terminal, "belay --session 202611", "belay --session " + ID);
        terminal.press("belay --session Term\t");
        terminal.awaitScreen(screen -> screen.cursorLine().contains("so\\ on"), "the title");
        // What stands there now is one word that means the session.
        terminal.press(" --base-url " + stage.server().baseUrl() + " -m m again\r");
        Exchange exchange = stage.server().awaitRequest();
        assertTrue(
                exchange.request().body().contains("What is SIGHUP?"),
                exchange.request().body());
        exchange.begin().token("ok").done();
    }

    @ParameterizedTest
    @EnumSource
    void roles_and_files(Shell shell) throws IOException {
        TerminalSession terminal = shell(shell);
        completes(terminal, "belay -r br", "belay -r brief");
        Files.writeString(stage.box().root().resolve("holiday-plan.txt"), "x");
        String begin = stage.box().root() + "/holi";
        terminal.press("belay -f " + begin + "\t");
        terminal.awaitScreen(screen -> screen.text().replace("\n", "").contains("holiday-plan.txt"), "the file");
    }

    @ParameterizedTest
    @CsvSource({"models", "providers", "sessions", "roles", "nonsense"})
    void a_broken_home_is_silent(String kind) throws IOException {
        Files.writeString(stage.box().root().resolve("config/belay/config.toml"), "this is = = no toml");
        Files.writeString(stage.box().sessions().resolve("20261121-000000-aaaa.jsonl"), "\u0000rubbish");
        Run run = stage.run(List.of(Image.launcher(), "completion", "--values", kind, "--", "zzz"));
        assertEquals(0, run.exit(), run.toString());
        assertEquals("", run.out());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void an_unknown_shell_is_named() {
        Run run = stage.run(List.of(Image.launcher(), "completion", "bsh"));
        assertEquals(2, run.exit(), run.toString());
        Sentences.assertClear(run.err());
    }
}
