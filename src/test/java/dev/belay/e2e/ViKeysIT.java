package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the keys of vi: Ctrl-C, Enter and a signal while a command waits for more keys. */
@Timeout(60)
class ViKeysIT {
    @AutoClose
    private final Stage stage = new Stage();

    private TerminalSession withKeysOfVi() throws IOException {
        Path config = Path.of(stage.box().environment().get("XDG_CONFIG_HOME"), "belay", "config.toml");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "keys = \"vi\"\n");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        return stage.repl();
    }

    /** The line is there, and letters are commands. */
    private TerminalSession commanding(String line) throws IOException {
        TerminalSession belay = withKeysOfVi();
        putAside(belay, "first question");
        putAside(belay, "other question");
        putAside(belay, "last words");
        belay.press(line);
        belay.awaitPrompt(line);
        command(belay);
        return belay;
    }

    private static void putAside(TerminalSession belay, String line) {
        belay.press(line);
        belay.awaitPrompt(line);
        belay.press(Keys.CTRL_C);
        belay.awaitPrompt();
    }

    private static void command(TerminalSession belay) {
        belay.press(Keys.ESC);
        belay.awaitScreen(s -> s.wholeCursorLine().contains("vi test-model"), "the mode");
    }

    private static void search(TerminalSession belay, String key, String text) {
        belay.press(key + text);
        belay.awaitText((key.equals("/") ? "?" : "/") + text + "_");
    }

    private static void assertEndsAtOnce(TerminalSession belay) {
        belay.handle().destroy();
        assertEquals(143, belay.waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n"})
    void enter_runs_a_search_that_can_be_repeated(String enter) throws IOException {
        TerminalSession belay = commanding("draft");
        search(belay, "/", "quest");
        belay.press(enter);
        belay.awaitPrompt("other question");
        belay.press("n");
        belay.awaitPrompt("first question");
        belay.press("N");
        belay.awaitPrompt("other question");
        search(belay, "/", "last");
        belay.press(enter);
        belay.awaitPrompt("last words");
        search(belay, "?", "other");
        belay.press(enter);
        belay.awaitPrompt("other question");
        belay.press(Keys.ENTER);
        assertEquals("other question", stage.server().awaitRequest().request().lastUserText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "?"})
    void one_ctrl_c_in_a_search_clears_the_line_and_up_brings_it_back(String key) throws IOException {
        TerminalSession belay = commanding("abcdef");
        search(belay, key, "words");
        belay.press(Keys.CTRL_C);
        belay.awaitPrompt();
        belay.pressCursor(Keys.UP);
        belay.awaitPrompt("abcdef");
        command(belay);
        belay.press("nNx");
        belay.awaitPrompt("abcde");
    }

    @Test
    void ctrl_d_leaves_a_search_and_the_line_is_as_before() throws IOException {
        TerminalSession belay = commanding("abcdef");
        search(belay, "/", "words");
        belay.press(Keys.CTRL_D + "x");
        belay.awaitPrompt("abcde");
    }

    @Test
    void with_nothing_typed_yet_there_is_nothing_to_search() throws IOException {
        TerminalSession belay = withKeysOfVi();
        command(belay);
        belay.press("/?nNihello");
        belay.awaitPrompt("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "c", "y", "f", "t", "F", "r", "df", "3d"})
    void one_ctrl_c_clears_the_line_as_it_was_while_a_command_waits_for_a_key(String command) throws IOException {
        TerminalSession belay = commanding("abcdef");
        belay.press(command + Keys.CTRL_C);
        belay.awaitPrompt();
        belay.pressCursor(Keys.UP);
        belay.awaitPrompt("abcdef");
        belay.press("gh");
        belay.awaitPrompt("abcdefgh");
        command(belay);
        belay.press("hdl");
        belay.awaitPrompt("abcdefh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "?", "d", "c", "y", "f", "r", "df"})
    void sigterm_ends_at_once_while_a_command_waits_for_a_key(String command) throws IOException {
        TerminalSession belay = commanding("abcdef");
        belay.press(command);
        assertEndsAtOnce(belay);
    }

    @Test
    void a_count_of_too_many_digits_is_forgotten() throws IOException {
        TerminalSession belay = commanding("abcdef");
        belay.press("99999x");
        belay.awaitPrompt("abcde");
    }
}
