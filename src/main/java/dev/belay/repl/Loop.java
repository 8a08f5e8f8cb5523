package dev.belay.repl;

import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Question;
import dev.belay.repl.line.Completion;
import dev.belay.repl.line.FileNames;
import dev.belay.repl.line.LineInput;
import dev.belay.repl.slash.SlashCommand;
import dev.belay.repl.slash.SlashCommands;
import dev.belay.repl.tty.Tty;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loop: reads a message, has it answered, and is back at the prompt. Lives on the program's main thread. */
public final class Loop {

    private final Repl repl;
    private final Interrupts interrupts;
    private final Setup setup;
    private final Tty tty;
    private final LineInput input;

    private Loop(Repl repl, Interrupts interrupts, Setup setup, Tty tty) throws IOException {
        this.repl = repl;
        this.interrupts = interrupts;
        this.setup = setup;
        this.tty = tty;
        this.input = new LineInput(
                tty,
                new LineInput.Habits(setup.style(), setup.keys(), setup.history()),
                new Completion(
                        (command, begun) -> command.completions(begun, repl),
                        new FileNames(setup.tray().home())),
                text -> repl.editor().edit(text));
        repl.input(input);
    }

    /** Takes the terminal over until {@link #run} returns. */
    public static Loop open(Dialogue dialogue, Interrupts interrupts, Setup setup) throws IOException {
        // From here to the loop a signal to leave is only remembered: it must not end the program with the terminal
        // taken.
        interrupts.whenIdle(cause -> {});
        Tty tty = Tty.open(setup.window(), setup.charset());
        try {
            return new Loop(new Repl(dialogue, interrupts, setup, tty), interrupts, setup, tty);
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
    public @Nullable Cause run(Optional<String> first) throws IOException {
        interrupts.whenIdle(repl.atPrompt());
        tty.keyboard().whenQuiet(setup.warmUp());
        Signals.on("CONT", tty::takeBack);
        Signals.on("WINCH", tty::resized);
        try {
            if (first.isPresent()) {
                tty.announcePastes();
                repl.show(first.get());
                take(() -> say(first.get()));
            }
            while (!repl.hasLeft() && interrupts.leaving() == null) {
                Optional<String> line = input.read(repl.corner()
                        .text(repl.dialogue().model(), setup.style().dot()));
                line.ifPresentOrElse(this::obey, repl::leave);
            }
        } finally {
            tty.close();
        }
        return interrupts.leaving() == null && tty.keyboard().isGone() ? Cause.HANGUP : interrupts.leaving();
    }

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
                repl.notice("stopped");
            } catch (ProblemException e) {
                repl.complain(e.problem().sentence());
            } catch (RuntimeException bug) {
                repl.complain("something broke inside belay: " + bug);
            }
        } catch (IOException terminalGone) {
            repl.leave();
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
            command.get().run(words.length > 1 ? words[1].strip() : "", repl);
        } else {
            repl.complain("there is no command /" + words[0] + "; did you mean /"
                    + SlashCommands.nearest(words[0]).name() + "? Nothing was sent; // sends a slash");
        }
    }

    /** A message of the person's own takes the files along that wait; they wait on when it cannot be sent. */
    private void say(String text) throws IOException {
        repl.ask(
                Question.of(repl.dialogue().tuning().message(text), setup.tray().files()));
        setup.tray().clear();
    }
}
