package dev.belay.repl.tty;

import dev.belay.os.Os;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The person's terminal, for as long as the program has it.
 *
 * <p>From begin to end it is in one mode: nothing is echoed, every key is handed on at once, Ctrl-C and Ctrl-Z included.
 * It is never in the shell's own mode in between, so no key can slip into an answer.
 */
public final class Tty extends PosixSysTerminal {

    private static final Size USUAL_SIZE = Size.of(80, 24);

    private final Keyboard keyboard;
    private final Window window;
    private boolean clusters;

    private Tty(SystemTerminal system, Window.Wishes wishes, Charset charset) throws IOException {
        super("belay", wishes.emulator().type(), system.pty(), charset, charset, charset, false, SignalHandler.SIG_DFL);
        // Keys are UTF-8 whatever the locale says: one that is unset must not destroy what is typed.
        this.keyboard = new Keyboard(system.keys(this), StandardCharsets.UTF_8);
        this.window = new Window(writer(), wishes);
    }

    /** Takes the terminal over. */
    public static Tty open(Window.Wishes wishes, Charset charset) throws IOException {
        Tty tty = new Tty(SystemTerminal.current(), wishes, charset);
        tty.enterRawMode();
        if (tty.window.reports()) {
            tty.keyboard.takeReports();
        }
        tty.keyboard.start();
        tty.window.take();
        return tty;
    }

    /** The window has another size. */
    public void resized() {
        raise(Signal.WINCH);
    }

    /** JLine's raw mode, but a read returns after a tenth of a second without a key. */
    @Override
    public Attributes enterRawMode() {
        Attributes before = super.enterRawMode();
        Attributes attributes = getAttributes();
        attributes.setControlChar(ControlChar.VMIN, 0);
        attributes.setControlChar(ControlChar.VTIME, 1);
        // A dumb terminal cannot be drawn on: what is typed shows because the system echoes it.
        attributes.setLocalFlag(LocalFlag.ECHO, TYPE_DUMB.equals(type));
        setAttributes(attributes);
        return before;
    }

    /** Called while the terminal is being made. */
    @Override
    protected void parseInfoCmp() {
        if (TYPE_DUMB.equals(type)) {
            super.parseInfoCmp();
        } else {
            AnsiCapabilities.fill(type, bools, ints, strings);
            detectTrueColorSupport();
        }
    }

    /** Some terminals do not know theirs, or say nought. */
    @Override
    public Size getSize() {
        Size size = super.getSize();
        return size.getColumns() > 0 && size.getRows() > 0 ? size : USUAL_SIZE;
    }

    /** Does something to the line for which characters that are seen as one are one. */
    public boolean byCluster(BooleanSupplier step) {
        clusters = true;
        try {
            return step.getAsBoolean();
        } finally {
            clusters = false;
        }
    }

    @Override
    public boolean getGraphemeClusterMode() {
        return clusters;
    }

    /** From here on the terminal marks what is pasted, also while no line is read. */
    public void announcePastes() {
        if (!TYPE_DUMB.equals(type)) {
            writer().write(LineReaderImpl.BRACKETED_PASTE_ON);
            flush();
        }
    }

    public Keyboard keyboard() {
        return keyboard;
    }

    public Window window() {
        return window;
    }

    @Override
    public NonBlockingReader reader() {
        return keyboard;
    }

    /** After a stop by Ctrl-Z the shell has changed the terminal: it is ours again, or its who has borrowed it. */
    public void takeBack() {
        if (!keyboard.lease().isLent()) {
            try {
                enterRawMode();
                raise(Signal.CONT);
            } catch (IllegalStateException closed) {
                // A window that is closed wakes the program as well, which has let go of the terminal by then.
            }
        }
    }

    /** Another program that needs the terminal, and is waited for. */
    public interface Borrower {
        int run() throws IOException;
    }

    /** Lets another program have the terminal, as it was before us, and every key from here on. */
    public int lend(Borrower borrower) throws IOException {
        window.leave();
        puts(Capability.keypad_local);
        writer().write(LineReaderImpl.BRACKETED_PASTE_OFF);
        flush();
        keyboard.lease().begin();
        setAttributes(originalAttributes);
        try {
            return borrower.run();
        } finally {
            setAttributes(originalAttributes);
            enterRawMode();
            keyboard.lease().end();
            announcePastes();
            window.take();
        }
    }

    /** Gives the terminal back, stops this program as Ctrl-Z does, and returns after {@code fg}; nothing on Windows. */
    public void suspend() {
        if (!Os.current().isPosix()) {
            return;
        }
        window.leave();
        if (!TYPE_DUMB.equals(type)) {
            writer().write(LineReaderImpl.BRACKETED_PASTE_OFF);
            flush();
        }
        setAttributes(originalAttributes);
        try {
            // The whole group, as the terminal does it: a script around belay has to stop as well.
            Os.current().shell("kill -TSTP 0").start().waitFor();
        } catch (IOException | InterruptedException noShell) {
            // Then it cannot be stopped, and goes on.
        }
        enterRawMode();
        announcePastes();
        window.take();
    }

    /** Restores the terminal's attributes without writing to it, which may hang. */
    public void giveBack() {
        setAttributes(originalAttributes);
    }

    @Override
    protected void doClose() throws IOException {
        window.leave();
        if (!TYPE_DUMB.equals(getType())) {
            writer().write(LineReaderImpl.BRACKETED_PASTE_OFF);
        }
        super.doClose();
        mendLine();
    }

    /** JLine sets the terminal's line discipline field to whatever lay in memory; Linux shows it, if it does nothing else. */
    private static void mendLine() {
        if (Os.current() == Os.LINUX) {
            try {
                new ProcessBuilder("stty", "line", "0").inheritIO().start().waitFor();
            } catch (InterruptedException | IOException noStty) {
                // Then the field stays as it is, which harms nobody.
            }
        }
    }
}
