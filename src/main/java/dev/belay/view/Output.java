package dev.belay.view;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A stream that text goes to: a terminal gets it cleaned, anything else gets the bytes as they are. One thread writes. */
public final class Output {

    /** What is at the other end. */
    public enum Kind {
        /** A person's terminal. */
        TERMINAL,
        /** A pipe or a file. */
        PIPE
    }

    private final OutputStream out;
    private final Kind kind;
    private final Charset charset;
    private final Cleaner cleaner = new Cleaner();
    private boolean lineOpen;

    private Output(OutputStream out, Kind kind, Charset charset) {
        this.out = out;
        this.kind = kind;
        this.charset = charset;
    }

    /**
     * @param charset what the terminal shows; a pipe always gets UTF-8
     */
    public static Output of(OutputStream out, Kind kind, Charset charset) {
        return new Output(out, kind, kind == Kind.PIPE ? StandardCharsets.UTF_8 : charset);
    }

    public boolean isTerminal() {
        return kind == Kind.TERMINAL;
    }

    /** Text from outside. */
    public void foreign(String text) throws IOException {
        write(kind == Kind.TERMINAL ? cleaner.next(text) : text);
    }

    /** Text of our own, which may hold escape sequences. */
    public void own(String text) throws IOException {
        write(text);
    }

    /** Ends the line on a terminal, if one is open; a pipe gets nothing that the model did not say. */
    public void closeLine() throws IOException {
        if (kind == Kind.TERMINAL) {
            write(cleaner.rest());
            if (lineOpen) {
                write("\n");
            }
        }
    }

    private void write(String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        lineOpen = text.charAt(text.length() - 1) != '\n';
        out.write(text.getBytes(charset));
        out.flush();
    }
}
