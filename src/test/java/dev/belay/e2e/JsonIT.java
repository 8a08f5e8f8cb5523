package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as JSON and as JSON lines, in every way in which they end. */
@Timeout(60)
class JsonIT {
    private static final String SIGNALS = "INT,130,key;TERM,143,terminate;HUP,129,hangup";

    @AutoClose
    private final Stage stage = new Stage();

    private record Stop(String signal, int status, String reason) {
        static List<Stop> all() {
            List<Stop> all = new ArrayList<>();
            for (String each : SIGNALS.split(";")) {
                String[] words = each.split(",");
                all.add(new Stop(words[0], Integer.parseInt(words[1]), words[2]));
            }
            return all;
        }
    }

    @ParameterizedTest
    @CsvSource({"json,INT,130,key", "json,TERM,143,terminate", "jsonl,INT,130,key"})
    void a_signal_while_the_input_is_still_read_is_told_as_well(String form, String signal, int status, String reason)
            throws IOException {
        Path config = Files.createDirectories(stage.box().root().resolve("config/belay"));
        // What is said of it comes right before the input is read.
        Files.writeString(config.resolve("config.toml"), "color = \"auto\"\n");
        Path pipe = stage.box().root().resolve("pipe");
        Commands.output("mkfifo", pipe.toString());
        List<String> command = new ArrayList<>(List.of("bash", "-c", "exec \"$@\" <> " + pipe, "script"));
        command.addAll(stage.belay("-o", form, "--debug", "sum", "this", "up"));
        Run run = stage.run(command);
        run.awaitErr("color auto");
        run.signal(signal);
        assertEquals(status, run.exit(), run.toString());
        String type = form.equals("jsonl") ? "\"type\":\"end\"," : "";
        assertEquals("{" + type + "\"outcome\":\"interrupted\",\"reason\":\"" + reason + "\"}\n", run.out());
        assertEquals(0, stage.server().connections());
    }

    private void ownProvider(String keyCommand) throws IOException {
        Path config = Files.createDirectories(stage.box().root().resolve("config/belay"));
        Files.writeString(
                config.resolve("config.toml"),
                "model = \"work/m\"\n[providers.work]\nbase_url = \""
                        + stage.server().baseUrl() + "\"\nkey_command = \"" + keyCommand + "\"\n");
    }

    @Test
    void a_signal_while_a_key_is_waited_for_is_told_whoever_learns_of_it_first() throws IOException {
        Path pipe = stage.box().root().resolve("pipe");
        Commands.output("mkfifo", pipe.toString());
        ownProvider("echo asking for the key >&2; read key <" + pipe);
        for (int round = 0; round < 4; round++) {
            for (Stop stop : Stop.all()) {
                Run run = stage.run(List.of(Image.launcher(), "-o", "json", "hello"));
                run.awaitErr("asking for the key");
                run.signal(stop.signal());
                assertEquals(stop.status(), run.exit(), run.toString());
                assertEquals("{\"outcome\":\"interrupted\",\"reason\":\"" + stop.reason() + "\"}\n", run.out());
            }
        }
        assertEquals(0, stage.server().connections());
    }

    @Test
    void a_press_that_only_the_command_for_the_key_has_got_is_told() throws IOException {
        ownProvider("kill -INT $$");
        Run run = stage.run(List.of(Image.launcher(), "-o", "json", "hello"));
        assertEquals(130, run.exit(), run.toString());
        assertEquals("{\"outcome\":\"interrupted\",\"reason\":\"key\"}\n", run.out());
    }

    /** The one line that a run has written, without the times, which are looked at on their own. */
    private static ObjectNode object(Run run) {
        String out = run.out();
        assertEquals(out.length() - 1, out.indexOf('\n'), run.toString());
        return timeless(out, run);
    }

    private static ObjectNode timeless(String line, Run run) {
        ObjectNode object = (ObjectNode) Json.parse(line);
        assertNoNulls(object, run);
        JsonNode timing = object.path("timing");
        assertTrue(timing.path("total_ms").isIntegralNumber(), run.toString());
        JsonNode first = timing.path("first_token_ms");
        assertTrue(
                first.isMissingNode()
                        || first.isIntegralNumber()
                                && first.asLong() <= timing.path("total_ms").asLong(),
                run.toString());
        assertEquals(object.has("text") || object.has("reasoning"), !first.isMissingNode(), run.toString());
        object.remove("timing");
        return object;
    }

