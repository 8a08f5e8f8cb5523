package dev.belay.cli;

import dev.belay.repl.tty.StandardStreams;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;

/**
 * What the three standard streams are, as the launcher found them.
 *
 * @param terminals the digits of those that are terminals: {@code 0} input, {@code 1} output, {@code 2} errors
 * @param pipedInput where input that is no terminal is to be read; empty for none
 */
public record Streams(String terminals, String pipedInput) {

    /** From the system properties {@code belay.terminals} and {@code belay.input}; looked at where no launcher did. */
    static Streams ofProcess() {
        String told = System.getProperty("belay.terminals");
        String terminals = told == null ? StandardStreams.terminals() : told;
        return new Streams(terminals, System.getProperty("belay.input", terminals.startsWith("0") ? "" : "0"));
    }

    boolean inputIsTerminal() {
        return terminals.indexOf('0') >= 0;
    }

    boolean outputIsTerminal() {
        return terminals.indexOf('1') >= 0;
    }

    boolean errorsAreTerminal() {
        return terminals.indexOf('2') >= 0;
    }

    boolean hasPipedInput() {
        return !pipedInput.isEmpty();
    }

    /** The launcher moves piped input aside where the keyboard takes its place. */
    InputStream openPipedInput() throws FileNotFoundException {
        return pipedInput.equals("0")
                ? new FileInputStream(FileDescriptor.in)
                : new FileInputStream("/dev/fd/" + pipedInput);
    }
}
