package dev.belay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Answer;
import dev.belay.chat.Estimate;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Phase;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.Usage;
import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read, line by line. */
class JsonReportTest {

    private static final Origin ORIGIN =
            new Origin("gpt-x", "openai", () -> "20260101-000000-abcd", (in, out) -> OptionalDouble.empty());
    private static final Usage TOLD = new Usage(OptionalLong.of(7), OptionalLong.of(3));
    private static final Problem OVERLOADED = new Problem(Kind.OVERLOADED, "too busy", "wait");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output out = Output.of(bytes, Output.Kind.PIPE, StandardCharsets.UTF_8);

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Answer answer(String text, int thought, Outcome outcome, Usage usage) {
        Estimate estimate = new Estimate(OptionalLong.of(5), 2, OptionalDouble.empty());
        Optional<Duration> first = text.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(120));
        return new Answer(text, thought, outcome, usage, estimate, Duration.ofMillis(1234), "", "", first);
    }

    private static AnswerText told(AnswerText to, String... pieces) throws IOException {
        for (String piece : pieces) {
            to.next(piece);
        }
        return to;
    }

    @Test
    void aCompleteAnswerHasAllThereIs() throws IOException {
        AnswerText json = JsonAnswer.from(ORIGIN).on(out);
        json.besides(new Event.Reasoning("let me"));
        json.besides(new Event.Reasoning(" see"));
        told(json, "one ", "two");
        assertEquals("", written());
        Usage priced = new Usage(OptionalLong.of(7), OptionalLong.of(3), OptionalDouble.of(0.25));
        json.end(answer("one two", 10, new Complete("stop"), priced));
        assertEquals(
                "{\"model\":\"gpt-x\",\"provider\":\"openai\",\"session\":\"20260101-000000-abcd\",\"outcome\":\"complete\","
                        + "\"reason\":\"stop\",\"text\":\"one two\",\"reasoning\":\"let me see\",\"usage\":{\"input_tokens\":7,"
                        + "\"output_tokens\":3,\"estimated\":false,\"cost_usd\":0.25},"
                        + "\"timing\":{\"first_token_ms\":120,\"total_ms\":1234}}\n",
                written());
    }

    @ParameterizedTest
    @CsvSource({
        "KEY,key",
        "TERMINATE,terminate",
        "HANGUP,hangup",
        "OUTPUT_CLOSED,output_closed",
        "TIME_LIMIT,time_limit"
    })
    void whatIsNotKnownOfAnInterruptedAnswerIsNotThere(Cause cause, String reason) throws IOException {
        Origin own = new Origin("m", "", () -> "", (in, out) -> OptionalDouble.empty());
        JsonAnswer.from(own).on(out).end(answer("", 0, new Interrupted(cause), Usage.UNKNOWN));
        assertEquals(
                "{\"model\":\"m\",\"outcome\":\"interrupted\",\"reason\":\"" + reason
                        + "\",\"timing\":{\"total_ms\":1234}}\n",
                written());
    }

    @Test
    void whatNobodyCountedIsEstimatedAndSaysSo() throws IOException {
        told(JsonAnswer.from(ORIGIN).on(out), "half").end(answer("half", 0, new Interrupted(Cause.KEY), Usage.UNKNOWN));
        assertTrue(
                written().contains("\"usage\":{\"input_tokens\":5,\"output_tokens\":2,\"estimated\":true}"), written());
        assertTrue(written().contains("\"text\":\"half\""), written());
    }

    @Test
    void aCostOfTheTableOfPricesIsAnEstimate() throws IOException {
        Origin priced = new Origin("m", "p", () -> "", (in, out) -> OptionalDouble.of((double) in + out));
        told(JsonAnswer.from(priced).on(out), "x").end(answer("x", 0, new Complete("stop"), TOLD));
        assertTrue(
                written()
                        .contains(
                                "\"usage\":{\"input_tokens\":7,\"output_tokens\":3,\"estimated\":true,\"cost_usd\":10.0}"),
                written());
    }

    @Test
    void usageIsALineWheneverAnythingOfItIsNew() throws IOException {
        AnswerText lines = JsonLines.from(ORIGIN).on(out);
        OptionalLong seven = OptionalLong.of(7);
        Usage[] told = {
            new Usage(seven, OptionalLong.empty()),
            new Usage(seven, OptionalLong.of(1)),
            new Usage(seven, OptionalLong.of(1), OptionalDouble.of(0.5)),
            new Usage(OptionalLong.of(8), OptionalLong.of(1), OptionalDouble.of(0.5))
        };
        for (Usage usage : told) {
            lines.besides(new Event.Counted(usage));
            // The same once more, in another object.
            lines.besides(new Event.Counted(new Usage(usage.inputTokens(), usage.outputTokens(), usage.dollars())));
        }
        assertEquals(told.length, written().lines().count(), written());
        assertEquals(told.length, written().lines().distinct().count(), written());
    }

    @Test
    void whatCouldSteerAScreenIsEscapedAndMeansTheSame() throws IOException {
        String title = "a\u009b31m\u202eb\u2028c\u007f\ud83d\ude00\ud83d";
        String json = new ObjectMapper().createObjectNode().put("title", title).toPrettyString();
        String safe = SafeJson.escaped(json, StandardCharsets.UTF_8);
        assertEquals(title, new ObjectMapper().readTree(safe).path("title").asText());
        assertTrue(safe.contains("\ud83d\ude00"), safe);
        assertFalse(safe.matches("(?s).*[\u007f-\u009f\u2028\u202e].*"), safe);
        String ascii = SafeJson.escaped(json, StandardCharsets.US_ASCII);
        assertEquals(title, new ObjectMapper().readTree(ascii).path("title").asText());
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(ascii), ascii);
    }

    @Test
    void aFailureSaysWhichAndWhatToDo() throws IOException {
        JsonAnswer.from(ORIGIN).on(out).end(answer("", 0, new Failed(OVERLOADED, Retry.NEVER), Usage.UNKNOWN));
        assertTrue(
                written()
                        .endsWith("\"outcome\":\"failed\",\"reason\":\"too busy\",\"timing\":{\"total_ms\":1234},"
                                + "\"error\":{\"kind\":\"overloaded\",\"message\":\"too busy\",\"hint\":\"wait\"}}\n"),
                written());
    }

    @Test
    void aQuestionThatCouldNotBeAskedHasItsErrorOnly() throws IOException {
        Problem problem = new Problem(Kind.NOT_FOUND, "no such thing");
        JsonAnswer.write(out, null, new Failed(problem, Retry.NEVER));
        JsonLines.write(out, null, new Failed(problem, Retry.NEVER));
        String fields =
                "\"outcome\":\"failed\",\"reason\":\"no such thing\",\"error\":{\"kind\":\"not_found\",\"message\":\"no such thing\"}}\n";
        assertEquals("{" + fields + "{\"type\":\"end\"," + fields, written());
    }

    @Test
    void aCompleteAnswerWithoutAnyTextHasAnEmptyOne() throws IOException {
        JsonAnswer.from(ORIGIN).on(out).end(answer("", 0, new Complete("stop"), TOLD));
        assertTrue(written().contains("\"text\":\"\""), written());
    }

    @Test
    void eachEventIsALineWhenItComes() throws IOException {
        AnswerText lines = JsonLines.from(ORIGIN).on(out);
        lines.besides(new Event.Waiting(Phase.PREPARING, Duration.ofSeconds(1)));
        lines.besides(new Event.Waiting(Phase.ANSWER, Duration.ofSeconds(2)));
        lines.besides(new Event.Waiting(Phase.ANSWER, Duration.ofSeconds(3)));
        lines.besides(new Event.Retrying(OVERLOADED, Duration.ofSeconds(2), 1, 2));
        lines.besides(new Event.Retrying(OVERLOADED, Duration.ofSeconds(1), 1, 2));
        lines.besides(new Event.Retrying(OVERLOADED, Duration.ofSeconds(4), 2, 2));
        lines.besides(new Event.Receipt("gen-1"));
        lines.besides(new Event.Reasoning("hm"));
        lines.next("one");
        lines.besides(new Event.Counted(TOLD));
        lines.besides(new Event.Counted(TOLD));
        lines.besides(new Event.ToolCall("search"));
        assertEquals("""
                {"type":"notice","kind":"waiting","message":"waiting for an answer"}
                {"type":"notice","kind":"retry","message":"too busy; trying again in 2 s"}
                {"type":"notice","kind":"retry","message":"too busy; trying again in 4 s"}
                {"type":"reasoning","text":"hm"}
                {"type":"text","text":"one"}
                {"type":"usage","input_tokens":7,"output_tokens":3}
                {"type":"notice","kind":"tool","message":"the model wants to call a tool, which belay does not offer: search"}
                """, written());
        bytes.reset();
        lines.end(answer("one", 2, new Complete("stop"), TOLD));
        assertEquals(
                "{\"type\":\"end\",\"model\":\"gpt-x\",\"provider\":\"openai\",\"session\":\"20260101-000000-abcd\","
                        + "\"outcome\":\"complete\",\"reason\":\"stop\",\"text\":\"one\",\"reasoning\":\"hm\",\"usage\":"
                        + "{\"input_tokens\":7,\"output_tokens\":3,\"estimated\":false},"
                        + "\"timing\":{\"first_token_ms\":120,\"total_ms\":1234}}\n",
                written());
    }

    @Test
    void anAnswerThatWasAskedForTwiceIsToldWithWhatBothTook() throws IOException {
        AnswerText json = JsonAnswer.from(ORIGIN).on(out);
        json.besides(new Event.Reasoning("wrong"));
        json.again(answer("bad", 5, new Complete("stop"), TOLD), new Problem(Kind.SCHEMA, "bad"));
        json.besides(new Event.Reasoning("right"));
        told(json, "good").end(answer("good", 5, new Complete("end"), TOLD));
        JsonNode object = new ObjectMapper().readTree(written());
        assertEquals("good", object.path("text").asText());
        assertEquals("right", object.path("reasoning").asText());
        assertEquals(14, object.path("usage").path("input_tokens").asInt());
        assertEquals(6, object.path("usage").path("output_tokens").asInt());
        assertEquals(120, object.path("timing").path("first_token_ms").asInt());
        assertEquals(2468, object.path("timing").path("total_ms").asInt());
    }

    @Test
    void theFirstTokenOfALaterTryIsCountedFromTheFirstQuestion() throws IOException {
        AnswerText json = JsonAnswer.from(ORIGIN).on(out);
        json.again(answer("", 0, new Complete("stop"), TOLD), new Problem(Kind.SCHEMA, "empty"));
        told(json, "good").end(answer("good", 0, new Complete("end"), TOLD));
        assertTrue(written().contains("\"first_token_ms\":1354"), written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u001b[2J",
                "\u007f",
                "\u009b31m",
                "\u202e",
                "\u2066",
                "\u2028",
                "\ud800",
                "\udc00x",
                "\"\\\n\t"
            })
    void whatSteersATerminalIsEscapedAndMeansTheSame(String text) throws IOException {
        told(JsonLines.from(ORIGIN).on(out), text);
        String line = written();
        assertEquals(text, new ObjectMapper().readTree(line).path("text").asText());
        assertTrue(line.substring(0, line.length() - 1).chars().allMatch(c -> c >= 0x20 && c < 0x7F), line);
    }

    @Test
    void everythingElseStaysReadable() throws IOException {
        told(JsonLines.from(ORIGIN).on(out), "grüße 漢字 \ud83d\ude00");
        assertEquals("{\"type\":\"text\",\"text\":\"grüße 漢字 \ud83d\ude00\"}\n", written());
    }

    @Test
    void aTerminalThatShowsAsciiOnlyIsSentNothingElse() throws IOException {
        Charset ascii = StandardCharsets.US_ASCII;
        told(JsonLines.from(ORIGIN).on(Output.of(bytes, Output.Kind.TERMINAL, ascii)), "ü\ud83d\ude00");
        assertEquals("{\"type\":\"text\",\"text\":\"\\u00fc\\ud83d\\ude00\"}\n", written());
        assertFalse(written().contains("?"));
    }
}