    private static void assertNoNulls(JsonNode node, Run run) {
        assertFalse(node.isNull(), run.toString());
        node.forEach(child -> assertNoNulls(child, run));
    }

    private String session() {
        String name = stage.box().journal().file().getFileName().toString();
        return name.substring(0, name.length() - ".jsonl".length());
    }

    /** What is the same in all objects, and the rest of the fields. */
    private void assertObject(String rest, JsonNode object) {
        assertEquals(
                Json.parse(
                        "{\"model\":\"test-model\",\"session\":\"" + session() + "\"," + rest.replace('\'', '"') + "}"),
                object);
    }

    @Test
    void a_complete_answer_is_one_object_with_all_its_fields() {
        Run run = stage.oneShot("-o", "json", "hello");
        stage.server()
                .awaitRequest()
                .begin()
                .reasoning("let me")
                .token("one \u009b")
                .token("two\n")
                .done();
        assertEquals(0, run.exit(), run.toString());
        assertObject(
                "'outcome':'complete','reason':'stop','text':'one \\u009btwo\\n','reasoning':'let me',"
                        + "'usage':{'input_tokens':7,'output_tokens':2,'estimated':false}",
                object(run));
        assertFalse(run.out().contains("\u009b"), run.toString());
        assertEquals("", run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl"})
    void every_signal_leaves_what_came_and_then_ends_the_program(String form) {
        for (Stop stop : Stop.all()) {
            try (Stage other = new Stage()) {
                Run run = other.oneShot("-o", form, "hello");
                Exchange exchange =
                        other.server().awaitRequest().begin().token("one ").token("two ");
                if (form.equals("jsonl")) {
                    run.awaitOut("two ");
                } else {
                    other.box().awaitJournal("two ");
                }
                run.signal(stop.signal());
                assertEquals(stop.status(), run.exit(), run.toString());
                exchange.awaitGone();
                ObjectNode end = timeless(last(run), run);
                assertEquals("interrupted", end.path("outcome").asText());
                assertEquals(stop.reason(), end.path("reason").asText());
                assertEquals("one two ", end.path("text").asText());
                assertTrue(end.path("usage").path("estimated").asBoolean(), run.toString());
                assertFalse(end.has("error"), run.toString());
                assertTrue(run.err().contains("interrupted"), run.toString());
            }
        }
    }

    private static String last(Run run) {
        String[] lines = run.out().split("\n");
        return lines[lines.length - 1];
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"INT, 130, key", "TERM, 143, terminate", "HUP, 129, hangup"})
    void a_signal_before_any_answer_leaves_an_object_without_what_nobody_measured(
            String signal, int status, String reason) {
        Run run = stage.oneShot("-o", "json", "hello");
        Exchange exchange = stage.server().awaitRequest();
        run.signal(signal);
        assertEquals(status, run.exit(), run.toString());
        exchange.awaitGone();
        assertObject("'outcome':'interrupted','reason':'" + reason + "'", object(run));
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"INT, 130, key", "TERM, 143, terminate", "HUP, 129, hangup"})
    void a_signal_in_a_wait_to_try_again_leaves_an_object(String signal, int status, String reason) {
        Run run = stage.oneShot("-o", "json", "hello");
        stage.server().awaitRequest().respond("503 Service Unavailable", "application/json", "{}", "Retry-After: 100");
        run.awaitErr("trying again");
        run.signal(signal);
        assertEquals(status, run.exit(), run.toString());
        assertObject("'outcome':'interrupted','reason':'" + reason + "'", object(run));
    }

    @Test
    void twenty_signals_do_what_one_does() {
        Run run = stage.oneShot("-o", "json", "hello");
        stage.server().awaitRequest().begin().token("one ");
        stage.box().awaitJournal("one ");
        run.signalIfAlive("INT", 20);
        assertEquals(130, run.exit(), run.toString());
        assertEquals("one ", object(run).path("text").asText());
    }

    @Test
    void a_time_limit_says_so() {
        Run run = stage.oneShot("-o", "json", "--timeout", "2s", "hello");
        stage.server().awaitRequest().begin().token("one ");
        assertEquals(124, run.exit(), run.toString());
        JsonNode object = object(run);
        assertEquals("time_limit", object.path("reason").asText());
        assertEquals("one ", object.path("text").asText());
    }

