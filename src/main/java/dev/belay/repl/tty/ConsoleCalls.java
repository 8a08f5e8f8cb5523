package dev.belay.repl.tty;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.jline.terminal.Size;
import org.jline.terminal.spi.SystemStream;

/** What is asked of the console of Windows. */
interface ConsoleCalls {

    /** How the console treats this stream, in bits; empty when the stream is no console. */
    OptionalInt mode(SystemStream stream);

    void setMode(SystemStream stream, int bits);

    /** The number of the alphabet in which it reads what is written to it. */
    int alphabet();

    void setAlphabet(int number);

    Size size(SystemStream stream);

    /**
     * What the person did, as soon as that is anything.
     *
     * @param millis after these it is nothing
     * @throws IOException when the console has gone
     */
    List<Happening> happenings(int millis) throws IOException;

    /**
     * One thing that a person did.
     *
     * @param typed the character that came of it; 0 for none
     * @param resizes whether the window has another size since
     */
    record Happening(char typed, boolean resizes) {}
}
