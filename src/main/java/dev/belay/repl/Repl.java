package dev.belay.repl;

import dev.belay.chat.Answer;
import dev.belay.chat.Attachment;
import dev.belay.chat.Errand;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.ProblemException;
import dev.belay.config.Environment;
import dev.belay.repl.line.Completion;
import dev.belay.repl.line.FileNames;
import dev.belay.repl.line.KeyStyle;
import dev.belay.repl.line.LineInput;
import dev.belay.repl.slash.SlashCommand;
import dev.belay.repl.slash.SlashCommands;
import dev.belay.repl.tty.Clipboard;
import dev.belay.repl.tty.Keyboard;
import dev.belay.repl.tty.Tty;
import dev.belay.repl.tty.Width;
import dev.belay.repl.tty.Window;
import dev.belay.session.Question;
import dev.belay.view.AnswerText;
import dev.belay.view.AnswerView;
import dev.belay.view.Cleaner;
import dev.belay.view.FileLine;
import dev.belay.view.Output;
import dev.belay.view.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Size;

/** The loop: reads a message, has it answered, and is back at the prompt. Lives on the program's main thread. */
public final class Repl {

    private final Dialogue dialogue;
    private final Interrupts interrupts;
    private final Setup setup;
    private final Tty tty;
    private final LineInput input;
    private final Output screen;
    private final Tally tally = new Tally();
    private final Corner corner = new Corner();
    private final Once warning = new Once();
    private boolean left;

    /**
     * What the loop is given.
     *
     * @param window what the terminal is, and what is done to its window
     * @param charset what the terminal shows
     * @param history the file of earlier messages; empty to keep none
     * @param keys which edit the line
     * @param style how our own words look
     * @param form how answers are shown
     * @param talk how much is said beside the answers
     * @param models finds models for {@code /model}
     * @param sessions makes sessions, and finds the saved ones
     * @param tray the files that wait for the first message
     * @param environment names the person's editor
     * @param warmUp loads what the first question needs, while the person types it
     */
    public record Setup(
            Window.Wishes window,
            Charset charset,
            Optional<Path> history,
            KeyStyle keys,
            Style style,
            AnswerText.Form form,
            AnswerView.Talk talk,
            Model.Source models,
            SessionSource sessions,
            Tray tray,
            Environment environment,
            Runnable warmUp) {}

    private Repl(Dialogue dialogue, Interrupts interrupts, Setup setup, Tty tty) throws IOException {
        this.dialogue = dialogue;
        this.interrupts = interrupts;
        this.setup = setup;
        this.tty = tty;
        this.input = new LineInput(
                tty,
                setup,
                new Completion(command -> command.completions(this), new FileNames(setup.tray().home())),
                this::editor);
        this.screen = Output.of(tty.output(), Output.Kind.TERMINAL, setup.charset());
    }

    /** Takes the terminal over until {@link #run} returns. */
    public static Repl open(Dialogue dialogue, Interrupts interrupts, Setup setup) throws IOException {
        // From here to the loop a signal to leave is only remembered: it must not end the program with the terminal taken.
        interrupts.whenIdle(cause -> {});
        Tty tty = Tty.open(setup.window(), setup.charset());
        try {
            return new Repl(dialogue, interrupts, setup, tty);
        } catch (IOException | RuntimeException | Error broken) {
            tty.close();
            throw broken;
        }
    }

    /**
     * Chats until the person leaves.
     *
     * @param first a message to begin with, if any
     * @return the signal that ended it, or null
     */
    public Cause run(Optional<String> first) throws IOException {
        interrupts.whenIdle(signalled);
        tty.keyboard().whenQuiet(setup.warmUp());
        Signals.on("CONT", tty::takeBack);
        Signals.on("WINCH", () -> tty.raise(Tty.Signal.WINCH));
        try {
            if (first.isPresent()) {
                tty.announcePastes();
                show(first.get());
                take(() -> say(first.get()));
            }
            while (!left && interrupts.leaving() == null) {
                Optional<String> line = input.read(corner.text(dialogue.model(), setup.style().dot()));
                line.ifPresentOrElse(this::obey, this::leave);
            }
        } finally {
            tty.close();
        }
        return interrupts.leaving() == null && tty.keyboard().isGone() ? Cause.HANGUP : interrupts.leaving();
    }

    /** What keys do while an answer streams. */
    private final Keyboard.Reaction stopping = new Keyboard.Reaction() {
        @Override
        public void stop() {
            interrupts.fire(Cause.KEY);
        }

        @Override
        public void suspend() {
            tty.suspend();
        }
    };

    /** A signal at the prompt: Ctrl-C is a key there; one that asks to leave ends the reading. */
    private final Interrupts.Idle signalled = new Interrupts.Idle() {
        @Override
        public void fired(Cause cause) {
            if (cause != Cause.KEY) {
                tty.keyboard().end();
            }
        }

        /** The screen takes no more, and the turn hangs in writing to it: leaving does not wait for that. */
        @Override
        public void hung(Cause cause) {
            if (cause == Cause.TERMINATE || cause == Cause.HANGUP) {
                tty.giveBack();
                interrupts.abandon(cause);
            }
        }
    };

    /** Something that draws, and may find the terminal gone. */
    private interface Step {
        void run() throws IOException;
    }