    @Test
    void a_failure_before_any_text_has_its_error() {
        Run run = stage.oneShot("-o", "json", "hello");
        stage.server()
                .awaitRequest()
                .respond("404 Not Found", "application/json", "{\"error\":{\"message\":\"no such model\"}}");
        assertEquals(1, run.exit(), run.toString());
        JsonNode object = object(run);
        assertEquals("failed", object.path("outcome").asText());
        assertEquals("not_found", object.path("error").path("kind").asText());
        assertTrue(object.path("error").path("message").asText().contains("no such model"), run.toString());
        assertFalse(object.has("text") || object.has("usage"), run.toString());
        assertTrue(run.err().contains("no such model"), run.toString());
    }

    @Test
    void a_failure_after_text_has_both() {
        Run run = stage.oneShot("-o", "json", "hello");
        stage.server().awaitRequest().begin().token("one ").reset();
        assertEquals(1, run.exit(), run.toString());
        JsonNode object = object(run);
        assertEquals("failed", object.path("outcome").asText());
        assertEquals("one ", object.path("text").asText());
        assertFalse(object.path("error").path("message").asText().isEmpty(), run.toString());
    }

    @Test
    void what_is_not_saved_has_no_session() {
        Run run = stage.oneShot("-o", "json", "--no-save", "hello");
        stage.server().awaitRequest().begin().token("x").done();
        assertEquals(0, run.exit(), run.toString());
        assertFalse(object(run).has("session"), run.toString());
    }

