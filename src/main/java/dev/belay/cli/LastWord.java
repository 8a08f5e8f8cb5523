package dev.belay.cli;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.repl.Interrupts;
import dev.belay.view.AnswerText;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to it that a program is told the end once, also when a signal comes before there is an answer, or while a complete one
 * is being judged. The main thread tells the usual ends, any other those that a signal brings.
 */
final class LastWord implements Interrupts.Idle {

    /** What the main thread is at. */
    enum Work {
        /** It looks at an answer, and writes nothing meanwhile. */
        JUDGING,
        /** It may be writing. */
        OTHER
    }

    private final Printing printing;
    private final Context context;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Work work = Work.OTHER;

    LastWord(Printing printing, Context context) {
        this.printing = printing;
        this.context = context;
    }

    void waitsFor(Work next) {
        work = next;
    }

    /** Tells of a question that could not be asked; wrong usage has no object, as there was no question. */
    void tell(Problem problem) throws IOException {
        if (!Exit.of(problem.kind()).equals(Exit.USAGE) && claim()) {
            printing.tell(new Failed(problem, Retry.NEVER), context);
        }
    }

    /** The same text, whose end is told if no other was. */
    AnswerText ending(AnswerText text) {
        return printing.form().isForPrograms() ? new Claiming(text) : text;
    }

    /** There is no answer yet: the program reads what is piped in, or finds out whom to ask. */
    @Override
    public synchronized void fired(Cause cause) {
        tell(cause);
        context.interrupts().abandon(cause);
    }

    /** A main thread that hangs in writing has nobody who reads, and so no word for them. */
    @Override
    public synchronized void hung(Cause cause) {
        if (work == Work.JUDGING) {
            tell(cause);
        }
        context.interrupts().abandon(cause);
    }

    private void tell(Cause cause) {
        try {
            if (told.compareAndSet(false, true)) {
                printing.tell(new Interrupted(cause), context);
            }
        } catch (IOException nobodyReads) {
            // Then there is nobody to tell.
        }
    }

    /** For the main thread: when a signal was first, the program is ending, and must not before that is told. */
    private boolean claim() {
        if (told.compareAndSet(false, true)) {
            return true;
        }
        synchronized (this) {
            return false;
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
            if (claim()) {
                text.end(answer);
            }
        }
    }
}
