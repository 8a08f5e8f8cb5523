package dev.belay.cli;

import dev.belay.chat.Answer;
import dev.belay.repl.Dialogue;
import dev.belay.chat.Question;
import dev.belay.view.AnswerText;
import dev.belay.view.AnswerView;

/** One question, one answer on standard output, and an exit code that says how it went. */
final class OneShot {

    private OneShot() {}

    static Exit run(Dialogue dialogue, Question question, Screen screen) {
        AnswerView view = new AnswerView(screen.answer(), screen.aside(), dialogue.model().terms()::afterStop);
        Answer answer = dialogue.ask(question, view);
        return Exit.of(answer.outcome());
    }

    /**
     * Where a one-shot answer goes.
     *
     * @param answer how the answer is shown on standard output
     * @param aside what is said on standard error
     */
    record Screen(AnswerText answer, AnswerView.Aside aside) {}
}