    @Test
    void a_session_is_gone_on_with_and_named() {
        Run first = stage.oneShot("-o", "json", "hello");
        stage.server().awaitRequest().begin().token("x").done();
        assertEquals(0, first.exit(), first.toString());
        Run next = stage.oneShot("-o", "json", "-c", "more");
        stage.server().awaitRequest().begin().token("y").done();
        assertEquals(0, next.exit(), next.toString());
        assertEquals(object(first).path("session"), object(next).path("session"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl"})
    void a_missing_key_is_told_as_an_error_and_ends_with_3(String form) {
        Run run = stage.run(List.of(Image.launcher(), "-o", form, "-m", "openai/gpt-x", "hello"));
        assertEquals(3, run.exit(), run.toString());
        JsonNode object = Json.parse(run.out());
        assertEquals("failed", object.path("outcome").asText());
        assertEquals("configuration", object.path("error").path("kind").asText());
        assertEquals(form.equals("jsonl"), object.has("type"), run.toString());
        Sentences.assertClear(run.err());
    }

    @Test
    void wrong_usage_prints_nothing_on_stdout() {
        for (List<String> wrong : List.of(
                List.of("-o", "json", "--timeout", "soon", "hello"),
                List.of("-o", "xml", "hello"),
                List.of("-o", "json", "-f", "/nowhere", "hello"),
                List.of("-o", "json", "--on-interrupt", "later", "hello"))) {
            Run run = stage.oneShot(wrong.toArray(new String[0]));
            assertEquals(2, run.exit(), run.toString());
            assertEquals("", run.out());
            Sentences.assertClear(run.err());
        }
        assertEquals(0, stage.server().connections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-o json", "-o jsonl", "--on-interrupt discard"})
    void at_the_prompt_a_person_reads(String options) {
        List<String> command = stage.belay(options.split(" "));
        command.add("-i");
        command.add("hello");
        TerminalSession terminal = stage.terminal(command);
        assertEquals(2, terminal.waitFor());
        assertTrue(terminal.shows(options), terminal.picture());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void each_event_is_a_line_before_the_next_one_is_sent() {
        Run run = stage.oneShot("-o", "jsonl", "hello");
        Exchange exchange = stage.server().awaitRequest().begin().reasoning("hm");
        run.awaitOut("{\"type\":\"reasoning\",\"text\":\"hm\"}\n");
        for (int i = 0; i < 10; i++) {
            exchange.token("piece" + i);
            run.awaitOut("{\"type\":\"text\",\"text\":\"piece" + i + "\"}\n");
        }
        exchange.done();
        assertEquals(0, run.exit(), run.toString());
        assertTrue(
                run.out().contains("{\"type\":\"usage\",\"input_tokens\":7,\"output_tokens\":10}\n"), run.toString());
        ObjectNode end = timeless(last(run), run);
        assertEquals("end", end.remove("type").asText());
        assertEquals("hm", end.remove("reasoning").asText());
        assertObject(
                "'outcome':'complete','reason':'stop','text':'piece0piece1piece2piece3piece4piece5piece6piece7piece8piece9',"
                        + "'usage':{'input_tokens':7,'output_tokens':10,'estimated':false}",
                end);
    }

    @Test
    void a_wait_to_try_again_is_a_notice() {
        Run run = stage.oneShot("-o", "jsonl", "hello");
        stage.server().awaitRequest().respond("503 Service Unavailable", "application/json", "{}", "Retry-After: 0");
        stage.server().awaitRequest().respond("503 Service Unavailable", "application/json", "{}", "Retry-After: 1");
        run.awaitOut("\"type\":\"notice\",\"kind\":\"retry\"");
        stage.server().awaitRequest().begin().token("x").done();
        assertEquals(0, run.exit(), run.toString());
    }

    @Test
    void a_reader_of_lines_that_leaves_stops_the_model_with_141_and_not_a_word() {
        Run run = inShell("\"$@\" | head -1; echo \"${PIPESTATUS[0]}\"", "-o", "jsonl", "hello");
        Exchange exchange = stage.server().awaitRequest().begin().token("first");
        run.awaitOut("first");
        exchange.flood();
        exchange.awaitGone();
        assertEquals(0, run.exit());
        assertTrue(run.out().endsWith("}\n141\n"), run.toString());
        assertEquals("", run.err());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void a_reader_of_the_object_that_has_left_ends_with_141_and_not_a_word() {
        Run run = inShell("\"$@\" | true; echo \"${PIPESTATUS[0]}\"", "-o", "json", "hello");
        stage.server().awaitRequest().begin().token("x").done();
        assertEquals(0, run.exit());
        assertEquals("141\n", run.out());
        assertEquals("", run.err());
    }

    @Test
    void an_interrupted_answer_whose_reader_has_left_ends_by_the_signal() {
        Run run = inShell("\"$@\" | true; echo \"${PIPESTATUS[0]}\"", "-o", "json", "hello");
        stage.server().awaitRequest().begin().token("x");
        stage.box().awaitJournal("x");
        run.signalAll("TERM");
        run.exit();
        assertEquals("", run.out());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
        assertEquals(
                "terminate",
                stage.box().journal().ofType("end").get(0).path("reason").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl"})
    void a_full_disk_is_a_failure_in_a_sentence(String form) {
        stage.server().answerAll(exchange -> exchange.begin().token("x").done());
        Run run = inShell("\"$@\" > /dev/full", "-o", form, "hello");
        assertEquals(1, run.exit(), run.toString());
        assertTrue(run.err().contains("No space left on device"), run.toString());
    }

    private Run inShell(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "script"));
        command.addAll(stage.belay(arguments));
        return stage.run(command);
    }

    @Test
    void a_discarded_answer_is_held_back_and_not_sent_again() {
        Run run = stage.oneShot("--on-interrupt", "discard", "hello");
        stage.server().awaitRequest().begin().token("one ").token("two ");
        stage.box().awaitJournal("two ");
        run.signal("INT");
        assertEquals(130, run.exit(), run.toString());
        assertEquals("", run.out());
        assertEquals("one two ", stage.box().journal().lastText());

        Run next = stage.oneShot("-c", "--on-interrupt", "discard", "again");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals("hello\n\nagain", exchange.request().lastUserText());
        assertEquals(1, exchange.request().messages().size(), exchange.request().body());
        exchange.begin().token("all ").token("of it").done();
        assertEquals(0, next.exit(), next.toString());
        assertEquals("all of it", next.out());
    }

    @Test
    void a_discarded_answer_that_was_killed_is_not_sent_again_either() {
        Run run = stage.oneShot("--on-interrupt", "discard", "hello");
        stage.server().awaitRequest().begin().token("one ");
        stage.box().awaitJournal("one ");
        run.signal("KILL");
        run.exit();
        Run next = stage.oneShot("-c", "again");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals(1, exchange.request().messages().size(), exchange.request().body());
        exchange.begin().token("x").done();
        assertEquals(0, next.exit(), next.toString());
    }

    @Test
    void a_discarded_answer_leaves_no_text_in_its_object() {
        Run run = stage.oneShot("-o", "json", "--on-interrupt", "discard", "hello");
        stage.server().awaitRequest().begin().token("one ");
        stage.box().awaitJournal("one ");
        run.signal("INT");
        assertEquals(130, run.exit(), run.toString());
        JsonNode object = Json.parse(run.out());
        assertEquals("interrupted", object.path("outcome").asText());
        assertFalse(object.has("text"), run.toString());
    }
}
