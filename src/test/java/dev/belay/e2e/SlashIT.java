package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slash commands, and sessions that go on. */
@Timeout(60)
class SlashIT {
    @AutoClose
    private final Stage stage = new Stage();

    private Chat chat;

    private void begin(String... arguments) {
        chat = Chat.begin(stage, arguments);
    }

    private void command(String line) {
        chat.terminal().enter(line);
        chat.terminal().awaitPrompt();
    }

    @Test
    void help_names_the_commands() {
        begin();
        command("/help");
        for (String name :
                new String[] {"/model", "/system", "/continue", "/retry", "/undo", "/clear", "/usage", "/exit"}) {
            assertTrue(
                    chat.terminal().shows(name), name + "\n" + chat.terminal().picture());
        }
        assertEquals(0, stage.server().requests());
    }

    @Test
    void model_changes_the_model_of_the_next_request() {
        begin();
        command("/model other-model");
        assertEquals(
                "other-model", chat.ask("hello").request().json().path("model").asText());
    }

    @Test
    void system_sets_the_system_message() {
        begin();
        command("/system be brief");
        assertEquals(
                "be brief",
                chat.ask("hello").request().messages().path(0).path("content").asText());
    }

    @Test
    void system_with_an_at_sign_reads_a_file_as_the_option_does() throws IOException {
        Files.writeString(stage.box().work().resolve("tone.txt"), "be kind\n");
        begin();
        command("/system @none.txt");
        chat.terminal().awaitText("cannot read the file “none.txt”");
        command("/system @tone.txt");
        assertEquals(
                "be kind",
                chat.ask("hello").request().messages().path(0).path("content").asText());
    }

    @Test
    void retry_asks_the_last_question_again_without_its_first_answer() {
        begin();
        chat.converse("hello", "wrong answer ");
        chat.terminal().enter("/retry");
        Request request = stage.server().awaitRequest().request();
        assertEquals("hello", request.lastUserText());
        assertFalse(request.body().contains("wrong answer"), request.body());
    }

    @Test
    void undo_takes_the_last_turn_back() {
        begin();
        chat.converse("first question", "first answer ");
        chat.converse("second question", "second answer ");
        command("/undo");
        Request request = chat.ask("third question").request();
        assertTrue(request.body().contains("first answer"), request.body());
        assertFalse(request.body().contains("second"), request.body());
    }

    @Test
    void clear_begins_a_new_session() {
        begin();
        chat.converse("first question", "first answer ");
        command("/clear");
        Exchange exchange = chat.ask("second question");
        assertEquals(1, exchange.request().messages().size());
        assertEquals(2, stage.box().journals().size());
    }

    @Test
    void usage_tells_the_tokens_that_the_provider_told() {
        begin();
        chat.converse("hello", "one two three four five ");
        command("/usage");
        assertTrue(
                chat.terminal().shows("7") && chat.terminal().shows("5"),
                chat.terminal().picture());
    }

    @Test
    void c_goes_on_with_the_last_session_in_the_repl() {
        begin();
        chat.converse("hello", "hi there ");
        chat.answering("more", "one two ");
        chat.stop();
        chat.terminal().press(Keys.CTRL_D);
        assertEquals(0, chat.terminal().waitFor());

        begin("-c");
        Request request = chat.ask("go on").request();
        assertTrue(request.body().contains("hi there"), request.body());
        assertTrue(request.lastAssistantText().startsWith("one two"), request.body());
        assertTrue(request.body().contains("interrupted"), request.body());
        assertEquals(1, stage.box().journals().size());
    }

    @Test
    void a_session_is_found_by_its_name() {
        Run run = stage.oneShot("hello");
        stage.server().awaitRequest().begin().token("hi there").done();
        assertEquals(0, run.exit());
        String id = stage.box().journal().ofType("session").get(0).path("id").asText();
        assertEquals(id + ".jsonl", stage.box().journal().file().getFileName().toString());
        Run next = stage.oneShot("--session", id, "and", "now");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals("hi there", exchange.request().lastAssistantText());
        exchange.begin().token("fine").done();
        assertEquals(0, next.exit());
    }

    @Test
    void a_session_that_does_not_exist_is_told_and_nothing_is_sent() {
        Run run = stage.oneShot("--session", "no-such-session", "hello");
        assertTrue(run.exit() > 0, run.toString());
        Sentences.assertClear(run.err());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void i_begins_the_repl_with_a_message() {
        TerminalSession terminal = stage.terminal(stage.belay("-i", "tell", "me"));
        Exchange exchange = stage.server().awaitRequest();
        assertEquals("tell me", exchange.request().lastUserText());
        exchange.begin().token("fine ").done();
        terminal.awaitText("fine");
        terminal.awaitPrompt();
    }

    @Test
    void words_on_a_terminal_are_a_one_shot() {
        TerminalSession terminal = stage.terminal(stage.belay("tell", "me"));
        stage.server().awaitRequest().begin().token("fine").done();
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.shows("fine"), terminal.picture());
    }
}
