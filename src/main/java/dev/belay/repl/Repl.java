package dev.belay.repl;

import dev.belay.chat.Attachment;
import dev.belay.chat.Question;
import dev.belay.repl.line.LineInput;
import dev.belay.repl.tty.Clipboard;
import dev.belay.repl.tty.Tty;
import dev.belay.view.AnswerText;
import dev.belay.view.Cleaner;
import dev.belay.view.FileLine;
import dev.belay.view.Output;
import dev.belay.view.Style;
import java.io.IOException;
import java.util.List;
import org.jline.terminal.Size;

/** The conversation at the keyboard, as a command finds it. Lives on the program's main thread. */
public final class Repl {

    private final Dialogue dialogue;
    private final Interrupts interrupts;
    private final Setup setup;
    private final Tty tty;
    private final Output screen;
    private final AtPrompt atPrompt;
    private final Stoppable stoppable;
    private final Answering answering;
    private LineInput input;
    private boolean left;

    Repl(Dialogue dialogue, Interrupts interrupts, Setup setup, Tty tty) {
        this.dialogue = dialogue;
        this.interrupts = interrupts;
        this.setup = setup;
        this.tty = tty;
        this.screen = Output.of(tty.output(), Output.Kind.TERMINAL, setup.charset());
        this.atPrompt = new AtPrompt(tty, interrupts);
        this.stoppable = new Stoppable(tty, interrupts);
        this.answering = new Answering(dialogue, setup, tty, screen, stoppable);
    }

    /** Has a message answered on the screen. */
    public void ask(Question question) throws IOException {
        answering.ask(question, dialogue.model());
    }

    /** The same by another model, this once. */
    public void ask(Question question, Model once) throws IOException {
        answering.ask(question, once);
    }

    /** What the person types comes from here. */
    void input(LineInput line) {
        input = line;
    }

    /** Has the Up key bring this message back first. */
    public void remember(String message) {
        input.remember(message.startsWith("/") ? "/" + message : message);
    }

    /** For what is no answer and may take long. */
    public Stoppable stoppable() {
        return stoppable;
    }

    /** Says something of our own, quietly; what is foreign in it is cleaned. */
    public void notice(String text) throws IOException {
        screen.own(setup.style().dim(Cleaner.clean(text)) + "\n");
    }

    /** Tells of a file, quietly. */
    public void notice(Attachment file) throws IOException {
        notice(FileLine.of(file, setup.style()));
    }

    /** Says what went wrong. */
    void complain(String text) throws IOException {
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

    boolean hasLeft() {
        return left;
    }

    /** The other conversations. */
    public Shelf shelf() {
        return new Shelf(dialogue, setup.sessions(), setup.models(), answering.corner());
    }

    public Clipboard clipboard() {
        return new Clipboard(setup.window().emulator().type(), setup.environment(), stoppable::check);
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
        return new ExternalEditor(setup.environment(), tty, interrupts, atPrompt);
    }

    /** What the answers took. */
    public Tally tally() {
        return answering.tally();
    }

    Corner corner() {
        return answering.corner();
    }

    /** What a signal finds while no answer is made. */
    AtPrompt atPrompt() {
        return atPrompt;
    }
}
