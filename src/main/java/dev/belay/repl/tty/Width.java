package dev.belay.repl.tty;

import java.util.function.IntSupplier;
import org.jline.terminal.spi.SystemStream;
import org.jspecify.annotations.Nullable;

/** How wide the terminal is that a stream goes to, in columns; asked anew each time. */
public enum Width implements IntSupplier {
    OUTPUT(SystemStream.Output),
    ERRORS(SystemStream.Error),
    /** Of a terminal on which nothing can be overwritten, it does not matter how wide it is. */
    NONE(null);

    private static final int USUAL = 80;

    private final @Nullable SystemStream stream;

    Width(@Nullable SystemStream stream) {
        this.stream = stream;
    }

    /** Of a stream, where the terminal can do more than a teleprinter. */
    public Width on(String terminalType) {
        return terminalType.equals("dumb") ? NONE : this;
    }

    /** A usual width where the terminal does not say; 0 for none. */
    @Override
    public int getAsInt() {
        int columns = stream == null ? 0 : SystemTerminal.current().width(stream);
        return columns > 0 || stream == null ? columns : USUAL;
    }
}
