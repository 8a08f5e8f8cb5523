package dev.belay.repl.tty;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * The window around the conversation: its title while an answer is made, and a notice when one has ended that nobody looks
 * at. Changed on the conversation's thread while no key can suspend the program, and on the one that suspends it.
 */
public final class Window {

    /** Nobody waits longer than that without looking at something else. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final Wishes wishes;
    private boolean reporting;
    private String question = "";

    /** What the person wants done to it, and the terminal that is asked to. */
    public record Wishes(Emulator emulator, Notify notice, WindowTitle title) {}

    Window(PrintWriter out, Wishes wishes) {
        this.out = out;
        this.wishes = wishes;
    }

    /** Whether it reports when it gains the focus and loses it. */
    public boolean reports() {
        return wishes.notice() != Notify.OFF;
    }

    /** It is ours, for the first time or again. */
    void take() {
        if (reports() && !reporting) {
            write(Emulator.reporting());
        }
        reporting = reports();
        if (!question.isEmpty()) {
            write(wishes.emulator().titled(question));
        }
    }

    /** Somebody else gets it as it was. */
    void leave() {
        if (!question.isEmpty()) {
            write(wishes.emulator().untitled());
        }
        if (reporting) {
            write(Emulator.silent());
        }
        reporting = false;
    }

    /** Names it after a question that is being answered. */
    public void title(String asked) {
        if (wishes.title() == WindowTitle.QUESTION && wishes.emulator().knowsTitles() && !asked.isBlank()) {
            question = asked;
            write(wishes.emulator().titled(asked));
        }
    }

    /** Gives it its own name back. */
    public void untitle() {
        if (!question.isEmpty()) {
            write(wishes.emulator().untitled());
        }
        question = "";
    }

    /** Tells of an answer that took long, if nobody saw it end. */
    public void ended(Answer answer, Focus focus) {
        boolean isLong = answer.elapsed().compareTo(LONG) > 0;
        if (focus == Focus.LOST && isLong && !(answer.outcome() instanceof Interrupted)) {
            switch (wishes.notice()) {
                case BELL -> write(wishes.emulator().bell());
                case DESKTOP -> write(wishes.emulator().noticed(words(answer)));
                case OFF -> {}
            }
        }
    }

    private static String words(Answer answer) {
        if (answer.outcome() instanceof Failed failed) {
            return failed.problem().message();
        }
        return answer.text().isBlank() ? "the answer is empty" : answer.text();
    }

    private void write(String sequence) {
        out.write(sequence);
        out.flush();
    }
}
