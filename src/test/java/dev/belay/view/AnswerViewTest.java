package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Answer;
import dev.belay.chat.Estimate;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Thinking;
import dev.belay.chat.Usage;
import dev.belay.view.AnswerView.Aside;
import dev.belay.view.AnswerView.Talk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about how an answer ended. */
class AnswerViewTest {

    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    private final ByteArrayOutputStream notices = new ByteArrayOutputStream();
    private String afterStop = "";

    private String said(Answer answer, Talk talk, Event... events) throws IOException {
        Output answers = Output.of(new ByteArrayOutputStream(), Output.Kind.PIPE, StandardCharsets.UTF_8);
        Output beside = Output.of(notices, Output.Kind.PIPE, StandardCharsets.UTF_8);
        Aside aside = new Aside(beside, new Style(false, true), talk, Thinking.SHOW, () -> 80);
        AnswerView view = new AnswerView(PlainText.FORM.on(answers), aside, () -> afterStop);
        for (Event event : events) {
            view.accept(event);
        }
        view.end(answer);
        return notices.toString(StandardCharsets.UTF_8);
    }

    private static Answer answer(String text, Outcome outcome, Usage told, Estimate estimate) {
        return new Answer(text, 0, outcome, told, estimate, Duration.ofMillis(1300), "", "", Optional.empty());
    }

    private static Answer stopped(String text, Usage told, long tokens, OptionalDouble dollars) {
        return answer(text, new Interrupted(Cause.KEY), told, new Estimate(OptionalLong.of(7), tokens, dollars));
    }

    private static Usage told(long output, OptionalDouble dollars) {
        return new Usage(OptionalLong.of(7), OptionalLong.of(output), dollars);
    }

    private static Answer complete(String reason, String text) {
        return answer(text, new Complete(reason), Usage.UNKNOWN, new Estimate(OptionalLong.empty(), 1, UNKNOWN));
    }

    @Test
    void aStopTellsTokensPriceAndTimeAndMarksWhatIsEstimated() throws IOException {
        assertEquals(
                "⏹ interrupted · ~41 tokens · ~$0.0012 · 1.3 s\n",
                said(stopped("text", Usage.UNKNOWN, 41, OptionalDouble.of(0.0012)), Talk.ALL));
    }

    @Test
    void whatTheProviderToldIsNotMarked() throws IOException {
        assertEquals(
                "⏹ interrupted · 40 tokens · ~$0.0012 · 1.3 s\n",
                said(stopped("text", told(40, UNKNOWN), 40, OptionalDouble.of(0.0012)), Talk.ALL));
        notices.reset();
        assertEquals(
                "⏹ interrupted · 40 tokens · $0.0100 · 1.3 s\n",
                said(stopped("text", told(40, OptionalDouble.of(0.01)), 40, OptionalDouble.of(0.0012)), Talk.ALL));
    }

    @Test
    void aPriceThatNobodyKnowsIsNotThere() throws IOException {
        assertEquals("⏹ interrupted · ~1 token · 1.3 s\n", said(stopped("text", Usage.UNKNOWN, 1, UNKNOWN), Talk.ALL));
        notices.reset();
        assertEquals("⏹ interrupted · 0 tokens · 1.3 s\n", said(stopped("", Usage.UNKNOWN, 0, UNKNOWN), Talk.ALL));
    }

    @Test
    void whatAStopDoesNotStopIsSaidBelowIt() throws IOException {
        afterStop = "groq goes on";
        assertEquals(
                "⏹ interrupted · ~1 token · 1.3 s\ngroq goes on\n",
                said(stopped("text", Usage.UNKNOWN, 1, UNKNOWN), Talk.ALL));
    }

    @Test
    void withoutAStopOrWithoutTalkItIsNotSaid() throws IOException {
        afterStop = "groq goes on";
        assertEquals("", said(complete("stop", "text"), Talk.ALL));
        assertEquals("", said(stopped("text", Usage.UNKNOWN, 1, UNKNOWN), Talk.QUIET));
        Answer closed = answer(
                "text",
                new Interrupted(Cause.OUTPUT_CLOSED),
                Usage.UNKNOWN,
                new Estimate(OptionalLong.empty(), 1, UNKNOWN));
        assertEquals("", said(closed, Talk.ALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stop", "STOP", "end_turn", "completed", "done", "stop_sequence", "eos", "COMPLETE", "load:1"})
    void anOrdinaryEndSaysNothing(String reason) throws IOException {
        assertEquals("", said(complete(reason, "text"), Talk.ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "length, length limit",
        "max_tokens, length limit",
        "MAX_TOKENS, length limit",
        "model_length, length limit",
        "incomplete:max_output_tokens, length limit",
        "max_output_tokens, length limit",
        "model_context_window_exceeded, context",
        "content_filter, content filter",
        "incomplete:content_filter, content filter",
        "SAFETY, (SAFETY)",
        "RECITATION, (RECITATION)",
        "PROHIBITED_CONTENT, (PROHIBITED_CONTENT)",
        "SPII, filter",
        "BLOCKLIST, filter",
        "LANGUAGE, filter",
        "IMAGE_SAFETY, filter",
        "BLOCKED:SAFETY, blocked the question (SAFETY)",
        "refusal, the model refused",
        "pause_turn, paused",
        "tool_calls, tool",
        "tool_use, tool",
        "function_call, tool",
        "MALFORMED_FUNCTION_CALL, tool",
    })
    void anEndOutOfTheOrdinaryIsSaidInEveryDialectsWord(String reason, String words) throws IOException {
        String said = said(complete(reason, "text"), Talk.ALL);
        assertTrue(said.contains(words), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void anEmptyAnswerIsSaidWithTheProvidersWord() throws IOException {
        assertEquals("the answer is empty (stop)\n", said(complete("stop", ""), Talk.ALL));
    }

    @Test
    void theToolThatWasWantedIsNamed() throws IOException {
        assertEquals(
                "the model wanted to call the tool get_weather, which belay does not offer\n",
                said(complete("tool_use", ""), Talk.ALL, new Event.ToolCall("get_weather")));
    }

    @Test
    void aToolIsNamedAlsoWhereTheEndLooksOrdinary() throws IOException {
        String said = said(complete("STOP", ""), Talk.ALL, new Event.ToolCall("a"), new Event.ToolCall("b\u001b[2J"));
        assertTrue(said.contains("the tools a, b^[[2J"), said);
    }

    @Test
    void aToolWithoutANameIsATool() throws IOException {
        String said = said(complete("tool_calls", ""), Talk.ALL, new Event.ToolCall(""));
        assertEquals("the model wanted to call a tool, which belay does not offer\n", said);
    }
}
