package dev.belay.view;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Partial;
import dev.belay.chat.Problem;
import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.util.Optional;

/** Holds an answer back until it has come to its end, and then shows what is wanted of it. Lives on the turn's thread. */
public final class HeldText implements AnswerText {

    /** What is shown of a complete answer. */
    public interface Selection {

        /** All of it, as it is. */
        Selection ALL = new Selection() {
            @Override
            public String of(String answer) {
                return answer;
            }
        };

        /** @throws ProblemException when there is nothing in it that could be shown */
        String of(String answer);

        /** What the model is to be told of that problem, to answer once more; empty when it is not asked again. */
        default String correction(Problem problem) {
            return "";
        }
    }

    private final AnswerText shown;
    private final Selection selection;
    private final Partial partial;
    private final StringBuilder held = new StringBuilder();
    private Optional<Problem> rejection = Optional.empty();
    private String correction = "";
    private boolean corrected;

    /**
     * @param shown shows what is selected
     * @param partial whether an answer that does not come to its end is shown as far as it came
     */
    public HeldText(AnswerText shown, Selection selection, Partial partial) {
        this.shown = shown;
        this.selection = selection;
        this.partial = partial;
    }

    /** Why the last answer was not shown though it is complete. */
    public Optional<Problem> rejection() {
        return rejection;
    }

    /** What the model is to be told of that; empty when it is not asked again. */
    public String correction() {
        return correction;
    }

    @Override
    public void next(String piece) {
        held.append(piece);
    }

    @Override
    public void pause() {
        // Nothing is open.
    }

    @Override
    public void close() throws IOException {
        shown.close();
    }

    @Override
    public void besides(Event event) throws IOException {
        shown.besides(event);
    }

    @Override
    public void end(Answer answer) throws IOException {
        String text = held.toString();
        held.setLength(0);
        rejection = Optional.empty();
        if (answer.outcome() instanceof Complete) {
            judge(text, answer);
            return;
        }
        if (partial == Partial.KEPT && !text.isEmpty()) {
            shown.next(text);
        }
        shown.end(answer);
    }

    private void judge(String text, Answer answer) throws IOException {
        String selected;
        try {
            selected = selection.of(text);
        } catch (ProblemException unfit) {
            reject(unfit.problem(), answer);
            return;
        }
        shown.next(selected);
        shown.end(answer);
    }

    /** A model is told once: one that does not understand then will not the next time. */
    private void reject(Problem problem, Answer answer) throws IOException {
        rejection = Optional.of(problem);
        correction = corrected ? "" : selection.correction(problem);
        corrected = true;
        if (correction.isEmpty()) {
            shown.end(answer.as(new Failed(problem, Retry.NEVER)));
        } else {
            shown.again(answer, problem);
        }
    }
}
