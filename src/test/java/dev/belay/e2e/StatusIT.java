package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The quiet line that says what is waited for: it is there, it is right, and it is gone. */
@Timeout(60)
class StatusIT {
    /** With the model at its right, where there is room. */
    private static final String PROMPT = "›( +test-model)?";

    @AutoClose
    private final Stage stage = new Stage();

    private TerminalSession at(String url) {
        TerminalSession terminal = stage.terminal(List.of(Image.launcher(), "--base-url", url, "-m", "test-model"));
        terminal.awaitPrompt();
        terminal.enter("tell me");
        return terminal;
    }

    private static void awaitStatus(TerminalSession terminal, String words) {
        terminal.awaitScreen(
                s -> s.wholeCursorLine().matches(words + " · [1-9]\\d* s") && s.cursorColumn() == 0,
                "the status, with the cursor where the answer will begin: " + words);
    }

    /** From the question on, without the empty lines at the end. */
    private static List<String> afterQuestion(TerminalSession terminal) {
        List<String> lines = terminal.look(Screen::lines);
        return lines.subList(lines.indexOf("› tell me") + 1, lines.size()).stream()
                .map(String::stripTrailing)
                .toList();
    }

    private void configure(String text) {
        try {
            Files.writeString(stage.box().folder("config/belay").resolve("config.toml"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertWiped(TerminalSession terminal) {
        List<String> lines = afterQuestion(terminal);
        assertEquals("one two", lines.get(0));
        assertTrue(lines.get(1).matches("2 tokens · \\d+\\.\\d s"), lines.get(1));
        assertTrue(lines.get(2).matches(PROMPT), lines.get(2));
        assertEquals(3, lines.size(), terminal.picture());
    }

    @Test
    void it_tells_of_a_connection_that_hangs() {
        try (DeafPort port = new DeafPort()) {
            TerminalSession terminal = at("http://127.0.0.1:" + port.number() + "/v1");
            awaitStatus(terminal, "connecting");
            new Chat(terminal, stage.server()).stop();
            List<String> lines = afterQuestion(terminal);
            assertTrue(lines.get(0).startsWith(Chat.STOPPED), terminal.picture());
            assertEquals(2, lines.size(), terminal.picture());
            assertTrue(lines.get(1).matches(PROMPT), lines.get(1));
        }
    }

    @Test
    void it_tells_of_a_handshake_that_hangs() {
        awaitStatus(at("https://127.0.0.1:" + stage.server().port() + "/v1"), "securing the connection");
    }

    @Test
    void it_tells_of_a_server_that_says_nothing_then_of_a_model_that_does_not_and_is_wiped_by_the_answer() {
        TerminalSession terminal = at(stage.server().baseUrl());
        Exchange exchange = stage.server().awaitRequest();
        awaitStatus(terminal, "waiting for an answer");
        exchange.begin();
        awaitStatus(terminal, "waiting for the first token");
        exchange.token("one ").token("two ").done();
        terminal.awaitPrompt();
        assertWiped(terminal);
    }

    @Test
    void it_is_wiped_as_well_when_the_window_became_narrower_than_the_line() {
        TerminalSession terminal = at(stage.server().baseUrl());
        Exchange exchange = stage.server().awaitRequest().begin();
        awaitStatus(terminal, "waiting for the first token");
        terminal.resize(20, 30);
        terminal.awaitScreen(s -> s.wholeCursorLine().matches("waiting for the f.*…"), "a shorter line");
        terminal.resize(100, 30);
        exchange.token("one ").token("two ").done();
        terminal.awaitPrompt();
        assertWiped(terminal);
    }

    @Test
    void a_retry_counts_down_and_its_line_is_wiped() {
        stage.server().answerAll(exchange -> {
            if (stage.server().requests() == 1) {
                exchange.respond(
                        "503 Service Unavailable",
                        "application/json",
                        "{\"error\":{\"message\":\"busy\"}}",
                        "Retry-After: 2");
            }
        });
        TerminalSession terminal = at(stage.server().baseUrl());
        terminal.awaitText("trying again in 1 s");
        stage.server().awaitRequest();
        Exchange exchange = stage.server().awaitRequest();
        awaitStatus(terminal, "waiting for an answer");
        exchange.begin().token("one ").token("two ").done();
        terminal.awaitPrompt();
        assertWiped(terminal);
    }

    @Test
    void what_is_typed_meanwhile_is_not_mixed_with_it() {
        TerminalSession terminal = at(stage.server().baseUrl());
        Exchange exchange = stage.server().awaitRequest();
        awaitStatus(terminal, "waiting for an answer");
        terminal.press("zebra");
        terminal.awaitScreen(s -> s.wholeCursorLine().matches("waiting for an answer · [3-9] s"), "two more seconds");
        assertFalse(terminal.shows("zebra"), terminal.picture());
        exchange.begin().token("one ").done();
        terminal.awaitPrompt("zebra");
    }

    @Test
    void a_one_shot_into_a_pipe_shows_it_on_the_terminal_and_wipes_it() throws IOException {
        TerminalSession terminal = stage.terminal(List.of(
                "bash",
                "-c",
                "\"$@\" > answer; echo all over",
                "script",
                Image.launcher(),
                "--base-url",
                stage.server().baseUrl(),
                "-m",
                "test-model",
                "tell me"));
        Exchange exchange = stage.server().awaitRequest();
        awaitStatus(terminal, "waiting for an answer");
        exchange.begin().token("one ").token("two ").done();
        terminal.awaitText("all over");
        assertEquals("one two ", Files.readString(stage.box().work().resolve("answer")));
        assertTrue(terminal.text().matches("2 tokens · \\d+\\.\\d s\nall over"), terminal.picture());
    }

    @Test
    void without_a_terminal_there_is_none() {
        Run run = stage.oneShot("tell me");
        Exchange exchange = stage.server().awaitRequest();
        TerminalSession terminal = at(stage.server().baseUrl());
        stage.server().awaitRequest();
        awaitStatus(terminal, "waiting for an answer");
        exchange.begin().token("one ").done();
        assertEquals(0, run.exit());
        assertEquals("one ", run.out());
        assertEquals("", run.err());
    }

    @Test
    void folded_thinking_is_timed_leaves_one_line_and_is_kept() {
        configure("reasoning = \"fold\"\n");
        TerminalSession terminal = at(stage.server().baseUrl());
        Exchange exchange = stage.server().awaitRequest().begin().reasoning("pondering ");
        awaitStatus(terminal, "thinking");
        exchange.reasoning("deeply ").token("one ").token("two ").done();
        terminal.awaitPrompt();
        List<String> lines = afterQuestion(terminal);
        assertTrue(lines.get(0).matches("thought for \\d+ s · ~5 tokens"), terminal.picture());
        assertEquals("one two", lines.get(1));
        assertFalse(terminal.shows("pondering"), terminal.picture());
        assertFalse(
                exchange.request().body().contains("fold"), exchange.request().body());
        String kept = stage.box().journal().ofType("delta").toString();
        assertTrue(kept.contains("pondering") && kept.contains("deeply"), kept);
    }

    @Test
    void thinking_is_hidden_from_the_prompt_on() {
        TerminalSession terminal = stage.repl();
        terminal.enter("/set reasoning hide");
        terminal.awaitText("hidden");
        Chat chat = new Chat(terminal, stage.server());
        Exchange exchange = chat.ask("tell me").begin().reasoning("pondering ");
        awaitStatus(terminal, "waiting for the first token");
        exchange.token("one ").token("two ").done();
        terminal.awaitPrompt();
        assertWiped(terminal);
        assertTrue(stage.box().journal().ofType("delta").toString().contains("pondering"));
    }
}
