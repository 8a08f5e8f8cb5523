package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are wrong or cannot work here, and where the program may lie. */
@Timeout(60)
class UsageIT {
    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void an_unknown_option_is_wrong_usage() {
        Run run = stage.oneShot("--no-such-option", "hello");
        assertEquals(2, run.exit(), run.toString());
        assertTrue(run.err().contains("--no-such-option"), run.toString());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void an_option_without_its_value_is_wrong_usage() {
        assertEquals(2, stage.oneShot("--timeout", "soon", "hello").exit());
    }

    @Test
    void a_provider_without_its_key_is_not_configured_and_the_variable_is_named() {
        Run run = stage.run(List.of(Image.launcher(), "-m", "openai/gpt-4o", "hello"));
        assertEquals(3, run.exit(), run.toString());
        assertTrue(run.err().contains("OPENAI_API_KEY"), run.toString());
    }

    @Test
    void a_config_that_cannot_be_read_is_not_configured() throws IOException {
        Path config = stage.box().work().resolve("bad.toml");
        Files.writeString(config, "model = [unclosed\n");
        stage.box().set("BELAY_CONFIG", config.toString());
        Run run = stage.run(List.of(Image.launcher(), "hello"));
        assertEquals(3, run.exit(), run.toString());
        Sentences.assertClear(run.err());
        assertTrue(run.err().contains("bad.toml"), run.toString());
    }

    @Test
    void help_and_version_go_to_stdout_and_end_well() {
        Run help = stage.run(List.of(Image.launcher(), "--help"));
        assertEquals(0, help.exit());
        assertTrue(help.out().contains("--base-url"), help.toString());
        Run version = stage.run(List.of(Image.launcher(), "--version"));
        assertEquals(0, version.exit());
        assertEquals(1, version.out().lines().count(), version.toString());
        assertEquals("", version.err());
    }

    @Test
    void a_moved_image_with_a_blank_in_its_path_runs_through_a_symbolic_link() throws IOException {
        Path moved = stage.box().work().resolve("a new place");
        Commands.output(
                "cp", "-a", Path.of(Image.launcher()).getParent().getParent().toString(), moved.toString());
        Path link = stage.box().work().resolve("link to belay");
        Files.createSymbolicLink(link, moved.resolve("bin/belay"));
        Run run = stage.run(
                List.of(link.toString(), "--base-url", stage.server().baseUrl(), "-m", "test-model", "hello"));
        stage.server().awaitRequest().begin().token("ok").done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("ok", run.out());
    }

    @Test
    void the_image_has_pages_for_man_and_completion_for_shells() throws IOException {
        Path share = Path.of(Image.launcher()).getParent().resolveSibling("share");
        assertTrue(Files.readString(share.resolve("man/man1/belay.1")).contains("\\-\\-timeout"));
        assertTrue(Files.readString(share.resolve("man/man1/belay-sessions.1")).contains("search"));
        for (String pair : List.of(
                "bash-completion/completions/belay=belay.bash",
                "zsh/site-functions/_belay=_belay",
                "fish/vendor_completions.d/belay.fish=belay.fish")) {
            String[] names = pair.split("=");
            assertEquals(-1, Files.mismatch(share.resolve(names[0]), Path.of("completions", names[1])), pair);
        }
    }
}
