package dev.belay.repl;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Question;
import dev.belay.repl.tty.Tty;
import dev.belay.repl.tty.Width;
import dev.belay.view.AnswerView;
import dev.belay.view.Output;
import java.io.IOException;

/** Has messages answered on the screen, and remembers what that took. Lives on the conversation's thread. */
final class Answering {

    private final Dialogue dialogue;
    private final Setup setup;
    private final Tty tty;
    private final Output screen;
    private final Stoppable stoppable;
    private final Tally tally = new Tally();
    private final Corner corner = new Corner();
    private final Once warning = new Once();

    Answering(Dialogue dialogue, Setup setup, Tty tty, Output screen, Stoppable stoppable) {
        this.dialogue = dialogue;
        this.setup = setup;
        this.tty = tty;
        this.screen = screen;
        this.stoppable = stoppable;
    }

    void ask(Question question, Model model) throws IOException {
        Terms terms = model.terms();
        AnswerView view = new AnswerView(setup.form().on(screen), aside(), () -> afterStop(terms));
        tty.window().title(question.text());
        Answer answer;
        try {
            answer = stoppable.run(() -> dialogue.ask(question, model, view));
        } finally {
            tty.window().untitle();
        }
        Spent spent = new Spent(terms, answer);
        tally.add(spent);
        corner.answered(spent);
        tty.window().ended(answer, tty.keyboard().focus());
        if (answer.outcome() instanceof Interrupted) {
            tty.keyboard().holdBack();
        } else {
            tellQueued();
        }
    }

    /** Messages that were sent while the answer came are asked now, one after the other. */
    private void tellQueued() throws IOException {
        for (String message : tty.keyboard().queued()) {
            screen.own(setup.style().dim(Queued.line(message, tty.getColumns())) + "\n");
        }
    }

    private AnswerView.Aside aside() {
        Width width = Width.OUTPUT.on(setup.window().emulator().type());
        return new AnswerView.Aside(
                screen, setup.style(), setup.talk(), dialogue.tuning().thinking(), width);
    }

    /** What a stop does not stop is worth a line, but not one each time. */
    private String afterStop(Terms terms) {
        return warning.of(terms::afterStop);
    }

    Tally tally() {
        return tally;
    }

    Corner corner() {
        return corner;
    }
}
