package dev.belay.view;

import dev.belay.chat.OutputClosed;
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
    private final Loss loss;
    private final Cleaner cleaner = new Cleaner();
    private boolean lineOpen;

    private Output(OutputStream out, Kind kind, Charset charset, Loss loss) {
        this.out = out;
        this.kind = kind;
        this.charset = kind == Kind.PIPE ? StandardCharsets.UTF_8 : charset;
        this.loss = loss;
    }

    /** What it means when something cannot be written. */
    private enum Loss {
        /** The answer is lost. */
        MATTERS,
        /** A remark is lost, which must not stop the answer. */
        IS_BORNE
    }

    /**
     * @param charset what the terminal shows; a pipe always gets UTF-8
     */
    public static Output of(OutputStream out, Kind kind, Charset charset) {
        return new Output(out, kind, charset, Loss.MATTERS);
    }

    /** An output for remarks: what cannot be written there is dropped. */
    public static Output ofRemarks(OutputStream out, Kind kind, Charset charset) {
        return new Output(out, kind, charset, Loss.IS_BORNE);
    }

    public boolean isTerminal() {
        return kind == Kind.TERMINAL;
    }

    /** What the other end reads. */
    public Charset charset() {
        return charset;
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
        // After a carriage return of ours the line is empty again.
        lineOpen = "\n\r".indexOf(text.charAt(text.length() - 1)) < 0;
        try {
            out.write(text.getBytes(charset));
            out.flush();
        } catch (IOException e) {
            lost(e);
        }
    }

    private void lost(IOException e) throws IOException {
        if (loss == Loss.MATTERS) {
            throw switch (String.valueOf(e.getMessage())) {
                case "Broken pipe" -> new OutputClosed(e);
                case "Bad file descriptor" -> new IOException("standard output is closed", e);
                default -> e;
            };
        }
    }
}
