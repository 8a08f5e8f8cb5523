package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.chat.Question;
import dev.belay.chat.Thinking;
import dev.belay.config.Role;
import dev.belay.repl.Dialogue;
import dev.belay.repl.Manner;
import dev.belay.repl.Stopped;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import dev.belay.view.AnswerText;
import dev.belay.view.AnswerView.Talk;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** What is done without a subcommand: one question is answered, or the prompt is opened. */
final class ChatCommand {

    private ChatCommand() {}

    static Exit run(Options options, Context context) throws IOException {
        Printing printing = Printing.of(options);
        LastWord lastWord = new LastWord(printing.form(), context.out(), context.interrupts(), LastWord.PATIENCE);
        if (printing.form().isForPrograms()) {
            context.interrupts().whenIdle(lastWord);
        }
        try {
            return run(options, printing, lastWord, context);
        } catch (ProblemException problem) {
            lastWord.tell(problem.problem());
            throw problem;
        } catch (Stopped stopped) {
            lastWord.tell(stopped);
            throw stopped;
        }
    }

    private static Exit run(Options options, Printing printing, LastWord lastWord, Context context) throws IOException {
        Streams streams = context.streams();
        Preferences preferences = context.preferences();
        Asking asking = Asking.of(options, context);
        boolean hasTerminal = streams.inputIsTerminal() && streams.outputIsTerminal();
        boolean repl = options.is("-i") || asking.hasNoMessage() && hasTerminal;
        if (repl && !hasTerminal) {
            throw new UsageException("-i needs a terminal to type at");
        }
        if (repl) {
            printing.checkFitsPrompt();
        }
        Talk talk = options.is("-q") ? Talk.QUIET : Talk.ALL;
        Consumer<String> warn = context::warn;
        Sessions sessions = new Sessions(new SessionStore(context.places().sessions()), preferences.saves(), warn);
        Session session = sessions.of(options, question -> repl && Consent.ask(question, context));
        try {
            Optional<String> given = preferences.model();
            Optional<Role> role = preferences.casting().role(session, warn);
            if (!repl) {
                asking.checkBegin(role);
            }
            Optional<String> baseUrl = options.text("--base-url")
                    .or(() -> nonEmpty(session.heading().baseUrl()).filter(url -> !preferences.knows(given)));
            Optional<String> dialect = options.text("--dialect")
                    .or(() -> nonEmpty(session.heading().dialect())
                            .filter(word -> given.isEmpty() || baseUrl.isPresent()));
            Models models = context.models(role, baseUrl, dialect);
            Choice choice = choose(models, given, session, preferences);
            session.heading().baseUrl(baseUrl.orElse(""));
            session.heading().dialect(dialect.orElse(""));
            Manner manner = preferences.manner(role, printing.schemaText());
            preferences.casting().instruct(session, manner.tuning(), choice.name());
            Asked asked = asking.within(new Room(models, choice, manner.tuning(), session));
            Dialogue dialogue = new Dialogue(session, models.open(choice), manner, context.interrupts());
            if (!repl) {
                models.warmUp();
            }
            preferences.explain(dialogue, context.debug());
            if (talk == Talk.ALL) {
                introduce(choice, repl, context);
            }
            if (repl) {
                return new AtKeyboard(context, sessions, models, talk).converse(dialogue, asked);
            }
            Question question =
                    Question.of(manner.tuning().message(asked.checked(role).message()), asked.files());
            return new OneShot(dialogue, screen(printing, talk, choice, dialogue, lastWord, context), context)
                    .run(question.with(printing.partial()));
        } finally {
            session.close();
        }
    }

    private static OneShot.Screen screen(
            Printing printing, Talk talk, Choice choice, Dialogue dialogue, LastWord lastWord, Context context) {
        AnswerText answer = printing.text(context, choice, dialogue, lastWord);
        // A program finds thoughts in the answer.
        Thinking thinking = printing.form().isForPrograms()
                ? Thinking.HIDE
                : dialogue.tuning().thinking();
        return new OneShot.Screen(
                answer,
                printing.held(answer, dialogue.session(), lastWord),
                context.aside(talk, thinking),
                printing.remark());
    }

    /**
     * A resumed session goes on with its own model, unless another is named. When that one cannot be had, no other one is
     * asked in its place: it would be sent the whole conversation.
     */
    private static Choice choose(Models models, Optional<String> given, Session session, Preferences preferences) {
        Optional<String> last = nonEmpty(session.heading().model());
        if (given.isPresent() || last.isEmpty()) {
            return models.choose(given);
        }
        if (session.heading().baseUrl().isEmpty() && !preferences.knows(last)) {
            throw ProblemException.configuration(
                    "the session's model is " + last.get() + ", whose provider is not set up any more",
                    "choose another with -m, or see belay config check");
        }
        return models.choose(last).resumed();
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void introduce(Choice choice, boolean repl, Context context) {
        String how = "; -m PROVIDER/MODEL or BELAY_MODEL chooses";
        switch (choice.origin()) {
            case NOTHING -> context.note("the guide answers: " + choice.origin().words() + how);
            case KEY, LOCAL ->
                context.note(choice.name() + " answers: " + choice.origin().words() + how);
            default -> {
                if (repl) {
                    context.note(choice.name() + " answers: " + choice.origin().words());
                }
            }
        }
    }
}
