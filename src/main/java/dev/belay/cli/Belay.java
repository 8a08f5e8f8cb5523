package dev.belay.cli;

import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.OutputClosed;
import dev.belay.chat.ProblemException;
import dev.belay.config.BadUrl;
import dev.belay.config.Environment;
import dev.belay.config.Role;
import dev.belay.repl.Dialogue;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Loop;
import dev.belay.repl.Manner;
import dev.belay.repl.Setup;
import dev.belay.repl.Stopped;
import dev.belay.repl.Tray;
import dev.belay.session.Question;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import dev.belay.view.AnswerText;
import dev.belay.view.AnswerView.Talk;
import dev.belay.view.FileLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The whole command line: sorts the words, runs what they ask for, and turns every failure into a sentence and a code. */
public final class Belay {

    private final Context context;

    public Belay(Interrupts interrupts) {
        this.context = new Context(Environment.ofProcess(), Streams.ofProcess(), interrupts);
    }

    /** Runs the program; the only place where an exception becomes text. */
    public Exit run(String... words) {
        boolean debug = Arrays.asList(words).contains("--debug");
        try {
            return dispatch(words);
        } catch (ParameterException wrong) {
            return usage(wrong.getMessage());
        } catch (UsageException | BadUrl wrong) {
            return usage(wrong.getMessage());
        } catch (Stopped stopped) {
            return Exit.of(stopped.by());
        } catch (ProblemException e) {
            trace(e, debug);
            context.complain(e.problem().sentence());
            return Exit.of(e.problem().kind());
        } catch (IOException e) {
            trace(e, debug);
            return broken(e);
        } catch (RuntimeException | Error bug) {
            trace(bug, debug);
            context.complain("something broke inside belay: " + bug + (debug ? "" : "; --debug shows where"));
            return Exit.FAILED;
        }
    }

    /** Nobody reading any more is no failure; anything else a file or a terminal does is one. */
    private Exit broken(IOException e) {
        if (e instanceof OutputClosed) {
            return Exit.OUTPUT_CLOSED;
        }
        context.complain(e.getClass().getSimpleName() + ": " + e.getMessage());
        return Exit.FAILED;
    }

    private static void trace(Throwable t, boolean debug) {
        if (debug) {
            t.printStackTrace();
        }
    }

    private Exit usage(String message) {
        context.complain(message.replaceAll("\\s*\\R\\s*", " "));
        context.note("belay --help lists the options; -- before words that begin with - sends them");
        return Exit.USAGE;
    }

    private Exit dispatch(String[] words) throws IOException {
        Optional<String> command = firstWord(words);
        ParseResult parsed = OptionTable.parser(OptionTable.root()).parseArgs(words);
        Options options = new Options(parsed);
        context.listen(options);
        if (options.is("-h")) {
            context.print(HelpText.of(OptionTable.root()));
            return Exit.COMPLETE;
        }
        if (options.is("-V")) {
            context.print("belay " + Version.get() + "\n");
            return Exit.COMPLETE;
        }
        if (command.isPresent()) {
            List<String> all = parsed.matchedPositionalValue(0, List.of());
            Subcommand subcommand = Subcommand.named(command.get())
                    .orElseThrow(() -> new UsageException("“" + command.get()
                            + "” is set aside as a command, which this version does not have; to send the word:"
                            + " belay -- " + command.get()));
            return subcommand.run(all.subList(1, all.size()), options, context);
        }
        return chat(options);
    }

