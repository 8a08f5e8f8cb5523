package dev.belay.repl;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.NonBlockingReader;

/**
 * The person's terminal, for as long as the program has it.
 *
 * <p>Between two prompts it echoes nothing and hands on keys at once, yet Ctrl-C and Ctrl-Z are signals, and a signal
 * throws away neither what is still being drawn nor what was typed. It is never in the shell's own mode in between, so no
 * key can slip into the answer.
 */
final class Tty extends PosixSysTerminal {

    private static final String PASTE_OFF = "\u001b[?2004l";

    private final Keyboard keyboard;
    private final Attributes between;

    private Tty(JniTerminalProvider provider, String type, Charset charset) throws IOException {
        super(
                provider,
                "belay",
                type,
                provider.current(SystemStream.Output),
                charset,
                charset,
                charset,
                false,
                SignalHandler.SIG_DFL);
        this.keyboard = new Keyboard(new FileInputStream(FileDescriptor.in), charset);
        this.between = betweenPrompts(originalAttributes);
    }

    /**
     * Takes the terminal over.
     *
     * @param type as in {@code TERM}
     */
    static Tty open(String type, Charset charset) throws IOException {
        Tty tty = new Tty(new JniTerminalProvider(), type, charset);
        tty.setAttributes(tty.between);
        tty.keyboard.start();
        return tty;
    }

    private static Attributes betweenPrompts(Attributes original) {
        Attributes attributes = new Attributes(original);
        attributes.setLocalFlag(LocalFlag.ICANON, false);
        attributes.setLocalFlag(LocalFlag.ECHO, false);
        attributes.setLocalFlag(LocalFlag.IEXTEN, false);
        attributes.setLocalFlag(LocalFlag.ISIG, true);
        attributes.setLocalFlag(LocalFlag.NOFLSH, true);
        attributes.setInputFlag(InputFlag.ICRNL, false);
        attributes.setInputFlag(InputFlag.INLCR, false);
        return readingInSlices(attributes);
    }

    /** A read returns after a tenth of a second without a key. */
    private static Attributes readingInSlices(Attributes attributes) {
        attributes.setControlChar(ControlChar.VMIN, 0);
        attributes.setControlChar(ControlChar.VTIME, 1);
        return attributes;
    }

    @Override
    public Attributes enterRawMode() {
        Attributes before = super.enterRawMode();
        setAttributes(readingInSlices(getAttributes()));
        return before;
    }

    Keyboard keyboard() {
        return keyboard;
    }

    @Override
    public NonBlockingReader reader() {
        return keyboard;
    }

    /** After a stop by Ctrl-Z the shell has changed the terminal: it is ours again. */
    void takeBack() {
        setAttributes(between);
        raise(Signal.CONT);
    }

    /** Gives the terminal back, stops this program as Ctrl-Z does, and returns after {@code fg}. */
    void suspend() throws IOException, InterruptedException {
        setAttributes(originalAttributes);
        writer().write(PASTE_OFF + "\n");
        flush();
        Process stop = new ProcessBuilder("sh", "-c", "kill -TSTP " + ProcessHandle.current().pid()).start();
        stop.waitFor();
    }

    @Override
    protected void doClose() throws IOException {
        if (!TYPE_DUMB.equals(getType())) {
            writer().write(PASTE_OFF);
        }
        super.doClose();
    }
}
