package dev.belay.repl.tty;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;

/**
 * A console of Windows as a terminal elsewhere is seen: it has two modes, the one in which it was found, and one in which
 * each key comes at once, Ctrl-C as well, and comes as the same sequence as elsewhere. Windows 10 and later have that.
 */
final class WindowsPty implements Pty {

    private static final int PROCESSED = 0x1;
    private static final int BY_LINES = 0x2;
    private static final int ECHOED = 0x4;
    private static final int TELLS_SIZE = 0x8;
    private static final int TELLS_MOUSE = 0x10;
    private static final int AS_SEQUENCES = 0x200;

    private final ConsoleCalls console;
    private final InputStream keys;
    private final int found;
    private Attributes attributes = cooked();

    /** @throws IllegalStateException when there is no console to type at */
    WindowsPty(ConsoleCalls console, InputStream keys) {
        this.console = console;
        this.keys = keys;
        this.found = console.mode(SystemStream.Input).orElseThrow(IllegalStateException::new);
    }

    private static Attributes cooked() {
        Attributes attributes = new Attributes();
        attributes.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.ISIG, LocalFlag.IEXTEN), true);
        attributes.setInputFlags(EnumSet.of(InputFlag.ICRNL), true);
        attributes.setOutputFlags(EnumSet.of(OutputFlag.OPOST, OutputFlag.ONLCR), true);
        attributes.setControlChar(ControlChar.VERASE, 127);
        return attributes;
    }

    @Override
    public Attributes getAttr() {
        return new Attributes(attributes);
    }

    @Override
    public void setAttr(Attributes wanted) {
        attributes = new Attributes(wanted);
        int raw = found & ~(PROCESSED | BY_LINES | ECHOED | TELLS_MOUSE) | TELLS_SIZE | AS_SEQUENCES;
        console.setMode(SystemStream.Input, wanted.getLocalFlag(LocalFlag.ICANON) ? found : raw);
    }

    @Override
    public Size getSize() {
        return console.size(SystemStream.Output);
    }

    @Override
    public void setSize(Sized size) {
        throw new UnsupportedOperationException("the window belongs to the person");
    }

    @Override
    public InputStream getSlaveInput() {
        return keys;
    }

    @Override
    public OutputStream getSlaveOutput() {
        return new FileOutputStream(FileDescriptor.out);
    }

    @Override
    public InputStream getMasterInput() {
        throw new UnsupportedOperationException("there is no other side");
    }

    @Override
    public OutputStream getMasterOutput() {
        throw new UnsupportedOperationException("there is no other side");
    }

    @Override
    public SystemStream getSystemStream() {
        return SystemStream.Output;
    }

    @Override
    public @Nullable TerminalProvider getProvider() {
        return null;
    }

    @Override
    public void close() {
        // Its streams are the process's own.
    }
}
