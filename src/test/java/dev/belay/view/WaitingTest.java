package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.chat.Answer;
import dev.belay.chat.Estimate;
import dev.belay.chat.Event;
import dev.belay.chat.Event.Reasoning;
import dev.belay.chat.Event.Text;
import dev.belay.chat.Event.Waiting;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Phase;
import dev.belay.chat.Problem;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown until an answer begins, and the line after it. */
class WaitingTest {

    private static final String WIPE = "\r\u001b[J\r";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private int columns = 40;
    private long seconds;

    private AnswerView view(Output.Kind kind, Style style, Talk talk, Thinking thinking) {
        Output out = Output.of(screen, kind, StandardCharsets.UTF_8);
        Thoughts thoughts = new Thoughts(out, style, thinking, () -> columns) {
            @Override
            long nanos() {
                return TimeUnit.SECONDS.toNanos(seconds);
            }
        };
        return new AnswerView(
                PlainText.FORM.on(out), new Aside(out, style, talk, thinking, () -> columns), () -> "", thoughts);
    }

    private AnswerView terminal(Thinking thinking) {
        return view(Output.Kind.TERMINAL, new Style(true, true), Talk.ALL, thinking);
    }

    private static Waiting connecting(int seconds) {
        return new Waiting(Phase.CONNECTING, Duration.ofSeconds(seconds));
    }

    private static String dim(String text) {
        return "\u001b[2m" + text + "\u001b[0m";
    }

    private static String drawn(String text) {
        return "\r" + dim(text) + "\u001b[J\r";
    }

    private String shown(AnswerView view, Event... events) throws IOException {
        for (Event event : events) {
            view.accept(event);
        }
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static Answer answer(Outcome outcome, String text, Usage told, long millis, long firstMillis) {
        Estimate estimate =
                new Estimate(OptionalLong.empty(), Estimate.ofLength(text.length()), OptionalDouble.empty());
        Optional<Duration> first = firstMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(firstMillis));
        return new Answer(text, 0, outcome, told, estimate, Duration.ofMillis(millis), "", "", first);
    }

    private static Usage told(long output) {
        return new Usage(OptionalLong.of(7), OptionalLong.of(output));
    }

    @Test
    void theLineIsRedrawnInItsPlaceAndWipedBeforeTheFirstPiece() throws IOException {
        String expected = drawn("connecting · 1 s") + drawn("connecting · 2 s") + WIPE + "hello";
        assertEquals(expected, shown(terminal(Thinking.SHOW), connecting(1), connecting(2), new Text("hello")));
    }