    /** What went wrong is said, and the conversation goes on. */
    private void take(Step step) {
        try {
            try {
                step.run();
            } catch (Stopped stopped) {
                notice("stopped");
            } catch (ProblemException e) {
                complain(e.problem().sentence());
            } catch (RuntimeException bug) {
                complain("something broke inside belay: " + bug);
            }
        } catch (IOException terminalGone) {
            leave();
        }
    }

    private void obey(String line) {
        if (line.isBlank()) {
            return;
        }
        if (line.startsWith("//")) {
            take(() -> say(line.substring(1)));
        } else if (line.startsWith("/")) {
            take(() -> command(line.substring(1)));
        } else {
            take(() -> say(line));
        }
    }

    private void command(String line) throws IOException {
        String[] words = line.strip().split("\\s+", 2);
        Optional<SlashCommand> command = SlashCommands.named(words[0]);
        if (command.isPresent()) {
            command.get().run(words.length > 1 ? words[1].strip() : "", this);
        } else {
            complain("there is no command /" + words[0] + "; did you mean /"
                    + SlashCommands.nearest(words[0]).name() + "? Nothing was sent; // sends a slash");
        }
    }

    /** A message of the person's own takes the files along that wait; they wait on when it cannot be sent. */
    private void say(String text) throws IOException {
        ask(Question.of(text, setup.tray().files()));
        setup.tray().clear();
    }

    /** Has a message answered on the screen. */
    public void ask(Question question) throws IOException {
        AnswerView view = new AnswerView(setup.form().on(screen), aside(), this::afterStop);
        Terms terms = dialogue.model().terms();
        tty.window().title(question.text());
        Answer answer;
        try {
            answer = stoppable(() -> dialogue.ask(question, view));
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
        return new AnswerView.Aside(screen, setup.style(), setup.talk(), dialogue.tuning().thinking(), width);
    }

    /** Does something that is no answer and may take long; Ctrl-C stops it just as well. */
    public <T> T stoppable(Supplier<T> work) {
        interrupts.expect();
        tty.keyboard().reactBy(stopping);
        try {
            return work.get();
        } finally {
            tty.keyboard().reactBy(null);
            interrupts.disarm();
        }
    }

    /**
     * Fetches something; empty when the person stopped it.
     *
     * @throws ProblemException when it cannot be had
     */
    public <T> Optional<T> fetch(Errand<T> errand) {
        return stoppable(() -> {
            interrupts.arm(errand.generation(), Optional.empty());
            return errand.fetch();
        });
    }

    /** Work of our own, that draws or reads. */
    public interface Work<T> {
        T done() throws IOException;
    }

    /**
     * Does work that may take long; Ctrl-C ends it where it asks {@link #check}.
     *
     * @throws Stopped when the person stopped it
     */
    public <T> T work(Work<T> work) throws IOException {
        try {
            return stoppable(() -> interrupts.checking(() -> unchecked(work)));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.done();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Asked now and then by work that may take long. */
    public void check() {
        interrupts.check();
    }

    /** What a stop does not stop is worth a line, but not one each time. */
    private String afterStop() {
        return warning.of(dialogue.model().terms()::afterStop);
    }

    /** Says something of our own, quietly; what is foreign in it is cleaned. */
    public void notice(String text) throws IOException {
        screen.own(setup.style().dim(Cleaner.clean(text)) + "\n");
    }

    /** Tells of a file, quietly. */
    public void notice(Attachment file) throws IOException {
        notice(FileLine.of(file, setup.style()));
    }

    private void complain(String text) throws IOException {
        screen.closeLine();
        screen.own(setup.style().error(setup.style().failureSign() + " " + Cleaner.clean(text)) + "\n");
    }

    /** Shows a message as if it had been typed at the prompt. */
    public void show(String message) throws IOException {
        screen.own(setup.style().prompt());
        screen.foreign(message + "\n");
    }

    /** Prints text of our own as it is. */
    public void print(String text) throws IOException {
        screen.own(text);
    }

    /** Shows Markdown of our own as answers are shown. */
    public void explain(String markdown) throws IOException {
        AnswerText text = setup.form().on(screen);
        text.next(markdown);
        text.close();
    }

    /** Prints these as a table. */
    public void print(List<Offer> offers) throws IOException {
        screen.own(OfferTable.fitted(offers, setup.style()));
    }

    /** Ends the loop after this command. */
    public void leave() {
        left = true;
    }

    /** The other conversations. */
    public Shelf shelf() {
        return new Shelf(dialogue, setup.sessions(), setup.models(), corner);
    }

    public Clipboard clipboard() {
        return new Clipboard(setup.window().emulator().type(), setup.environment(), this::check);
    }

    /** How our own words look. */
    public Style style() {
        return setup.style();
    }

    /** How many lines and columns the person sees. */
    public Size size() {
        return tty.getSize();
    }

    public Dialogue dialogue() {
        return dialogue;
    }

    public Model.Source models() {
        return setup.models();
    }

    /** The files that wait for the next message. */
    public Tray tray() {
        return setup.tray();
    }

    /** The person's own editor, for a text that is at hand. */
    public ExternalEditor editor() {
        return new ExternalEditor(setup.environment(), tty, interrupts, signalled);
    }

    public Tally tally() {
        return tally;
    }
}
