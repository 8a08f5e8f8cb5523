package dev.belay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Event.Counted;
import dev.belay.chat.Event.Reasoning;
import dev.belay.chat.Event.Receipt;
import dev.belay.chat.Event.Text;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What an answer took, told or not. */
class EstimateTest {

    private static final Prompt PROMPT = new Prompt("m", "be brief", List.of(Message.user("twelve chars")));

    /** Counts words, at a dollar for a token read and two for one made. */
    private static final class Words implements Meter {
        private final List<Duration> told = new ArrayList<>();

        @Override
        public long tokens(String text) {
            return text.split(" ").length;
        }

        @Override
        public OptionalDouble dollars(long inputTokens, long outputTokens) {
            return OptionalDouble.of(inputTokens + 2.0 * outputTokens);
        }

        @Override
        public void streaming(Duration soFar) {
            told.add(soFar);
        }
    }

    private final Words words = new Words();

    /** The answer to these events, which somebody stops once all are there unless they end by themselves. */
    private Answer answer(Prompt prompt, Meter meter, Signal... signals) {
        boolean ends = signals.length > 0 && signals[signals.length - 1] instanceof Outcome;
        Generation[] handle = new Generation[1];
        List<Signal> left = new ArrayList<>(List.of(signals));
        ScriptedExchange exchange = new ScriptedExchange((out, cancelled) -> left.forEach(out::put));
        Sink stopper = new Sink() {
            private int seen;

            @Override
            public void accept(Event event) {
                if (++seen == signals.length && !ends) {
                    handle[0].cancel(Cause.KEY);
                }
            }

            @Override
            public void end(Answer answer) {}
        };
        Turn turn = new Turn(exchange, prompt, Limits.DEFAULT, meter, List.of(stopper));
        handle[0] = turn.generation();
        if (signals.length == 0) {
            handle[0].cancel(Cause.KEY);
        }
        return turn.run();
    }

    private static Counted counted(long input, long output) {
        return new Counted(new Usage(
                input < 0 ? OptionalLong.empty() : OptionalLong.of(input),
                output < 0 ? OptionalLong.empty() : OptionalLong.of(output)));
    }

    @Test
    void whatNobodyToldIsCountedByTheMeterAndPricedWithTheQuestion() {
        Answer answer = answer(PROMPT, words, new Text("one two three"));
        assertTrue(answer.isEstimated());
        assertEquals(3, answer.outputTokens());
        assertEquals(OptionalLong.of(5), answer.estimate().inputTokens());
        assertEquals(OptionalDouble.of(5 + 2 * 3), answer.dollars());
    }

    @Test
    void whatTheProviderToldIsTaken() {
        Answer answer = answer(PROMPT, words, counted(100, -1), new Text("one two three"), counted(100, 7));
        assertFalse(answer.isEstimated());
        assertEquals(7, answer.outputTokens());
        assertEquals(OptionalDouble.of(100 + 2 * 7), answer.dollars());
    }

    @Test
    void aCountOfNoughtWithTextReceivedIsNoCount() {
        Answer answer = answer(PROMPT, words, counted(100, 0), new Text("one two three"));
        assertTrue(answer.isEstimated());
        assertEquals(3, answer.outputTokens());
        assertEquals(OptionalDouble.of(100 + 2 * 3), answer.dollars());
    }

    @Test
    void thinkingIsPaidForByItsLength() {
        Answer answer = answer(PROMPT, words, new Reasoning("12345678"), new Text("one two"));
        assertEquals(2 + 2, answer.outputTokens());
    }

    @Test
    void dollarsThatTheProviderToldWinOverAnyPrice() {
        Usage told = new Usage(OptionalLong.of(1), OptionalLong.of(1), OptionalDouble.of(0.25));
        assertEquals(
                OptionalDouble.of(0.25),
                answer(PROMPT, words, new Text("a"), new Counted(told)).dollars());
    }

    @Test
    void nothingReceivedIsATrueNoughtAndHasNoPrice() {
        Answer answer = answer(PROMPT, words);
        assertFalse(answer.isEstimated());
        assertEquals(0, answer.outputTokens());
        assertEquals(OptionalDouble.empty(), answer.dollars());
    }

    @Test
    void whatAPictureCountsIsNotGuessed() {
        Message picture = Message.user("look", List.of(new Attachment("a.png", "image/png", new byte[10])));
        Answer answer = answer(new Prompt("m", "", List.of(picture)), words, new Text("one"));
        assertEquals(1, answer.outputTokens());
        assertEquals(OptionalLong.empty(), answer.estimate().inputTokens());
        assertEquals(OptionalDouble.empty(), answer.dollars());
        Message text = Message.user("look", List.of(new Attachment("a.txt", "text/plain", new byte[40])));
        assertEquals(
                OptionalLong.of(11),
                answer(new Prompt("m", "", List.of(text)), words, new Text("one"))
                        .estimate()
                        .inputTokens());
    }

    @Test
    void withoutAMeterItIsTheLengthAndNoPrice() {
        Answer answer = answer(PROMPT, Meter.CHARACTERS, new Text("123456789"));
        assertEquals(3, answer.outputTokens());
        assertEquals(OptionalDouble.empty(), answer.dollars());
    }

    @Test
    void theMeterIsToldHowLongItStreamsAndOnlyOfWhatStreams() {
        answer(PROMPT, words, counted(1, 1), new Reasoning("a"), new Text("b"), new Complete("stop"));
        assertEquals(2, words.told.size());
        assertEquals(Duration.ZERO, words.told.get(0));
        assertTrue(words.told.get(1).compareTo(words.told.get(0)) > 0);
    }

    @Test
    void theReceiptIsKeptFromTheFirstByteAlsoOfAStoppedAnswer() {
        assertEquals("gen-1", answer(PROMPT, words, new Receipt("gen-1")).receipt());
        assertEquals(
                "gen-1",
                answer(PROMPT, words, new Receipt("gen-1"), new Text("a"), new Complete("stop"))
                        .receipt());
        assertEquals("", answer(PROMPT, words, new Text("a")).receipt());
    }
}
