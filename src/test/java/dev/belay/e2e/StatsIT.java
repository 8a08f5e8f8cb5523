package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statistics of answers that have come, were stopped or failed: on a terminal and in a pipe. */
@Timeout(60)
class StatsIT {
    @AutoClose
    private final Stage stage = new Stage();

    private List<String> stats(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Image.launcher(), "stats"));
        command.addAll(List.of(arguments));
        return command;
    }

    private JsonNode json(String... arguments) {
        Run run = stage.run(stats(arguments));
        assertEquals(0, run.exit(), run.toString());
        assertEquals("", run.err());
        return Json.parse(run.out());
    }

    /** One answer is complete, one is stopped, one fails; the first is copied, and asked again. */
    private void converse() {
        Chat chat = Chat.begin(stage);
        chat.converse("first", "one two three ");
        chat.answering("second", "four five ");
        chat.stop();
        chat.ask("third").respond("400 Bad Request", "application/json", "{\"error\":{\"message\":\"no\"}}");
        chat.terminal().awaitPrompt();
        chat.terminal().enter("/undo");
        chat.terminal().awaitPrompt();
        chat.terminal().enter("/fork");
        chat.terminal().awaitPrompt();
        chat.converse("fourth", "six ");
        chat.terminal().press(Keys.CTRL_D);
        assertEquals(0, chat.terminal().waitFor());
    }

    @Test
    void what_cannot_be_counted_by_is_told_with_what_can_be() {
        Run run = stage.run(stats("--by", "foo"));
        assertEquals(2, run.exit(), run.toString());
        assertEquals("belay: --by: there is no “foo”; known: model, day, provider\n", run.err());
    }

    @Test
    void a_pipe_gets_one_object_with_what_was_asked_once() {
        converse();
        JsonNode total = json().path("total");
        assertEquals(4, total.path("turns").asInt(), total.toString());
        assertEquals(2, total.path("complete").asInt());
        assertEquals(1, total.path("interrupted").asInt());
        assertEquals(1, total.path("failed").asInt());
        assertEquals(0, total.path("running").asInt());
        assertEquals(
                3 + 1,
                total.path("output").path("tokens").asInt()
                        - total.path("output").path("estimated_tokens").asInt());
        assertTrue(total.path("output").path("estimated_tokens").asInt() > 0, total.toString());
        assertEquals(4, total.path("cost").path("unknown_turns").asInt());
        assertFalse(total.path("cost").has("usd"), total.toString());
        assertFalse(total.toString().contains("null"), total.toString());
    }

    @Test
    void a_line_for_each_model_is_an_object() {
        converse();
        Run run = stage.run(stats("--by", "model", "-o", "jsonl"));
        assertEquals(0, run.exit(), run.toString());
        JsonNode line = Json.parse(run.out());
        assertEquals(
                "test-model (127.0.0.1:" + stage.server().port() + ")",
                line.path("model").asText());
        assertEquals(4, line.path("turns").asInt());
        assertEquals(1, run.out().lines().count());
    }

    @Test
    void a_terminal_gets_bars_that_fit() {
        converse();
        TerminalSession terminal = stage.terminal(stats(), 60, 30);
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.text().contains("4 turns in 2 conversations, "), terminal.picture());
        assertTrue(terminal.text().contains("interrupted      1  ██████████"), terminal.picture());
        assertTrue(terminal.text().contains("cut short"), terminal.picture());
        TerminalSession days = stage.terminal(stats("--by", "day"), 40, 30);
        assertEquals(0, days.waitFor());
        assertTrue(
                days.text().lines().anyMatch(line -> line.matches("20\\d\\d-\\d\\d-\\d\\d +4  ██.*")), days.picture());
        assertTrue(days.text().contains("█ complete  █ interrupted  █ failed"), days.picture());
    }

    @Test
    void without_colours_the_parts_are_told_by_their_signs() {
        converse();
        stage.box().set("NO_COLOR", "1");
        TerminalSession terminal = stage.terminal(stats("--by", "provider"));
        assertEquals(0, terminal.waitFor());
        assertFalse(terminal.raw().contains("\u001b["), terminal.raw());
        assertTrue(terminal.text().contains("████████▒▒▒▒××××"), terminal.picture());
    }

    @Test
    void an_answer_that_is_being_written_is_running() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one two ");
        assertEquals(1, json().path("total").path("running").asInt());
        assertEquals(0, json().path("total").path("interrupted").asInt());
        chat.stop();
        exchange.awaitGone();
        assertEquals(1, json().path("total").path("interrupted").asInt());
    }

    @Test
    void nothing_asked_is_one_sentence_or_a_nought() {
        TerminalSession terminal = stage.terminal(stats());
        assertEquals(0, terminal.waitFor());
        assertEquals("nothing was asked yet", terminal.text().strip());
        assertEquals(0, json().path("total").path("turns").asInt());
    }

    @Test
    void what_cannot_be_meant_is_wrong_usage() {
        for (String[] wrong :
                new String[][] {{"--since", "soon"}, {"--since", "2099-01-01"}, {"--by", "modle"}, {"please"}}) {
            Run run = stage.run(stats(wrong));
            assertEquals(2, run.exit(), run.toString());
            Sentences.assertClear(run.err());
            assertEquals("", run.out());
        }
    }

    @Test
    void a_session_of_a_newer_version_is_left_out_and_said() throws IOException {
        converse();
        Files.writeString(
                stage.box().sessions().resolve("20990101-000000-aaaa.jsonl"), "{\"type\":\"session\",\"v\":99}\n");
        Run run = stage.run(stats());
        assertEquals(0, run.exit(), run.toString());
        assertTrue(run.err().startsWith("belay: 1 session could not be read"), run.toString());
        assertEquals(4, Json.parse(run.out()).path("total").path("turns").asInt());
    }

    @Test
    void a_day_is_the_persons() throws IOException {
        Files.createDirectories(stage.box().sessions());
        Files.writeString(
                stage.box().sessions().resolve("s.jsonl"),
                "{\"type\":\"user\",\"turn\":1,\"at\":\"2026-01-10T23:30:00Z\",\"text\":\"q\"}\n");
        stage.box().set("TZ", "Asia/Tokyo");
        assertEquals(
                "2026-01-11",
                json("--by", "day").path("groups").path(0).path("day").asText());
        stage.box().set("TZ", "America/New_York");
        assertEquals(
                "2026-01-10",
                json("--by", "day").path("groups").path(0).path("day").asText());
        assertEquals(
                0, json("--since", "2026-01-11").path("total").path("turns").asInt());
    }
}
