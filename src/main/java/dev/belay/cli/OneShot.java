package dev.belay.cli;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.OutputClosed;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.Question;
import dev.belay.chat.Sink;
import dev.belay.repl.Dialogue;
import dev.belay.view.AnswerText;
import dev.belay.view.AnswerView;
import dev.belay.view.HeldText;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question, one answer on standard output, and an exit code that says how it went. An answer that will not do is asked
 * for once more. Lives on the main thread.
 */
final class OneShot {

    private final Dialogue dialogue;
    private final Screen screen;
    private final Context context;

    /**
     * Where a one-shot answer goes.
     *
     * @param answer how the answer is shown on standard output
     * @param held holds it back before that, if it is held back
     * @param aside what is said on standard error
     * @param remark to be made when the service refuses the question
     */
    record Screen(AnswerText answer, Optional<HeldText> held, AnswerView.Aside aside, Optional<String> remark) {

        AnswerText text() {
            return held.isPresent() ? held.get() : answer;
        }
    }

    OneShot(Dialogue dialogue, Screen screen, Context context) {
        this.dialogue = dialogue;
        this.screen = screen;
        this.context = context;
    }

    Exit run(Question question) {
        Exit exit = ask(question);
        Optional<Problem> rejection = rejection();
        if (rejection.isPresent() && !screen.held().get().correction().isEmpty()) {
            // A press while the first was judged, or between the two, is meant for the second.
            context.interrupts().expectMore();
            if (screen.aside().talk() == AnswerView.Talk.ALL) {
                context.warn(rejection.get().sentence() + "; the model is asked again");
            }
            exit = ask(question.corrected(
                    dialogue.session().conversation().last().get(),
                    screen.held().get().correction()));
            rejection = rejection();
        }
        if (rejection.isEmpty()) {
            return exit;
        }
        context.complain(rejection.get().sentence());
        return Exit.of(rejection.get().kind());
    }

    private Optional<Problem> rejection() {
        return screen.held().isPresent() ? screen.held().get().rejection() : Optional.empty();
    }

    private Exit ask(Question question) {
        Ending view = new Ending(
                new AnswerView(screen.text(), screen.aside(), dialogue.model().terms()::afterStop));
        Outcome outcome = dialogue.ask(question, view).outcome();
        if (isOf(Kind.REFUSED, outcome)) {
            screen.remark().ifPresent(context::note);
        }
        return view.lost == null ? Exit.of(outcome) : lost(view.lost, outcome);
    }

    /** What is written at the end only can fail only then, which a turn does not tell. What ended the answer goes before that. */
    private Exit lost(IOException unwritable, Outcome outcome) {
        boolean isClosed = unwritable instanceof OutputClosed;
        if (!isClosed && !isOf(Kind.OUTPUT, outcome)) {
            context.complain("the answer cannot be written: " + unwritable.getMessage());
        }
        if (!(outcome instanceof Complete)) {
            return Exit.of(outcome);
        }
        return isClosed ? Exit.OUTPUT_CLOSED : Exit.FAILED;
    }

    private static boolean isOf(Kind kind, Outcome outcome) {
        return outcome instanceof Failed failed && failed.problem().kind() == kind;
    }

    /** Passes all on, and remembers that the end could not be written. */
    private static final class Ending implements Sink {
        private final AnswerView view;
        private @Nullable IOException lost;

        Ending(AnswerView view) {
            this.view = view;
        }

        @Override
        public void accept(Event event) throws IOException {
            view.accept(event);
        }

        @Override
        public void end(Answer answer) throws IOException {
            try {
                view.end(answer);
            } catch (IOException unwritable) {
                lost = unwritable;
            }
        }
    }
}
