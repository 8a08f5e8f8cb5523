package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ctrl-Z and fg, a window that changes its size, Ctrl-\. */
@Timeout(60)
class JobControlIT {
    @AutoClose
    private final Stage stage = new Stage();

    private Chat beginInShell() {
        stage.box().set("BELAY", stage.shellBelay());
        TerminalSession shell = stage.shell();
        shell.press("$BELAY" + Keys.ENTER);
        shell.awaitPrompt();
        return new Chat(shell, stage.server());
    }

    private static void suspendAndResume(Chat chat) {
        chat.terminal().press(Keys.CTRL_Z);
        chat.terminal().awaitText("Stopped");
        chat.terminal().awaitScreen(s -> s.cursorLine().startsWith("shell"), "the shell's prompt");
        chat.terminal().press("fg" + Keys.ENTER);
    }

    @Test
    void ctrl_z_in_mid_stream_suspends_and_fg_goes_on_with_keys_still_unseen_and_ctrl_c_still_stopping() {
        Chat chat = beginInShell();
        Exchange exchange = chat.answering("tell me", "one ");
        suspendAndResume(chat);
        exchange.token("two ");
        chat.terminal().awaitText("two");
        chat.terminal().awaitAttribute("-echo");
        chat.terminal().press("zebra");
        exchange.token("three ");
        chat.terminal().awaitText("three");
        assertFalse(chat.terminal().shows("zebra"), chat.terminal().picture());
        chat.terminal().press(Keys.CTRL_C);
        exchange.awaitGone();
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt("zebra");
        assertEquals("one two three ", stage.box().journal().lastText());
    }

    @Test
    void ctrl_z_at_the_prompt_suspends_and_fg_brings_the_prompt_back() {
        Chat chat = beginInShell();
        suspendAndResume(chat);
        chat.terminal().awaitPrompt();
        chat.converse("hello", "hi there ");
        chat.terminal().press(Keys.CTRL_D);
        chat.terminal().awaitScreen(s -> s.cursorLine().startsWith("shell"), "the shell's prompt");
    }

    @Test
    void a_question_asked_in_the_background_is_answered_there_and_reads_no_key() {
        stage.box().set("BELAY", stage.shellBelay());
        TerminalSession shell = stage.shell();
        shell.press("$BELAY hello > out.txt &" + Keys.ENTER);
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        shell.press("echo typed" + Keys.ENTER);
        shell.awaitText("\ntyped");
        exchange.token("two ").done();
        shell.press("wait $!; echo status=$?; cat out.txt" + Keys.ENTER);
        shell.awaitText("status=0");
        shell.awaitText("one two ");
        assertFalse(shell.shows("Stopped"), shell.picture());
    }

    @Test
    void a_resize_in_mid_stream_disturbs_neither_the_answer_nor_ctrl_c() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().resize(60, 20);
        exchange.token("two ");
        chat.terminal().awaitText("two");
        chat.terminal().resize(120, 50);
        chat.stop();
        exchange.awaitGone();
        chat.converse("again", "three ");
        assertEquals(List.of("interrupted", "complete"), stage.box().journal().outcomes());
    }

    @Test
    void a_resize_at_the_prompt_keeps_what_was_typed() {
        Chat chat = Chat.begin(stage);
        chat.terminal().press("some text");
        chat.terminal().awaitPrompt("some text");
        chat.terminal().resize(60, 20);
        chat.terminal().press(" and more");
        chat.terminal().awaitPrompt("some text and more");
        chat.terminal().press(Keys.ENTER);
        assertEquals(
                "some text and more", stage.server().awaitRequest().request().lastUserText());
    }

    @Test
    void a_window_that_is_dragged_while_somebody_types_does_not_garble_the_line() {
        TerminalSession belay = stage.repl();
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            belay.resize(i % 2 == 0 ? 70 : 100, 30);
            String letter = Character.toString('a' + i % 26);
            belay.press(letter);
            typed.append(letter);
        }
        belay.awaitPrompt(typed.toString());
    }

    @Test
    void ctrl_backslash_prints_no_thread_dump_and_belay_goes_on() {
        Chat chat = Chat.begin(stage);
        chat.terminal().press(Keys.CTRL_BACKSLASH);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press(Keys.CTRL_BACKSLASH);
        exchange.token("two ");
        chat.terminal().awaitText("two");
        chat.stop();
        assertFalse(chat.terminal().shows("thread dump"), chat.terminal().picture());
    }
}
