package dev.belay.cli;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Stopped;
import dev.belay.report.JsonAnswer;
import dev.belay.report.JsonLines;
import dev.belay.report.Origin;
import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a program is told the end once and whole, also when a signal comes before there is an answer, or while a
 * complete one is being judged. The main thread tells the usual ends, any other those that a signal brings; whoever comes second
 * waits for the first.
 */
final class LastWord implements Interrupts.Idle {

    /** How long a signal waits for an end that is being written: who has not read it by then does not read. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** What the main thread is at. */
    enum Work {
        /** It looks at an answer, and writes nothing meanwhile. */
        JUDGING,
        /** It may be writing. */
        OTHER
    }

    private final OutputForm form;
    private final Output out;
    private final Interrupts interrupts;
    private final Duration patience;
    private final ReentrantLock telling = new ReentrantLock();

    // Guarded by the lock.
    private boolean told;

    private volatile @Nullable Origin origin;
    private volatile Work work = Work.OTHER;

    LastWord(OutputForm form, Output out, Interrupts interrupts, Duration patience) {
        this.form = form;
        this.out = out;
        this.interrupts = interrupts;
        this.patience = patience;
    }

    /** For the main thread, which does not go on while a signal's end is told. */
    void waitsFor(Work next) {
        telling.lock();
        try {
            work = next;
        } finally {
            telling.unlock();
        }
    }

    /** Tells of a question that could not be asked; wrong usage has no object, as there was no question. */
    void tell(Problem problem) throws IOException {
        if (!Exit.of(problem.kind()).equals(Exit.USAGE)) {
            tell(new Failed(problem, Retry.NEVER));
        }
    }

    /** Tells of a stop that the main thread learns of, maybe before whoever was told of the signal. */
    void tell(Stopped stopped) throws IOException {
        tell(new Interrupted(stopped.by()));
    }

    /** The same text for a program, whose end is told if no other was. */
    AnswerText ending(AnswerText text, Origin from) {
        origin = from;
        return new Claiming(text);
    }

    /** There is no answer yet: the program reads what is piped in, or finds out whom to ask. */
    @Override
    public void fired(Cause cause) {
        boolean isFree = isFreeInTime();
        try {
            if (isFree) {
                tell(new Interrupted(cause));
            }
        } catch (IOException nobodyReads) {
            // Then there is nobody to tell.
        } finally {
            // The main thread, if it is second, waits until there is no program any more.
            interrupts.abandon(cause);
            if (isFree) {
                telling.unlock();
            }
        }
    }

    /** A main thread that hangs in writing has nobody who reads, and so no word for them. */
    @Override
    public void hung(Cause cause) {
        if (work == Work.JUDGING) {
            fired(cause);
        } else {
            interrupts.abandon(cause);
        }
    }

    private boolean isFreeInTime() {
        try {
            return telling.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stray) {
            return false;
        }
    }

    private void tell(Outcome outcome) throws IOException {
        telling.lock();
        try {
            if (!told) {
                told = true;
                write(outcome);
            }
        } finally {
            telling.unlock();
        }
    }

    private void write(Outcome outcome) throws IOException {
        if (form == OutputForm.JSON) {
            JsonAnswer.write(out, origin, outcome);
        } else if (form == OutputForm.JSONL) {
            JsonLines.write(out, origin, outcome);
        }
    }

    /** Passes all on, the end if it is this one's to tell. */
    private final class Claiming implements AnswerText {
        private final AnswerText text;

        Claiming(AnswerText text) {
            this.text = text;
        }

        @Override
        public void next(String piece) throws IOException {
            text.next(piece);
        }

        @Override
        public void pause() throws IOException {
            text.pause();
        }

        @Override
        public void close() throws IOException {
            text.close();
        }

        @Override
        public void besides(Event event) throws IOException {
            text.besides(event);
        }

        @Override
        public void again(Answer answer, Problem why) throws IOException {
            text.again(answer, why);
        }

        @Override
        public void end(Answer answer) throws IOException {
            telling.lock();
            try {
                if (!told) {
                    told = true;
                    text.end(answer);
                }
            } finally {
                telling.unlock();
            }
        }
    }
}
