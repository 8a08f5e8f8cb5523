package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages of several lines, and the memory of what was typed. */
@Timeout(60)
class InputIT {
    @AutoClose
    private final Stage stage = new Stage();

    private String sent() {
        return stage.server().awaitRequest().request().lastUserText();
    }

    @Test
    void a_pasted_block_of_lines_is_one_message() {
        TerminalSession belay = stage.repl();
        belay.press("\033[200~first line\rsecond line\033[201~");
        belay.awaitScreen(s -> s.cursorLine().endsWith("second line"), "the pasted text");
        belay.press(Keys.ENTER);
        assertEquals("first line\nsecond line", sent());
    }

    @Test
    void a_trailing_backslash_goes_on_in_the_next_line() {
        TerminalSession belay = stage.repl();
        belay.press("first line\\" + Keys.ENTER);
        belay.press("second line" + Keys.ENTER);
        assertEquals("first line\nsecond line", sent());
    }

    @Test
    void a_block_between_triple_quotes_is_one_message() {
        TerminalSession belay = stage.repl();
        belay.press("\"\"\"" + Keys.ENTER + "first line" + Keys.ENTER + Keys.ENTER + "  second line" + Keys.ENTER + "\"\"\"" + Keys.ENTER);
        assertEquals("first line\n\n  second line", sent().stripTrailing());
    }

    @Test
    void alt_enter_puts_a_new_line() {
        TerminalSession belay = stage.repl();
        belay.press("first line\033\rsecond line" + Keys.ENTER);
        assertEquals("first line\nsecond line", sent());
    }

    @Test
    void special_characters_are_sent_as_typed() {
        TerminalSession belay = stage.repl();
        String text = "what's !! and $HOME \"quoted\" # 漢字 ~ {x}";
        belay.press(text + Keys.ENTER);
        assertEquals(text, sent());
    }

    @Test
    void an_empty_line_sends_nothing() {
        Chat chat = Chat.begin(stage);
        chat.terminal().press(Keys.ENTER + "   " + Keys.ENTER);
        chat.terminal().press("hello" + Keys.ENTER);
        assertEquals("hello", sent());
        assertEquals(1, stage.server().requests());
    }

    @Test
    void up_brings_back_what_an_earlier_run_was_asked_and_only_the_owner_can_read_it() throws IOException {
        Chat chat = Chat.begin(stage);
        chat.converse("a question to remember", "one ");
        chat.terminal().press(Keys.CTRL_D);
        assertEquals(0, chat.terminal().waitFor());
        Path history = Path.of(stage.box().environment().get("XDG_STATE_HOME"), "belay", "history");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));

        TerminalSession again = stage.repl();
        again.pressCursor(Keys.UP);
        again.awaitPrompt("a question to remember");
    }
}
