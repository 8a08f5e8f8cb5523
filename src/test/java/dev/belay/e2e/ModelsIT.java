package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of models: in the shell, at the prompt, and stopped. */
@Timeout(60)
class ModelsIT {
    private static final String LIST =
            "{\"data\":[{\"id\":\"gpt-5.4-mini-2026-03-17\"},{\"id\":\"unheard-of\"},{\"id\":\"steering\\u001b[2Jname\"}]}";

    @AutoClose
    private final Stage stage = new Stage();

    /** belay with the test's server in the part of OpenAI, so that the table knows its models. */
    private List<String> openAi(String... arguments) {
        stage.box()
                .set("OPENAI_API_KEY", "sk-marked")
                .set("OPENAI_BASE_URL", stage.server().baseUrl());
        return Image.command(arguments);
    }

    private void list() {
        stage.server().awaitRequest().respond("200 OK", "application/json", LIST);
    }

    @Test
    void a_pipe_gets_the_names_alone() {
        Run run = stage.run(openAi("models"));
        list();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("gpt-5.4-mini-2026-03-17\nsteering\u001b[2Jname\nunheard-of\n", run.out());
        assertEquals("", run.err());
    }

    @Test
    void a_terminal_gets_a_table_that_fits_and_steers_nothing() {
        TerminalSession terminal = stage.terminal(openAi("models"));
        list();
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.text().contains("400k  $0.75  $4.50  image"), terminal.picture());
        assertTrue(terminal.text().contains("steering^[[2Jname"), terminal.picture());
        assertTrue(terminal.text().contains("as of "), terminal.picture());
    }

    @Test
    void o_json_is_one_array() {
        Run run = stage.run(openAi("models", "-o", "json", "gpt"));
        list();
        assertEquals(0, run.exit(), run.toString());
        assertEquals(1, Json.parse(run.out()).size());
        assertEquals(400_000, Json.parse(run.out()).path(0).path("context").asInt());
    }

    @Test
    void an_answer_as_text_is_an_answer() {
        Run run = stage.oneShot("-o", "text", "hello");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals("hello", exchange.request().lastUserText());
        exchange.begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("fine", run.out());
    }

    @Test
    void o_and_its_value_on_a_terminal_begin_a_chat() {
        stage.repl("-o", "text");
        stage.repl("--output", "markdown");
    }

    @Test
    void a_server_without_a_list_is_a_clear_failure() {
        Run run = stage.oneShot("models");
        stage.server().awaitRequest().respond("404 Not Found", "text/html", "<html><title>404</title></html>");
        assertEquals(1, run.exit(), run.toString());
        Sentences.assertClear(run.err());
        assertTrue(run.err().contains("does not list its models"), run.toString());
    }

    @Test
    void a_provider_without_its_key_is_not_configured() {
        Run run = stage.run(List.of(Image.launcher(), "models", "groq/"));
        assertEquals(3, run.exit(), run.toString());
        assertTrue(run.err().contains("GROQ_API_KEY"), run.toString());
    }

    @Test
    void ctrl_c_in_the_shell_stops_the_listing_and_the_loop_around_it() {
        stage.box().set("BELAY", stage.shellBelay("models"));
        TerminalSession shell = stage.shell();
        shell.enter("for i in 1 2 3; do $BELAY; echo \"went on\"; done; echo st:$?");
        Exchange exchange = stage.server().awaitRequest();
        shell.press(Keys.CTRL_C);
        exchange.awaitGone();
        shell.awaitScreen(
                s -> s.cursorLine().equals("shell$") || s.cursorLine().equals("shell#"), "the shell's prompt");
        shell.enter("echo status $?");
        shell.awaitText("status 130");
        assertEquals(1, stage.server().requests());
        assertFalse(shell.text().lines().anyMatch(line -> line.equals("went on")), shell.picture());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {Keys.CTRL_C, Keys.ESC})
    void a_key_at_the_prompt_stops_the_listing_and_nothing_else(String key) {
        Chat chat = Chat.begin(stage);
        chat.terminal().enter("/models");
        Exchange exchange = stage.server().awaitRequest();
        chat.terminal().press(key);
        chat.terminal().awaitText("stopped");
        chat.terminal().awaitPrompt();
        exchange.awaitGone();
        chat.converse("still there?", "yes ");
    }

    @Test
    void a_listing_that_hangs_in_the_connection_is_stopped_as_well() {
        try (DeafPort port = new DeafPort()) {
            TerminalSession terminal = stage.terminal(List.of(
                    Image.launcher(), "--base-url", "http://127.0.0.1:" + port.number() + "/v1", "-m", "test-model"));
            terminal.awaitPrompt();
            terminal.enter("/models");
            terminal.press(Keys.CTRL_C);
            terminal.awaitText("stopped");
            terminal.awaitPrompt();
        }
    }

    @Test
    void what_was_listed_is_completed_by_tab_and_nobody_is_asked_again() {
        Chat chat = Chat.begin(stage);
        chat.terminal().enter("/models");
        list();
        chat.terminal().awaitText("unheard-of");
        chat.terminal().awaitPrompt();
        chat.terminal().press("/model unh\t");
        chat.terminal().awaitPrompt("/model unheard-of");
        chat.terminal().press(Keys.ENTER);
        chat.terminal().awaitPrompt();
        assertEquals(
                "unheard-of", chat.ask("hello").request().json().path("model").asText());
        assertEquals(2, stage.server().requests());
    }

    @Test
    void tab_after_a_command_offers_providers() {
        Chat chat = new Chat(stage.terminal(openAi()), stage.server());
        chat.terminal().awaitPrompt();
        chat.terminal().press("/model openr\t");
        chat.terminal().awaitPrompt("/model openrouter/");
    }

    @Test
    void a_failure_at_the_prompt_is_a_sentence_and_the_prompt() {
        Chat chat = Chat.begin(stage);
        chat.terminal().enter("/models");
        stage.server().awaitRequest().respond("200 OK", "text/html", "<html><title>Log in</title></html>");
        chat.terminal().awaitText("web page");
        chat.terminal().awaitPrompt();
        chat.converse("still there?", "yes ");
    }
}
