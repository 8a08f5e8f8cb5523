package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys at the prompt, and keys that are typed while an answer streams. */
@Timeout(60)
class PromptIT {
    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void ctrl_c_clears_a_typed_line_and_up_brings_it_back() {
        TerminalSession belay = stage.repl();
        belay.press("half a thought");
        belay.awaitPrompt("half a thought");
        belay.press(Keys.CTRL_C);
        belay.awaitPrompt();
        belay.pressCursor(Keys.UP);
        belay.awaitPrompt("half a thought");
    }

    @Test
    void ctrl_c_on_an_empty_line_gives_one_hint_and_never_exits() {
        Chat chat = Chat.begin(stage);
        for (int i = 0; i < 20; i++) {
            chat.terminal().press(Keys.CTRL_C);
        }
        chat.terminal().awaitText("Ctrl-D leaves");
        chat.terminal().awaitPrompt();
        chat.converse("still there?", "yes ");
    }

    @Test
    void keys_typed_while_an_answer_streams_are_not_echoed_and_wait_in_the_next_prompt() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press("nächste Frage: 漢字 €?");
        exchange.token("two ");
        chat.terminal().awaitText("one two");
        assertFalse(chat.terminal().shows("chste"), chat.terminal().picture());
        exchange.done();
        chat.terminal().awaitPrompt("nächste Frage: 漢字 €?");
    }

    @Test
    void editing_keys_typed_ahead_edit_the_next_prompt() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press("oo" + Keys.BACKSPACE + "d" + Keys.CTRL_A + "g" + "o");
        exchange.done();
        chat.terminal().awaitPrompt("good");
    }

    @Test
    void cursor_keys_typed_ahead_move_in_the_next_prompt() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press("helo");
        chat.terminal().pressCursor(Keys.LEFT);
        chat.terminal().press("l");
        exchange.done();
        chat.terminal().awaitPrompt("hello");
    }

    @Test
    void a_whole_line_typed_ahead_is_sent_when_the_answer_has_ended() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press("and then?" + Keys.ENTER);
        exchange.done();
        assertEquals("and then?", stage.server().awaitRequest().request().lastUserText());
    }

    @Test
    void keys_typed_ahead_survive_a_ctrl_c() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press("better: ");
        chat.terminal().press(Keys.CTRL_C);
        exchange.awaitGone();
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt("better:");
    }

    @Test
    void esc_alone_stops_like_ctrl_c() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one two ");
        chat.stopWith(Keys.ESC);
        exchange.awaitGone();
        assertTrue(Chat.STOPPED_LINE.matcher(chat.stopLine()).matches(), chat.stopLine());
        assertEquals("one two ", stage.box().journal().lastText());
        chat.converse("again", "three ");
    }

    @Test
    void esc_stops_the_second_answer_as_well_as_the_first() {
        Chat chat = Chat.begin(stage);
        chat.answering("tell me", "one ");
        chat.stopWith(Keys.ESC);
        chat.answering("again", "two ");
        chat.stopWith(Keys.ESC);
        assertEquals(2, chat.stops());
    }

    @Test
    void esc_after_typed_keys_stops_and_the_keys_are_in_the_next_prompt() {
        Chat chat = Chat.begin(stage);
        chat.answering("tell me", "one ");
        chat.terminal().press("wait" + Keys.ESC);
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt("wait");
    }

    @Test
    void arrow_keys_do_not_stop_an_answer_and_leave_no_garbage() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().pressCursor(Keys.UP);
        chat.terminal().pressCursor(Keys.LEFT);
        exchange.token("two ");
        chat.terminal().awaitText("one two");
        exchange.token("three ").done();
        chat.terminal().press("zz");
        chat.terminal()
                .awaitScreen(
                        s -> s.cursorLine().startsWith("›") && s.cursorLine().contains("zz"),
                        "the prompt with what was typed last");
        assertEquals(0, chat.stops());
        assertEquals("one two three ", stage.box().journal().lastText());
        assertFalse(
                chat.terminal().shows("[A") || chat.terminal().shows("[D"),
                chat.terminal().picture());
    }

    @Test
    void ctrl_d_on_a_line_with_text_does_not_leave() {
        Chat chat = Chat.begin(stage);
        chat.terminal().press("text");
        chat.terminal().awaitPrompt("text");
        chat.terminal().press(Keys.CTRL_D);
        chat.terminal().press(Keys.ENTER);
        assertEquals("text", stage.server().awaitRequest().request().lastUserText());
    }

    @Test
    void an_unknown_command_is_named_and_nothing_is_sent() {
        Chat chat = Chat.begin(stage);
        chat.terminal().enter("/retyr");
        chat.terminal().awaitText("/retry");
        chat.terminal().awaitPrompt();
        assertEquals("/etc is a folder", chat.ask("//etc is a folder").request().lastUserText());
        assertEquals(1, stage.server().requests());
    }

    @Test
    void a_terminal_without_utf8_gets_a_plain_prompt() {
        stage.box().set("LANG", "C").set("LC_ALL", "C");
        TerminalSession belay = stage.terminal(stage.belay());
        belay.awaitScreen(s -> s.cursorLine().equals(">"), "a plain prompt");
    }
}