    /** The first word, if it names a command and is not sent as it is by {@code --}. */
    private static Optional<String> firstWord(String[] words) {
        int end = Arrays.asList(words).indexOf("--");
        String[] before = end < 0 ? words : Arrays.copyOf(words, end);
        for (String word : before) {
            if (Subcommand.named(word).isPresent() || Subcommand.RESERVED.contains(word)) {
                CommandSpec tolerant = OptionTable.root();
                CommandLine parser = OptionTable.parser(tolerant).setUnmatchedArgumentsAllowed(true);
                List<String> all = parser.parseArgs(before).matchedPositionalValue(0, List.of());
                boolean isFirst = !all.isEmpty() && all.get(0).equals(word);
                return isFirst ? Optional.of(word) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Exit chat(Options options) throws IOException {
        Streams streams = context.streams();
        if (options.text("-o").isPresent()) {
            OutputForm.ofAnswer(options);
        }
        Preferences preferences = context.preferences();
        Asked asked = Asked.of(options, context);
        boolean repl = options.is("-i") || asked.message().isEmpty() && streams.inputIsTerminal() && streams.outputIsTerminal();
        if (repl && !(streams.inputIsTerminal() && streams.outputIsTerminal())) {
            throw new UsageException("-i needs a terminal to type at");
        }
        if (!repl) {
            asked.checkComplete();
        }
        Talk talk = options.is("-q") ? Talk.QUIET : Talk.ALL;
        Sessions sessions =
                new Sessions(new SessionStore(context.places().sessions()), preferences.saves(), context::warn);
        Session session = sessions.of(options, question -> repl && Consent.ask(question, context));
        try {
            Optional<String> given = preferences.model();
            Optional<Role> role = preferences.role(session);
            Optional<String> baseUrl = options.text("--base-url")
                    .or(() -> nonEmpty(session.baseUrl()).filter(url -> !preferences.knows(given)));
            Optional<String> dialect = options.text("--dialect")
                    .or(() -> nonEmpty(session.dialect()).filter(word -> given.isEmpty() || baseUrl.isPresent()));
            Models models = context.models(role, baseUrl, dialect);
            Choice choice = choose(models, given, session, preferences);
            session.baseUrl(baseUrl.orElse(""));
            session.dialect(dialect.orElse(""));
            Manner manner = preferences.manner(role);
            preferences.instruction(session, manner.tuning(), choice.name()).ifPresent(said -> session.system(said.text()));
            Dialogue dialogue = new Dialogue(session, models.open(choice), manner, context.interrupts());
            if (!repl) {
                models.warmUp();
            }
            preferences.explain(dialogue, context.debug());
            if (talk == Talk.ALL) {
                introduce(choice, repl);
            }
            return repl
                    ? converse(dialogue, asked, sessions, models, preferences, talk)
                    : OneShot.run(
                            dialogue,
                            Question.of(asked.message(), asked.files()),
                            new OneShot.Screen(context.form().on(context.out()), context.aside(talk, manner.tuning().thinking())));
        } finally {
            session.close();
        }
    }

    /**
     * A resumed session goes on with its own model, unless another is named. When that one cannot be had, no other one is
     * asked in its place: it would be sent the whole conversation.
     */
    private Choice choose(Models models, Optional<String> given, Session session, Preferences preferences) {
        Optional<String> last = nonEmpty(session.model());
        if (given.isPresent() || last.isEmpty()) {
            return models.choose(given);
        }
        if (session.baseUrl().isEmpty() && !preferences.knows(last)) {
            throw ProblemException.configuration(
                    "the session's model is " + last.get() + ", whose provider is not set up any more",
                    "choose another with -m, or see belay config check");
        }
        return models.choose(last).resumed();
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void introduce(Choice choice, boolean repl) {
        String how = "; -m PROVIDER/MODEL or BELAY_MODEL chooses";
        switch (choice.origin()) {
            case NOTHING -> context.note("the guide answers: " + choice.origin().words() + how);
            case KEY, LOCAL -> context.note(choice.name() + " answers: " + choice.origin().words() + how);
            default -> {
                if (repl) {
                    context.note(choice.name() + " answers: " + choice.origin().words());
                }
            }
        }
    }

    private Exit converse(Dialogue dialogue, Asked asked, Sessions sessions, Models models, Preferences preferences, Talk talk)
            throws IOException {
        if (talk == Talk.ALL) {
            context.note("Ctrl-C stops an answer, Ctrl-D leaves, /help lists more");
            asked.files().forEach(file -> context.note(FileLine.of(file, context.style())));
        }
        AnswerText.Form form = context.form();
        Loop loop = Loop.open(
                dialogue,
                context.interrupts(),
                new Setup(
                        preferences.window(context),
                        context.charset(),
                        dialogue.session().isKept() ? Optional.of(context.places().history()) : Optional.empty(),
                        context.preferences().keys(),
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
                        }));
        Cause cause = loop.run(nonEmpty(asked.message()));
        if (dialogue.session().isSaved() && talk == Talk.ALL) {
            context.note("belay --session " + dialogue.session().id() + " goes on with this");
        }
        return cause == null ? Exit.COMPLETE : Exit.of(cause);
    }
}
