package dev.belay.repl.tty;

import dev.belay.os.Os;
import java.io.IOException;
import java.io.InputStream;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/** The terminal as the system below gives it. */
interface SystemTerminal {

    static SystemTerminal current() {
        return Os.current().isPosix() ? new PosixTerminal() : new WindowsTerminal(new Kernel32Calls());
    }

    /** Whether this stream is a terminal. */
    boolean is(SystemStream stream);

    /** In columns, of the terminal that this stream is; 0 or less for none. */
    int width(SystemStream stream);

    /** The person's terminal. */
    Pty pty() throws IOException;

    /**
     * The bytes of the keys, once the terminal gives each key at once.
     *
     * @param tty told when the window has another size, where no signal says that
     */
    InputStream keys(Tty tty);

    /** Has it take what is written as UTF-8 with sequences in it. */
    void beginText();

    /** It is as it was. */
    void endText();
}
