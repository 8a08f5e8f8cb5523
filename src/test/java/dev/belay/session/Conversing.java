package dev.belay.session;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Question;
import dev.belay.chat.Sink;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.time.Duration;

/** Turns, carried through as {@code Turn} does it. */
public final class Conversing {

    private Conversing() {}

    public static void turn(Session session, String question, String answer) throws IOException {
        turn(session, Question.of(question), answer, new Outcome.Complete("stop"));
    }

    public static void turn(Session session, Question asked, String answer, Outcome outcome) throws IOException {
        session.begin(asked, "p/m");
        Answer end = new Answer(answer, 0, outcome, Usage.UNKNOWN, Duration.ofSeconds(1), "");
        if (session.journal().isPresent()) {
            Sink journal = session.journal().get();
            journal.accept(new Event.Text(answer));
            journal.end(end);
        }
        session.answered(asked, end);
    }

    /** The end of a turn that was begun. */
    static void end(Session session, Question asked, String answer) throws IOException {
        Answer end = new Answer(answer, 0, new Outcome.Complete("stop"), Usage.UNKNOWN, Duration.ofSeconds(1), "");
        session.journal().orElseThrow().end(end);
        session.answered(asked, end);
    }
}
