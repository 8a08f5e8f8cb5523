package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Partial;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Usage;
import dev.belay.view.HeldText.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what is held back is shown. */
class HeldTextTest {

    private static final Problem BAD = new Problem(Kind.SCHEMA, "bad");

    /** Takes what begins with “good”, and says of anything else that it is bad. */
    private static final Selection GOOD = new Selection() {
        @Override
        public String of(String answer) {
            if (answer.startsWith("good")) {
                return answer.toUpperCase(java.util.Locale.ROOT);
            }
            throw new ProblemException(BAD);
        }

        @Override
        public String correction(Problem problem) {
            return "be good";
        }
    };

    private final List<String> shown = new ArrayList<>();

    private final AnswerText screen = new AnswerText() {
        @Override
        public void next(String piece) {
            shown.add(piece);
        }

        @Override
        public void pause() {
            shown.add("pause");
        }

        @Override
        public void close() {
            shown.add("close");
        }

        @Override
        public void besides(Event event) {
            shown.add("besides");
        }

        @Override
        public void again(Answer answer, Problem why) {
            shown.add("again: " + why.message());
        }

        @Override
        public void end(Answer answer) {
            shown.add("end: " + answer.outcome().reason());
        }
    };

    private static Answer ended(Outcome outcome) {
        return new Answer("", 0, outcome, Usage.UNKNOWN, Duration.ofSeconds(1), "");
    }

    private static void say(HeldText held, Outcome outcome, String... pieces) throws IOException {
        for (String piece : pieces) {
            held.next(piece);
        }
        held.end(ended(outcome));
    }

    @Test
    void aCompleteAnswerIsShownAtItsEnd() throws IOException {
        HeldText held = new HeldText(screen, Selection.ALL, Partial.DISCARDED);
        held.next("one ");
        held.besides(new Event.Reasoning("hm"));
        held.next("two");
        assertEquals(List.of("besides"), shown);
        held.end(ended(new Complete("stop")));
        assertEquals(List.of("besides", "one two", "end: stop"), shown);
    }

    @Test
    void oneThatIsCutIsShownOnlyWhereItIsKept() throws IOException {
        say(new HeldText(screen, Selection.ALL, Partial.DISCARDED), new Interrupted(Cause.KEY), "one ");
        assertEquals(List.of("end: key"), shown);
        shown.clear();
        say(new HeldText(screen, GOOD, Partial.KEPT), new Interrupted(Cause.TERMINATE), "ba");
        assertEquals(List.of("ba", "end: terminate"), shown);
        shown.clear();
        say(new HeldText(screen, GOOD, Partial.DISCARDED), new Failed(BAD, Outcome.Retry.NEVER), "goo");
        assertEquals(List.of("end: bad"), shown);
    }

    @Test
    void oneThatWillNotDoIsAskedForOnce() throws IOException {
        HeldText held = new HeldText(screen, GOOD, Partial.DISCARDED);
        say(held, new Complete("stop"), "evil");
        assertEquals("bad", held.rejection().get().message());
        assertEquals("be good", held.correction());
        say(held, new Complete("stop"), "good");
        assertEquals(List.of("again: bad", "GOOD", "end: stop"), shown);
        assertEquals(true, held.rejection().isEmpty());
    }

    @Test
    void twiceNoGoodIsAFailure() throws IOException {
        HeldText held = new HeldText(screen, GOOD, Partial.DISCARDED);
        say(held, new Complete("stop"), "evil");
        say(held, new Complete("stop"), "evil again");
        assertEquals(List.of("again: bad", "end: bad"), shown);
        assertEquals("bad", held.rejection().get().message());
        assertEquals("", held.correction());
    }

    @Test
    void aSecondTryThatIsStoppedIsNoRejection() throws IOException {
        HeldText held = new HeldText(screen, GOOD, Partial.DISCARDED);
        say(held, new Complete("stop"), "evil");
        say(held, new Interrupted(Cause.KEY), "goo");
        assertEquals(List.of("again: bad", "end: key"), shown);
        assertEquals(true, held.rejection().isEmpty());
    }
}
