package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever way belay ends, the terminal is as it was before. */
@Timeout(60)
class TerminalStateIT {
    private static final String SCRIPT =
            "trap : INT; stty -a > before; \"$@\"; echo $? > status; stty -a > after; echo 'all '\"over\"";

    private static final int FOCUS_REPORTS = 1004;
    private static final String TITLE_SAVED = "\033[22;0t";
    private static final String TITLE_RESTORED = "\033[23;0t";

    @AutoClose
    private final Stage stage = new Stage();

    /** With all that belay may switch on. */
    @BeforeEach
    void configure() throws IOException {
        Files.writeString(stage.box().folder("config/belay").resolve("config.toml"), "notify = \"bell\"\n");
    }

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
        assertEquals(
                status,
                Integer.parseInt(file("status").strip()),
                chat.terminal().picture());
        assertFalse(chat.terminal().look(Screen::bracketedPaste).booleanValue(), "bracketed paste is still on");
        assertFalse(
                chat.terminal().look(Screen::applicationKeys).booleanValue(),
                "cursor keys still send what the editor wanted");
        assertTrue(chat.terminal().look(Screen::cursorVisible).booleanValue(), "the cursor is still hidden");
        assertWindowLeft(chat);
    }

    private static void assertWindowLeft(Chat chat) {
        String raw = chat.terminal().raw();
        assertFalse(
                chat.terminal().look(Screen::modes).contains(FOCUS_REPORTS), "the terminal still reports its focus");
        assertEquals("", chat.terminal().look(Screen::title), "the title is not the window's own");
        assertEquals(count(raw, TITLE_SAVED), count(raw, TITLE_RESTORED), "the title is not the window's own");
    }

    private static int count(String raw, String sequence) {
        return raw.split(Pattern.quote(sequence), -1).length - 1;
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
    void while_it_is_suspended_in_mid_stream_and_again_afterwards() throws IOException {
        stage.box().set("BELAY", stage.shellBelay());
        TerminalSession shell = stage.shell();
        shell.press("$BELAY" + Keys.ENTER);
        shell.awaitPrompt();
        Chat chat = new Chat(shell, stage.server());
        chat.answering("tell me", "one ");
        assertEquals("belay: tell me", shell.look(Screen::title));
        assertTrue(shell.look(Screen::modes).contains(FOCUS_REPORTS), "focus is not asked for");
        shell.press(Keys.CTRL_Z);
        shell.awaitText("Stopped");
        assertWindowLeft(chat);
        shell.awaitScreen(s -> s.cursorLine().startsWith("shell"), "the shell's prompt");
        shell.press("fg" + Keys.ENTER);
        shell.awaitScreen(
                s -> s.modes().contains(FOCUS_REPORTS) && count(shell.raw(), TITLE_SAVED) == 2,
                "the window to be taken back");
        chat.stop();
        shell.press(Keys.CTRL_D);
        shell.awaitScreen(s -> s.cursorLine().startsWith("shell"), "the shell's prompt");
        assertWindowLeft(chat);
    }

    @Test
    void reports_of_the_focus_are_no_keys() {
        Chat chat = Chat.begin(stage);
        chat.terminal().press("one\033[O\033[I");
        chat.terminal().press("\033[O");
        chat.terminal().press(" two");
        chat.terminal().awaitPrompt("one two");
        chat.terminal().press(Keys.ENTER);
        Exchange exchange = stage.server().awaitRequest().begin().token("answer ");
        chat.terminal().awaitText("answer");
        chat.terminal().press("ahead\033[I\033[O");
        exchange.token("more ").done();
        chat.terminal().awaitPrompt("ahead");
        assertEquals(0, chat.stops());
        assertFalse(chat.terminal().raw().contains("\007"), "a short answer needs no bell");
    }

    @Test
    void who_wants_no_notice_is_not_asked_for_the_focus_and_who_wants_no_title_keeps_the_own_one() throws IOException {
        Files.writeString(stage.box().folder("config/belay").resolve("config.toml"), "title = false\n");
        Chat chat = begin();
        chat.converse("tell me", "one ");
        chat.terminal().press(Keys.CTRL_D);
        assertRestored(chat, 0);
        assertFalse(chat.terminal().raw().contains("1004"), chat.terminal().picture());
        assertFalse(chat.terminal().raw().contains(TITLE_SAVED), chat.terminal().picture());
    }

    @Test
    void a_one_shot_leaves_the_title_alone() throws IOException {
        Chat chat = new Chat(script("hello"), stage.server());
        stage.server().awaitRequest().begin().token("one ").done();
        assertRestored(chat, 0);
        assertFalse(chat.terminal().raw().contains(TITLE_SAVED), chat.terminal().picture());
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
