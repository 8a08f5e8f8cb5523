package dev.belay.repl.tty;

import java.io.InputStream;
import java.util.OptionalInt;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/** A console of Windows. Its text is begun on the main thread, and ended by whoever ends the program. */
final class WindowsTerminal implements SystemTerminal {

    private static final int UTF_8 = 65001;
    private static final int PROCESSED = 0x1;
    private static final int OBEYS_SEQUENCES = 0x4;

    private final ConsoleCalls console;
    private OptionalInt output = OptionalInt.empty();
    private OptionalInt errors = OptionalInt.empty();
    private int alphabet;

    WindowsTerminal(ConsoleCalls console) {
        this.console = console;
    }

    @Override
    public boolean is(SystemStream stream) {
        return console.mode(stream).isPresent();
    }

    @Override
    public int width(SystemStream stream) {
        return console.size(stream).getColumns();
    }

    @Override
    public Pty pty() {
        return new WindowsPty(console, InputStream.nullInputStream());
    }

    @Override
    public InputStream keys(Tty tty) {
        return new WindowsKeys(console, tty::resized);
    }

    @Override
    public void beginText() {
        output = begun(SystemStream.Output);
        errors = begun(SystemStream.Error);
        if (output.isPresent() || errors.isPresent()) {
            alphabet = console.alphabet();
            console.setAlphabet(UTF_8);
        }
    }

    private OptionalInt begun(SystemStream stream) {
        OptionalInt mode = console.mode(stream);
        mode.ifPresent(bits -> console.setMode(stream, bits | PROCESSED | OBEYS_SEQUENCES));
        return mode;
    }

    @Override
    public void endText() {
        if (output.isPresent() || errors.isPresent()) {
            console.setAlphabet(alphabet);
        }
        errors.ifPresent(bits -> console.setMode(SystemStream.Error, bits));
        output.ifPresent(bits -> console.setMode(SystemStream.Output, bits));
    }
}
