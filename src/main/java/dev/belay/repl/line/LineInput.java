package dev.belay.repl.line;

import dev.belay.chat.ProblemException;
import dev.belay.os.PrivateFiles;
import dev.belay.repl.tty.Focus;
import dev.belay.repl.tty.Tty;
import dev.belay.repl.tty.TypedMessages;
import dev.belay.view.Cleaner;
import dev.belay.view.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.utils.InfoCmp.Capability;

/** The prompt: reads one message, with editing, history and completion. Lives on the conversation's thread. */
public final class LineInput {

    private static final String HINT = "Ctrl-D leaves";

    private final Tty tty;
    private final Style style;
    private final Editor reader;
    private final Pastes pastes = new Pastes();
    private final Elsewhere editor;
    private boolean hinted;

    /**
     * How the person is used to type.
     *
     * @param style how our own words look
     * @param keys which edit the line
     * @param history the file of earlier messages; empty to keep none
     */
    public record Habits(Style style, KeyStyle keys, Optional<Path> history) {}

    /** Where a text can be edited beside the line; empty when it stays as it was. */
    public interface Elsewhere {
        Optional<String> edit(String text);
    }

    /** @param editor for Ctrl-X Ctrl-E */
    public LineInput(Tty tty, Habits habits, Completion completion, Elsewhere editor) throws IOException {
        this.tty = tty;
        this.style = habits.style();
        this.editor = editor;
        this.reader = new Editor(tty, pastes, style.colour());
        reader.setParser(new MultiLine());
        reader.setCompleter(completion);
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.unsetOpt(LineReader.Option.INSERT_TAB);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "  ");
        reader.setVariable(LineReader.BELL_STYLE, "none");
        if (habits.history().isPresent()) {
            history(habits.history().get());
        }
        bind(habits.keys());
    }

    /** A history that cannot be kept must not keep anybody from chatting. */
    private void history(Path file) {
        try {
            Files.createDirectories(file.getParent(), PrivateFiles.folder(file));
            if (!Files.exists(file)) {
                Files.createFile(file, PrivateFiles.file(file));
            }
            if (Files.isWritable(file)) {
                reader.setVariable(LineReader.HISTORY_FILE, file);
                reader.setHistory(new Memory(file));
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            // The history then lives as long as the program.
        }
    }

    private void bind(KeyStyle keys) {
        Map<String, Widget> widgets = reader.getWidgets();
        widgets.put(KeyBindings.CLEAR, this::clear);
        widgets.put(KeyBindings.NEWLINE, this::newline);
        widgets.put(KeyBindings.ENTER, this::enter);
        widgets.put(KeyBindings.SUSPEND, this::suspend);
        widgets.put(KeyBindings.EDIT, this::edit);
        widgets.put(KeyBindings.UNKNOWN, reader::unknown);
        KeyBindings.bind(reader.getKeyMaps(), keys);
        if (tty.window().reports()) {
            // The keyboard takes them out; those it reads in two pieces come this far.
            widgets.put(KeyBindings.FOCUS_IN, () -> focus(Focus.HELD));
            widgets.put(KeyBindings.FOCUS_OUT, () -> focus(Focus.LOST));
            KeyBindings.bindFocus(reader.getKeyMaps(), keys);
        }
    }

    /**
     * Reads a message as it was typed; empty when the person leaves.
     *
     * @param atRight what stands at the right meanwhile
     */
    public Optional<String> read(String atRight) {
        hinted = false;
        try {
            String line = reader.read(style.prompt(), atRight);
            String text = pastes.whole(MultiLine.text(line));
            // A second slash keeps the first from making a command of it.
            return Optional.of(Pastes.beginsLong(line) && text.startsWith("/") ? "/" + text : text);
        } catch (EndOfFileException | UserInterruptException left) {
            return Optional.empty();
        }
    }

    /** Ctrl-C: a text is put aside, an empty line gives a hint, once, and nothing ever exits. */
    private boolean clear() {
        String text = reader.getBuffer().toString();
        if (!text.isEmpty()) {
            remember(pastes.whole(text));
            reader.getBuffer().clear();
        } else if (!hinted) {
            reader.printAbove(style.dim(HINT));
        }
        hinted |= text.isEmpty();
        reader.typing();
        return true;
    }

    /** Has the Up key bring this back first. */
    public void remember(String message) {
        reader.getHistory().add(message);
        reader.getHistory().moveToEnd();
    }

    private boolean focus(Focus now) {
        tty.keyboard().focus(now);
        return true;
    }

    /** Enter sends, but after a backslash it takes the backslash's place as a line break. */
    private boolean enter() {
        if (!TypedMessages.goesOn(reader.getBuffer().toString())) {
            reader.callWidget(LineReader.ACCEPT_LINE);
            return true;
        }
        reader.getBuffer().cursor(reader.getBuffer().length());
        reader.getBuffer().backspace();
        return newline();
    }

    private boolean newline() {
        reader.getBuffer().write('\n');
        return true;
    }

    /** The text is taken to the person's own editor, and comes back from there; what goes wrong is said. */
    private boolean edit() {
        String text = reader.getBuffer().toString();
        reader.callWidget(LineReader.CLEAR);
        String trouble = "";
        try {
            editor.edit(pastes.whole(text)).ifPresent(reader::replace);
        } catch (ProblemException failed) {
            trouble = failed.problem().sentence();
        }
        tty.puts(Capability.keypad_xmit);
        reader.callWidget(LineReader.REDRAW_LINE);
        if (!trouble.isEmpty()) {
            reader.printAbove(style.error(style.failureSign() + " " + Cleaner.clean(trouble)));
        }
        return true;
    }

    private boolean suspend() {
        tty.writer().write("\n");
        tty.flush();
        tty.suspend();
        tty.puts(Capability.keypad_xmit);
        reader.callWidget(LineReader.REDRAW_LINE);
        return true;
    }
}
