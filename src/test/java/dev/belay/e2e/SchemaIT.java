package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that have to follow a JSON schema. */
@Timeout(60)
class SchemaIT {
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\"}},\"required\":[\"age\"],\"additionalProperties\":false}";
    private static final String GOOD = "{\"age\": 3}";
    private static final String BAD = "{\"age\": \"three\"}";

    @AutoClose
    private final Stage stage = new Stage();

    @BeforeEach
    void writeSchema() {
        write("schema.json", SCHEMA);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(stage.box().work().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run asking(String... options) {
        List<String> command = stage.belay("--schema", "schema.json");
        command.addAll(List.of(options));
        command.add("how old?");
        return stage.run(command);
    }

    private Exchange answered(String answer) {
        Exchange exchange = stage.server().awaitRequest();
        exchange.begin();
        answer.codePoints().forEach(c -> exchange.token(Character.toString(c)));
        exchange.done();
        return exchange;
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "\n\n" + GOOD + "\n", "```json\n" + GOOD + "\n```"})
    void a_valid_answer_is_printed_as_the_model_wrote_it_and_with_one_line_break(String answer) {
        Run run = asking();
        answered(answer);
        assertEquals(0, run.exit(), run.toString());
        assertEquals(GOOD + "\n", run.out());
        assertEquals("", run.err());
        assertEquals(answer, stage.box().journal().lastText());
    }

    @Test
    void nothing_is_printed_before_the_end() {
        Run run = asking();
        Exchange exchange = stage.server().awaitRequest().begin().token(GOOD);
        stage.box().awaitJournal(GOOD);
        assertEquals("", run.out());
        exchange.done();
        assertEquals(0, run.exit(), run.toString());
    }

    @Test
    void the_model_is_told_what_is_wrong_once_and_its_second_answer_takes_the_place_of_the_first() {
        Run run = asking();
        answered(BAD);
        Exchange second = answered(GOOD);
        assertEquals(0, run.exit(), run.toString());
        assertEquals(GOOD + "\n", run.out());
        assertTrue(
                run.err().contains("/age: string found, integer expected; the model is asked again"), run.toString());
        assertEquals(3, second.request().messages().size(), second.request().body());
        assertEquals(BAD, second.request().lastAssistantText());
        assertTrue(
                second.request().lastUserText().contains("/age: string found, integer expected"),
                second.request().body());
        assertTrue(
                second.request().json().has("response_format"), second.request().body());

        Run next = stage.oneShot("-c", "and now?");
        Exchange third = stage.server().awaitRequest();
        assertEquals(List.of("how old?", GOOD, "and now?"), texts(third));
        third.begin().token("x").done();
        assertEquals(0, next.exit(), next.toString());
    }

    private static List<String> texts(Exchange exchange) {
        return exchange.request().messages().findValuesAsText("content");
    }

    @Test
    void an_answer_that_is_wrong_twice_is_a_failure_that_says_where() {
        Run run = asking();
        answered(BAD);
        answered("no JSON at all");
        assertEquals(1, run.exit(), run.toString());
        assertEquals("", run.out());
        assertTrue(
                run.err().contains("belay: the answer does not follow the schema: it is no JSON: line 1"),
                run.toString());
        assertEquals(2, stage.server().requests());
        assertEquals(List.of("complete", "complete"), stage.box().journal().outcomes());
        assertEquals("no JSON at all", stage.box().journal().lastText());
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_signal_in_the_first_try_prints_nothing(String signal, int status) {
        Run run = asking();
        Exchange exchange = stage.server().awaitRequest().begin().token("{\"age");
        stage.box().awaitJournal("{\"age");
        run.signal(signal);
        assertEquals(status, run.exit(), run.toString());
        exchange.awaitGone();
        assertEquals("", run.out());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
        assertEquals("{\"age", stage.box().journal().lastText());
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"INT, 130, key", "TERM, 143, terminate", "HUP, 129, hangup"})
    void a_signal_in_the_second_try_prints_nothing_but_the_object(String signal, int status, String reason) {
        Run run = asking("-o", "json");
        answered(BAD);
        Exchange second = stage.server().awaitRequest().begin().token("[second");
        stage.box().awaitJournal("[second");
        run.signal(signal);
        assertEquals(status, run.exit(), run.toString());
        second.awaitGone();
        JsonNode object = Json.parse(run.out());
        assertEquals("interrupted", object.path("outcome").asText());
        assertEquals(reason, object.path("reason").asText());
        assertFalse(object.has("text"), run.toString());
        assertEquals(List.of("complete", "interrupted"), stage.box().journal().outcomes());

        Run next = stage.oneShot("-c", "again");
        Exchange third = stage.server().awaitRequest();
        assertEquals(List.of("how old?\n\nagain"), texts(third));
        third.begin().token("x").done();
        assertEquals(0, next.exit(), next.toString());
    }

    @Test
    void a_press_while_an_answer_is_judged_for_long_ends_with_the_object() {
        // Each level is looked at twice, and so the last one too often for anybody to wait.
        String twice = "{\"allOf\":[{\"$ref\":\"#/$defs/n\"},{\"$ref\":\"#/$defs/n\"}]}";
        write("schema.json", "{\"$ref\":\"#/$defs/n\",\"$defs\":{\"n\":{\"properties\":{\"a\":" + twice + "}}}}");
        Run run = asking("-o", "json");
        answered("{\"a\":".repeat(40) + "1" + "}".repeat(40));
        try (FileWatch watch = new FileWatch(stage.box().sessions())) {
            watch.await(
                    () -> stage.box().journals().stream()
                            .anyMatch(journal -> journal.outcomes().contains("complete")),
                    "the answer's end");
        }
        run.signal("INT");
        assertEquals(130, run.exit(), run.toString());
        String file = stage.box().journal().file().getFileName().toString();
        String session = file.substring(0, file.length() - ".jsonl".length());
        assertEquals(
                "{\"model\":\"test-model\",\"session\":\"" + session
                        + "\",\"outcome\":\"interrupted\",\"reason\":\"key\"}\n",
                run.out());
    }

    @Test
    void a_partial_that_is_to_be_kept_is_printed() {
        Run run = asking("--on-interrupt", "keep");
        stage.server().awaitRequest().begin().token("{\"age");
        stage.box().awaitJournal("{\"age");
        run.signal("INT");
        assertEquals(130, run.exit(), run.toString());
        assertEquals("{\"age", run.out());
    }

    @Test
    void the_object_of_a_valid_answer_has_it_as_text_and_counts_both_tries() {
        Run run = asking("-o", "json");
        answered(BAD);
        answered("```\n" + GOOD + "\n```");
        assertEquals(0, run.exit(), run.toString());
        JsonNode object = Json.parse(run.out());
        assertEquals("complete", object.path("outcome").asText());
        assertEquals(GOOD, object.path("text").asText());
        assertEquals(14, object.path("usage").path("input_tokens").asInt());
    }

    @Test
    void the_object_of_an_answer_that_is_wrong_twice_is_an_error_of_its_own_kind() {
        Run run = asking("-o", "json");
        answered(BAD);
        answered(BAD);
        assertEquals(1, run.exit(), run.toString());
        JsonNode object = Json.parse(run.out());
        assertEquals("failed", object.path("outcome").asText());
        assertEquals("schema", object.path("error").path("kind").asText());
        assertFalse(object.has("text"), run.toString());
    }

    @Test
    void lines_have_one_text_one_notice_and_one_end() {
        Run run = asking("-o", "jsonl");
        answered(BAD);
        answered(GOOD);
        assertEquals(0, run.exit(), run.toString());
        List<JsonNode> lines = run.out().lines().map(Json::parse).toList();
        assertEquals(
                List.of("usage", "notice", "usage", "text", "end"),
                lines.stream().map(line -> line.path("type").asText()).toList());
        assertEquals("schema", lines.get(1).path("kind").asText());
        assertEquals(GOOD, lines.get(3).path("text").asText());
    }

    @ParameterizedTest
    @EnumSource(Spoken.class)
    void every_dialect_sends_the_schema_and_brings_the_answer(Spoken spoken) {
        Run run = stage.run(List.of(
                Image.launcher(),
                "--base-url",
                stage.server().root(),
                "--dialect",
                spoken.word(),
                "-m",
                "test-model",
                "--schema",
                "schema.json",
                "how old?"));
        Exchange exchange = stage.server().awaitRequest();
        spoken.open(exchange);
        spoken.token(exchange, GOOD);
        spoken.finish(exchange);
        exchange.endBody();
        assertEquals(0, run.exit(), run.toString());
        assertEquals(GOOD + "\n", run.out());
        assertTrue(
                exchange.request().json().findParents("properties").contains(Json.parse(SCHEMA)),
                exchange.request().body());
    }

    @Test
    void a_schema_that_is_none_is_said_before_anything_is_sent() {
        write("broken.json", "{\"type\":");
        write("wrong.json", "{\"properties\":{\"a\":{\"type\":\"strng\"}}}");
        write("remote.json", "{\"$ref\":\"" + stage.server().root() + "/schema.json\"}");
        for (String file : List.of("broken.json", "wrong.json", "remote.json", "missing.json", ".")) {
            Run run = stage.oneShot("-o", "json", "--schema", file, "how old?");
            assertEquals(2, run.exit(), run.toString());
            assertEquals("", run.out());
            assertTrue(run.err().contains("--schema " + file + ": "), run.toString());
            Sentences.assertClear(run.err());
        }
        assertEquals(0, stage.server().connections());
    }

    @Test
    void a_schema_may_come_from_a_command() {
        Run run = stage.run(List.of("bash", "-c", stage.shellBelay("--schema", "<(cat schema.json)", "old?")));
        answered(GOOD);
        assertEquals(0, run.exit(), run.toString());
        assertEquals(GOOD + "\n", run.out());
    }

    @Test
    void a_server_that_refuses_schemas_is_heard() {
        Run run = asking();
        stage.server()
                .awaitRequest()
                .respond(
                        "400 Bad Request",
                        "application/json",
                        "{\"error\":{\"message\":\"response_format is not supported\"}}");
        assertEquals(1, run.exit(), run.toString());
        assertEquals("", run.out());
        assertTrue(run.err().contains("response_format is not supported"), run.toString());
        assertTrue(run.err().contains("--schema"), run.toString());
    }

    @Test
    void a_terminal_shows_it_cleaned() {
        TerminalSession terminal = stage.terminal(stage.belay("--schema", "schema.json", "how old?"));
        answered("{\"age\":3,\u202e\n}");
        answered(GOOD);
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.shows(GOOD), terminal.picture());
        assertFalse(terminal.raw().contains("\u202e"), terminal.raw());
    }
}
