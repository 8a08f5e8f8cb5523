package dev.belay.repl.tty;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/** A terminal of Linux, macOS and their kin. */
final class PosixTerminal implements SystemTerminal {

    private final JniTerminalProvider provider = new JniTerminalProvider();

    @Override
    public boolean is(SystemStream stream) {
        return provider.isSystemStream(stream);
    }

    @Override
    public int width(SystemStream stream) {
        return provider.systemStreamWidth(stream);
    }

    @Override
    public Pty pty() throws IOException {
        return provider.current(SystemStream.Output);
    }

    @Override
    public InputStream keys(Tty tty) {
        return new FileInputStream(FileDescriptor.in);
    }

    @Override
    public void beginText() {
        // What it takes the locale says, which the launcher has read.
    }

    @Override
    public void endText() {
        // Nothing was begun.
    }
}
