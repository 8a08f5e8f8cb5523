package dev.belay.repl;

import dev.belay.view.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.utils.InfoCmp.Capability;

/** The prompt: reads one message, with editing, history and completion. Lives on the conversation's thread. */
final class LineInput {

    private static final String HINT = "Ctrl-D leaves";

    /** Cursor keys as terminals send them outside the prompt, that is typed ahead, and in their older forms. */
    private static final Map<String, String> CURSOR_KEYS = Map.of(
            "A", LineReader.UP_LINE_OR_HISTORY,
            "B", LineReader.DOWN_LINE_OR_HISTORY,
            "C", LineReader.FORWARD_CHAR,
            "D", LineReader.BACKWARD_CHAR,
            "H", LineReader.BEGINNING_OF_LINE,
            "F", LineReader.END_OF_LINE,
            "1~", LineReader.BEGINNING_OF_LINE,
            "4~", LineReader.END_OF_LINE,
            "7~", LineReader.BEGINNING_OF_LINE,
            "8~", LineReader.END_OF_LINE);

    private final Tty tty;
    private final Style style;
    private final Editor reader;
    private boolean hinted;

    LineInput(Tty tty, Optional<Path> historyFile, Style style, Completion completion) throws IOException {
        this.tty = tty;
        this.style = style;
        this.reader = new Editor(tty);
        reader.setParser(new MultiLine());
        reader.setCompleter(completion);
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.unsetOpt(LineReader.Option.INSERT_TAB);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "  ");
        reader.setVariable(LineReader.BELL_STYLE, "none");
        historyFile.ifPresent(this::history);
        bind();
    }

    /** A history that cannot be kept must not keep anybody from chatting. */
    private void history(Path file) {
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            if (Files.isWritable(file)) {
                reader.setVariable(LineReader.HISTORY_FILE, file);
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            // The history then lives as long as the program.
        }
    }

    private void bind() {
        KeyMap<Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
        reader.getWidgets().put("belay-clear", this::clear);
        reader.getWidgets().put("belay-newline", this::newline);
        reader.getWidgets().put("belay-enter", this::enter);
        reader.getWidgets().put("belay-suspend", this::suspend);
        keys.bind(new Reference("belay-enter"), "\r", "\n");
        keys.bind(new Reference("belay-clear"), KeyMap.ctrl('C'));
        keys.bind(new Reference("belay-newline"), KeyMap.alt('\r'), KeyMap.alt('\n'));
        keys.bind(new Reference("belay-suspend"), KeyMap.ctrl('Z'));
        // JLine has these, but they need parts of it that are not here.
        keys.unbind(KeyMap.ctrl('X') + KeyMap.ctrl('E'));
        keys.unbind(KeyMap.ctrl(']'));
        keys.unbind(KeyMap.alt(KeyMap.ctrl(']')));
        if (tty.window().reports()) {
            // The keyboard takes them out; those it reads in two pieces come this far.
            reader.getWidgets().put("belay-focus-in", () -> focus(Focus.HELD));
            reader.getWidgets().put("belay-focus-out", () -> focus(Focus.LOST));
            keys.bind(new Reference("belay-focus-in"), "\u001b[I");
            keys.bind(new Reference("belay-focus-out"), "\u001b[O");
        }
        CURSOR_KEYS.forEach((key, widget) -> keys.bind(new Reference(widget), "\u001b[" + key));
    }

    /** Reads a message as it was typed; empty when the person leaves. */
    Optional<String> read() {
        hinted = false;
        try {
            return Optional.of(MultiLine.text(reader.readLine(style.prompt())));
        } catch (EndOfFileException | UserInterruptException left) {
            return Optional.empty();
        }
    }

    /** Ctrl-C: a text is put aside, an empty line gives a hint, once, and nothing ever exits. */
    private boolean clear() {
        String text = reader.getBuffer().toString();
        if (!text.isEmpty()) {
            reader.getHistory().add(text);
            reader.getHistory().moveToEnd();
            reader.getBuffer().clear();
        } else if (!hinted) {
            reader.printAbove(style.dim(HINT));
        }
        hinted |= text.isEmpty();
        return true;
    }

    private boolean focus(Focus now) {
        tty.keyboard().focus(now);
        return true;
    }

    /** Enter sends, but after a backslash it takes the backslash's place as a line break. */
    private boolean enter() {
        if (!MultiLine.goesOn(reader.getBuffer().toString())) {
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

    private boolean suspend() {
        tty.writer().write(LineReaderImpl.BRACKETED_PASTE_OFF + "\n");
        tty.flush();
        tty.suspend();
        tty.puts(Capability.keypad_xmit);
        tty.writer().write(LineReaderImpl.BRACKETED_PASTE_ON);
        reader.callWidget(LineReader.REDRAW_LINE);
        return true;
    }
}
