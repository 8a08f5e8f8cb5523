package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever way belay ends, the terminal is as it was before. */
@Timeout(60)
class TerminalStateIT {
    private static final String SCRIPT = "trap : INT; stty -a > before; \"$@\"; echo $? > status; stty -a > after; echo 'all '\"over\"";

    @AutoClose
    private final Stage stage = new Stage();

    private TerminalSession script(String... arguments) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", SCRIPT, "script"));
        command.addAll(stage.belay(arguments));
        return stage.terminal(command);
    }

    private Chat begin() {
        Chat chat = new Chat(script(), stage.server());
        chat.terminal().awaitPrompt();
        return chat;
    }

    private static ProcessHandle belay(Chat chat) {
        return chat.terminal().handle().children().findFirst().orElseThrow();
    }

    private void assertRestored(Chat chat, int status) throws IOException {
        chat.terminal().awaitText("all over");
        assertEquals(file("before"), file("after"), chat.terminal().picture());
        assertEquals(status, Integer.parseInt(file("status").strip()), chat.terminal().picture());
        assertFalse(chat.terminal().look(Screen::bracketedPaste).booleanValue(), "bracketed paste is still on");
        assertFalse(chat.terminal().look(Screen::applicationKeys).booleanValue(), "cursor keys still send what the editor wanted");
        assertTrue(chat.terminal().look(Screen::cursorVisible).booleanValue(), "the cursor is still hidden");
    }

    private String file(String name) throws IOException {
        // The size is not belay's: the pseudo-terminal gets it a moment after the script has begun.
        return Files.readString(stage.box().work().resolve(name)).replaceAll("rows \\d+; columns \\d+;", "");
    }

    @Test
    void after_slash_exit() throws IOException {
        Chat chat = begin();
        chat.terminal().press("/exit" + Keys.ENTER);
        assertRestored(chat, 0);
    }

    @Test
    void after_ctrl_d_on_an_empty_line() throws IOException {
        Chat chat = begin();
        chat.terminal().press(Keys.CTRL_D);
        assertRestored(chat, 0);
    }

    @Test
    void after_an_exit_that_was_typed_while_an_answer_streamed() throws IOException {
        Chat chat = begin();
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press("/exit" + Keys.ENTER);
        exchange.done();
        assertRestored(chat, 0);
    }

    @Test
    void after_a_one_shot_that_ctrl_c_stopped() throws IOException {
        Chat chat = new Chat(script("hello"), stage.server());
        stage.server().awaitRequest().begin().token("one ");
        chat.terminal().awaitText("one");
        chat.terminal().press(Keys.CTRL_C);
        assertRestored(chat, 130);
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"TERM, 143", "HUP, 129"})
    void after_a_signal_at_the_prompt(String signal, int status) throws IOException {
        Chat chat = begin();
        Commands.signal(signal, belay(chat));
        assertRestored(chat, status);
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"TERM, 143", "HUP, 129"})
    void after_a_signal_in_mid_stream_which_stops_the_answer_as_well(String signal, int status) throws IOException {
        Chat chat = begin();
        Exchange exchange = chat.answering("tell me", "one two ");
        Commands.signal(signal, belay(chat));
        assertRestored(chat, status);
        exchange.awaitGone();
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
        assertEquals("one two ", stage.box().journal().lastText());
    }

    @Test
    void a_closed_window_ends_the_program_and_the_journal_says_interrupted() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one two ");
        ProcessHandle belay = chat.terminal().handle();
        chat.terminal().closeWindow();
        exchange.awaitGone();
        belay.onExit().join();
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }
}
