package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done with the last message and the last answer: copied, or changed and asked again. */
@Timeout(60)
class CopyAndEditIT {
    private static final String ANSWER = "Look:\n```sh\nls -l\n```\nor\n```py\nprint(1)\nprint(2)\n```\nfine ";

    @AutoClose
    private final Stage stage = new Stage();

    private Chat chat;

    private void begin(String... arguments) {
        chat = Chat.begin(stage, arguments);
    }

    private void answer(String text) {
        chat.ask("hello").begin().token(text).done();
        chat.terminal().awaitPrompt();
    }

    private void assertSent(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(
                chat.terminal().raw().contains("\033]52;c;" + base64 + "\007"),
                chat.terminal().raw());
    }

    @Test
    void copy_sends_the_answer_as_the_model_wrote_it_to_the_terminal() {
        begin();
        answer(ANSWER);
        chat.command(
                "/copy", "copied the last answer, 10 lines, through the terminal (OSC 52), if it lets that happen");
        assertSent(ANSWER);
        assertEquals(1, stage.server().requests());
    }

    @Test
    void copy_code_takes_a_block() {
        begin();
        answer(ANSWER);
        chat.command("/copy code", "copied the last of 2 blocks of code, 2 lines");
        assertSent("print(1)\nprint(2)");
        chat.command("/copy code 1", "copied the 1st block of code, 1 line");
        assertSent("ls -l");
        chat.command("/copy code 3", "there is no block 3; the last answer has only 2 blocks of code");
        chat.command("/copy nonsense", "/copy takes nothing, or code, or code and a number");
    }

    @Test
    void an_interrupted_answer_is_copied_with_its_cut_block() {
        begin();
        chat.ask("hello").begin().token("so:\n```\nrm -r");
        chat.terminal().awaitText("rm -r");
        chat.stop();
        chat.command("/copy code", "copied the block of code, 1 line");
        assertSent("rm -r");
    }

    @Test
    void tmux_is_asked_to_pass_it_on() {
        stage.box().set("TMUX", "/tmp/none,1,0");
        begin();
        answer("fine ");
        chat.command("/copy", "copied the last answer");
        assertTrue(
                chat.terminal().raw().contains("\033Ptmux;\033\033]52;c;ZmluZSA=\007\033\\"),
                chat.terminal().raw());
    }

    @Test
    void the_desktops_clipboard_is_used_where_there_is_one() throws IOException {
        Path taken = stage.box().work().resolve("taken");
        stage.box().program("xclip", "cat > " + taken);
        stage.box().set("DISPLAY", ":7");
        begin();
        answer("x".repeat(80_000) + " fine ");
        chat.command("/copy", "copied the last answer, 1 line, with xclip");
        assertEquals("x".repeat(80_000) + " fine ", Files.readString(taken));
        assertFalse(chat.terminal().raw().contains("\033]52"), "more than a terminal takes");
    }

    @Test
    void a_clipboard_that_hangs_is_stopped_by_ctrl_c() {
        stage.box().program("xclip", "echo begun > begun; exec cat /dev/zero > /dev/null");
        stage.box().set("DISPLAY", ":7");
        begin();
        answer("fine ");
        try (FileWatch watch = new FileWatch(stage.box().work())) {
            chat.terminal().enter("/copy");
            watch.await(() -> Files.exists(stage.box().work().resolve("begun")), "the program to begin");
        }
        chat.terminal().press(Keys.CTRL_C);
        chat.terminal().awaitText("stopped");
        chat.terminal().awaitPrompt();
    }

    @Test
    void a_dumb_terminal_is_sent_no_sequence() {
        stage.box().set("TERM", "dumb");
        TerminalSession terminal = stage.terminal(stage.belay());
        terminal.awaitText("›");
        terminal.press("hello\r");
        stage.server().awaitRequest().begin().token("fine ").done();
        terminal.awaitText("fine");
        terminal.press("/copy\r");
        terminal.awaitText("not copied: this terminal has no clipboard");
        assertFalse(terminal.raw().contains("]52"), terminal.raw());
    }

    @Test
    void without_an_answer_there_is_nothing_to_copy() {
        begin();
        chat.command("/copy", "there is no answer to copy");
        chat.command("/edit", "there is no message to change");
    }

    /** An editor that puts this in place of the message, and keeps what it was given. */
    private void editor(String script) {
        stage.box().set("EDITOR", stage.box().program("editor", script).toString());
    }

    @Test
    void edit_asks_the_changed_message_in_place_of_the_former() throws IOException {
        editor("cat \"$1\" > given; printf 'better\\nquestion\\n' > \"$1\"");
        begin();
        chat.converse("first", "first answer ");
        chat.answering("bad question", "bad answer ");
        chat.stop();
        chat.terminal().enter("/edit");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals("better\nquestion", exchange.request().lastUserText());
        assertTrue(
                exchange.request().body().contains("first answer"),
                exchange.request().body());
        assertFalse(
                exchange.request().body().contains("bad"), exchange.request().body());
        exchange.begin().token("good answer ").done();
        chat.terminal().awaitText("good answer");
        chat.terminal().awaitPrompt();
        assertEquals(
                "bad question",
                Files.readString(stage.box().work().resolve("given")).strip());
        JsonNode user = stage.box().journal().ofType("user").get(2);
        assertEquals(2, user.path("retries").asInt());
        assertFalse(chat.ask("next").request().body().contains("bad"));
    }

    @Test
    void edit_works_after_a_failure_and_its_answer_can_be_stopped() {
        editor("printf 'again' > \"$1\"");
        begin();
        chat.ask("hello").respond("400 Bad Request", "application/json", "{\"error\":{\"message\":\"no such thing\"}}");
        chat.terminal().awaitText("no such thing");
        chat.terminal().awaitPrompt();
        chat.terminal().enter("/edit");
        stage.server().awaitRequest().begin().token("one ").token("two ");
        chat.terminal().awaitText("one two");
        chat.stop();
        assertEquals(List.of("failed", "interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void what_is_left_as_it_was_or_empty_is_not_sent() {
        editor("true");
        begin();
        chat.converse("hello", "fine ");
        chat.command("/edit", "nothing was changed, nothing is sent");
        editor("printf ' \\n' > \"$1\"");
        chat.command("/edit", "the message is empty, nothing is sent");
        assertEquals(1, stage.server().requests());
    }
}
