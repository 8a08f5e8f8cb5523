package dev.belay.repl.tty;

import dev.belay.os.Os;
import org.jline.terminal.spi.SystemStream;
import org.jspecify.annotations.Nullable;

/** The standard streams of this process, as the terminals that they are. */
public final class StandardStreams {

    /** What was told that text comes; null for nothing. Set on the main thread before anything is written. */
    private static @Nullable SystemTerminal told;

    private StandardStreams() {}

    /** The digits of those that are terminals: {@code 0} input, {@code 1} output, {@code 2} errors. */
    public static String terminals() {
        SystemTerminal system = SystemTerminal.current();
        StringBuilder digits = new StringBuilder();
        for (SystemStream stream : SystemStream.values()) {
            if (system.is(stream)) {
                digits.append(stream.ordinal());
            }
        }
        return digits.toString();
    }

    /** From here on text is written to them. A terminal that has to be told so is one of Windows. */
    public static void begin() {
        if (!Os.current().isPosix() && told == null) {
            SystemTerminal system = SystemTerminal.current();
            system.beginText();
            told = system;
        }
    }

    /** Nothing is written to them any more. */
    public static void end() {
        if (told != null) {
            told.endText();
        }
    }
}
