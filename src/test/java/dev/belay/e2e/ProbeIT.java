package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Trying whether a model can be asked and stopped. */
@Timeout(60)
class ProbeIT {

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void the_first_token_closes_the_connection() {
        Run run = stage.oneShot("probe", "-o", "json");
        Exchange exchange = stage.server().awaitRequest();
        exchange.begin().token("1\n");
        exchange.awaitGone();
        assertEquals(0, run.exit(), run.toString());
        JsonNode found = Json.parse(run.out());
        assertEquals("stopped", found.path("outcome").asText());
        assertEquals("test-model", found.path("model").asText());
        assertEquals(stage.server().baseUrl(), found.path("base_url").asText());
        List<String> steps = new ArrayList<>();
        found.path("steps").forEach(step -> steps.add(step.path("step").asText()));
        assertEquals(List.of("preparing", "connecting", "sending", "answer", "first_token"), steps);
        assertTrue(found.path("first_token_ms").asDouble() > 0 && found.has("closed_ms"), run.out());
        assertFalse(found.has("key") || found.has("error"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void thinking_is_a_first_token() {
        Run run = stage.oneShot("probe", "-o", "json");
        Exchange exchange = stage.server().awaitRequest();
        exchange.begin().reasoning("hm");
        exchange.awaitGone();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("stopped", Json.parse(run.out()).path("outcome").asText());
    }

    @Test
    void a_terminal_shows_each_step_and_a_pipe_no_colours() {
        TerminalSession terminal = stage.terminal(stage.belay("probe"));
        stage.server().awaitRequest().begin().token("1\n").awaitGone();
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.text().contains("✓ connecting"), terminal.picture());
        assertTrue(terminal.text().contains("✓ waiting for the first token"), terminal.picture());
        assertTrue(terminal.text().contains("stopped, connection closed after"), terminal.picture());
        Run run = stage.oneShot("probe");
        stage.server().awaitRequest().begin().token("1\n").awaitGone();
        assertEquals(0, run.exit(), run.toString());
        assertFalse(run.out().contains("\u001b"), run.out());
    }

    @Test
    void a_refusal_is_named_and_fails() {
        Run run = stage.oneShot("probe", "-o", "json");
        stage.server()
                .awaitRequest()
                .respond("401 Unauthorized", "application/json", "{\"error\":{\"message\":\"bad key\"}}");
        assertEquals(1, run.exit(), run.toString());
        JsonNode found = Json.parse(run.out());
        assertEquals("failed", found.path("outcome").asText());
        assertEquals("auth", found.path("error").path("kind").asText());
        Sentences.assertClear(run.err());
    }

    @Test
    void it_asks_once_only_where_a_chat_would_try_again() {
        Run run = stage.oneShot("probe");
        stage.server().awaitRequest().respond("503 Service Unavailable", "text/plain", "busy");
        assertEquals(1, run.exit(), run.toString());
        assertTrue(
                run.out().contains("✗ waiting for the first token") || run.out().contains("✗ waiting for an answer"),
                run.out());
        assertEquals(1, stage.server().requests());
    }

    @Test
    void ctrl_c_ends_the_probe_itself() {
        Run run = stage.oneShot("probe");
        Exchange exchange = stage.server().awaitRequest();
        run.signal("INT");
        exchange.awaitGone();
        assertEquals(130, run.exit(), run.toString());
        assertEquals("", run.out());
    }

    @Test
    void the_guide_can_be_probed_and_nothing_is_kept() {
        Run run = stage.run(List.of(Image.launcher(), "probe", "guide"));
        assertEquals(0, run.exit(), run.toString());
        assertTrue(run.out().contains("the server stopped after"), run.out());
        assertFalse(java.nio.file.Files.exists(stage.box().sessions()));
    }
}
