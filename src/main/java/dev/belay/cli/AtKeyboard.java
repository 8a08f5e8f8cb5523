package dev.belay.cli;

import dev.belay.chat.Outcome.Cause;
import dev.belay.repl.Dialogue;
import dev.belay.repl.Loop;
import dev.belay.repl.Recall;
import dev.belay.repl.Setup;
import dev.belay.repl.Tray;
import dev.belay.repl.tty.Width;
import dev.belay.session.SessionStore;
import dev.belay.view.AnswerText;
import dev.belay.view.AnswerView.Talk;
import dev.belay.view.FileLine;
import java.io.IOException;
import java.util.Optional;

/** Opens the prompt, and says goodbye when it is left. */
final class AtKeyboard {

    private final Context context;
    private final Sessions sessions;
    private final Models models;
    private final Talk talk;

    AtKeyboard(Context context, Sessions sessions, Models models, Talk talk) {
        this.context = context;
        this.sessions = sessions;
        this.models = models;
        this.talk = talk;
    }

    Exit converse(Dialogue dialogue, Asked asked) throws IOException {
        if (talk == Talk.ALL) {
            context.note("Ctrl-C stops an answer, Ctrl-D leaves, /help lists more");
            Recall.lines(
                            dialogue.session(),
                            Width.ERRORS.on(context.terminalType()).getAsInt())
                    .forEach(context::note);
            asked.files().forEach(file -> context.note(FileLine.of(file, context.style())));
        }
        Loop loop = Loop.open(dialogue, context.interrupts(), setup(dialogue, asked));
        Cause cause = loop.run(asked.message().isEmpty() ? Optional.empty() : Optional.of(asked.message()));
        if (dialogue.session().isSaved() && talk == Talk.ALL) {
            context.note("belay --session " + dialogue.session().id() + " goes on with this");
        }
        return cause == null ? Exit.COMPLETE : Exit.of(cause);
    }

    private Setup setup(Dialogue dialogue, Asked asked) {
        AnswerText.Form form = context.form();
        Preferences preferences = context.preferences();
        return new Setup(
                preferences.window(context),
                context.charset(),
                dialogue.session().isKept() ? Optional.of(context.places().history()) : Optional.empty(),
                preferences.keys(),
                context.style(),
                form,
                talk,
                models,
                new PromptSessions(
                        new SessionStore(context.places().sessions()).pulsed(context.interrupts()::check),
                        sessions,
                        context::warn),
                new Tray(context.files(), asked.files()),
                context.environment(),
                () -> {
                    models.warmUp();
                    form.warmUp();
                });
    }
}
