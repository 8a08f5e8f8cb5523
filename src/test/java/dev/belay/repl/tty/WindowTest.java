package dev.belay.repl.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.Usage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final String TITLED = "\u001b[22;0t\u001b]2;belay: why?\u001b\\";
    private static final String UNTITLED = "\u001b[23;0t";
    private static final String REPORTING = "\u001b[?1004h";
    private static final String SILENT = "\u001b[?1004l";

    private final StringWriter written = new StringWriter();

    private Window window(Notify notify, WindowTitle title) {
        return new Window(new PrintWriter(written), new Window.Wishes(new Emulator("foot", ""), notify, title));
    }

    private static Answer answer(Outcome outcome, long seconds) {
        return new Answer("first words", 0, outcome, Usage.UNKNOWN, Duration.ofSeconds(seconds), "");
    }

    private String told(Notify notify, Focus focus, Outcome outcome, long seconds) {
        written.getBuffer().setLength(0);
        window(notify, WindowTitle.UNTOUCHED).ended(answer(outcome, seconds), focus);
        return written.toString();
    }

    @Test
    void itIsNamedAfterTheQuestionUntilTheAnswerHasEnded() {
        Window window = window(Notify.OFF, WindowTitle.QUESTION);
        window.take();
        window.title("why?");
        window.untitle();
        window.untitle();
        window.leave();
        assertEquals(TITLED + UNTITLED, written.toString());
    }

    @Test
    void whoeverHasItInBetweenFindsItAsItWas() {
        Window window = window(Notify.BELL, WindowTitle.QUESTION);
        window.take();
        window.title("why?");
        window.leave();
        window.take();
        window.untitle();
        window.leave();
        assertEquals(
                REPORTING + TITLED + UNTITLED + SILENT + REPORTING + TITLED + UNTITLED + SILENT, written.toString());
    }

    @Test
    void withoutWishesNothingIsWritten() {
        Window window = window(Notify.OFF, WindowTitle.UNTOUCHED);
        window.take();
        window.title("why?");
        window.untitle();
        window.leave();
        assertEquals("", written.toString());
    }

    @Test
    void theBellRingsWhenALongAnswerHasEndedThatNobodySaw() {
        assertEquals("\u0007", told(Notify.BELL, Focus.LOST, new Complete("stop"), 11));
        assertEquals("", told(Notify.BELL, Focus.HELD, new Complete("stop"), 11));
        assertEquals("", told(Notify.BELL, Focus.LOST, new Complete("stop"), 10));
        assertEquals("", told(Notify.BELL, Focus.LOST, new Interrupted(Cause.KEY), 11));
        assertEquals("", told(Notify.OFF, Focus.LOST, new Complete("stop"), 11));
    }

    @Test
    void theDesktopShowsItsFirstWordsOrWhyItFailed() {
        assertEquals(
                "\u001b]777;notify;belay;first words\u0007",
                told(Notify.DESKTOP, Focus.LOST, new Complete("stop"), 11));
        Failed failed = new Failed(new Problem(Kind.NETWORK, "no route"), Outcome.Retry.NEVER);
        assertEquals("\u001b]777;notify;belay;no route\u0007", told(Notify.DESKTOP, Focus.LOST, failed, 11));
    }
}