    @Test
    void itIsWipedAsWellWhenTheAnswerEndsWithoutAWord() throws IOException {
        AnswerView view = terminal(Thinking.SHOW);
        shown(view, connecting(1));
        view.end(answer(new Interrupted(Cause.KEY), "", Usage.UNKNOWN, 1300, -1));
        String expected = drawn("connecting · 1 s") + WIPE + dim("⏹ interrupted · 0 tokens · 1.3 s") + "\n";
        assertEquals(expected, screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void itIsNeverAsWideAsTheTerminal() throws IOException {
        columns = 12;
        assertEquals(drawn("connecting…"), shown(terminal(Thinking.SHOW), connecting(1)));
    }

    @Test
    void aTerminalOnWhichNothingCanBeOverwrittenIsLeftAlone() throws IOException {
        columns = 0;
        assertEquals("hello", shown(terminal(Thinking.SHOW), connecting(1), new Text("hello")));
    }

    @Test
    void withoutEscapeSequencesBlanksWipeIt() throws IOException {
        AnswerView view = view(Output.Kind.TERMINAL, new Style(false, true), Talk.ALL, Thinking.SHOW);
        String expected = "\rconnecting · 1 s\r\r" + " ".repeat(16) + "\rhello";
        assertEquals(expected, shown(view, connecting(1), new Text("hello")));
    }

    @Test
    void aPipeGetsNothingOfIt() throws IOException {
        AnswerView view = view(Output.Kind.PIPE, new Style(false, true), Talk.ALL, Thinking.FOLD);
        shown(view, connecting(1), new Reasoning("hm"), connecting(2), new Text("hello"));
        view.end(answer(new Complete("stop"), "hello", told(2), 3000, 2000));
        assertEquals("hello", screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whoWantsQuietGetsNothingOfIt() throws IOException {
        AnswerView view = view(Output.Kind.TERMINAL, new Style(true, true), Talk.QUIET, Thinking.FOLD);
        shown(view, connecting(1), new Reasoning("hm"), connecting(2), new Text("hello"));
        view.end(answer(new Complete("stop"), "hello", told(2), 3000, 2000));
        assertEquals("hello\n", screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void thinkingThatIsShownIsNotDrawnOver() throws IOException {
        String expected = drawn("connecting · 1 s") + WIPE + dim("hm") + "\n\nhello";
        assertEquals(
                expected,
                shown(terminal(Thinking.SHOW), connecting(1), new Reasoning("hm"), connecting(2), new Text("hello")));
    }

    @Test
    void thinkingThatIsFoldedIsTimedAndLeavesOneLine() throws IOException {
        AnswerView view = terminal(Thinking.FOLD);
        shown(view, new Reasoning("hmmm"), connecting(1));
        seconds = 12;
        String expected =
                drawn("thinking") + drawn("thinking · 12 s") + WIPE + dim("thought for 12 s · ~2 tokens") + "\nhello";
        assertEquals(expected, shown(view, new Reasoning(" hm."), connecting(12), new Text("hello")));
    }

    @Test
    void thinkingInTheMidstOfAnAnswerIsNotFoldedIntoIt() throws IOException {
        String expected = "hello world";
        assertEquals(
                expected, shown(terminal(Thinking.FOLD), new Text("hello "), new Reasoning("hm"), new Text("world")));
    }

    @Test
    void thinkingThatIsHiddenLooksLikeWaiting() throws IOException {
        String expected = drawn("connecting · 2 s") + WIPE + "hello";
        assertEquals(expected, shown(terminal(Thinking.HIDE), new Reasoning("hm"), connecting(2), new Text("hello")));
    }

    @Test
    void aCountdownKeepsItsNumbersWhereTheReasonIsTooLong() throws IOException {
        Problem problem = new Problem(Problem.Kind.OVERLOADED, "漢字漢字 busy\nbusy busy");
        Event retrying = new Event.Retrying(problem, Duration.ofSeconds(4), 1, 2);
        String expected = drawn("漢字漢… · trying again in 4 s (1 of 2)") + WIPE + "hello";
        assertEquals(expected, shown(terminal(Thinking.SHOW), retrying, new Text("hello")));
    }

    @ParameterizedTest
    @CsvSource({
        // tokens told, characters, ms, ms to the first piece, line
        "312, 1200, 4100, 0, 312 tokens · 4.1 s · 76 tokens/s",
        "312, 1200, 6100, 2000, 312 tokens · 6.1 s · 76 tokens/s",
        "312, 1200, 900, 100, 312 tokens · 0.9 s",
        "312, 1200, 4100, 3900, 312 tokens · 4.1 s",
        "19, 80, 4100, 0, 19 tokens · 4.1 s",
        "2000, 400, 9000, 8000, 2000 tokens · 9.0 s",
        "0, 400, 3000, 1000, ~100 tokens · 3.0 s · 50 tokens/s",
    })
    void theEndSaysHowMuchAndHowFastWhereThatMeansSomething(
            long tokens, int length, long millis, long first, String line) throws IOException {
        AnswerView view = terminal(Thinking.SHOW);
        String text = "x".repeat(length);
        shown(view, new Text(text));
        view.end(answer(new Complete("stop"), text, told(tokens), millis, first));
        assertEquals(text + "\n" + dim(line) + "\n", screen.toString(StandardCharsets.UTF_8));
    }
}
