package dev.belay.cli;

import dev.belay.config.Environment;
import dev.belay.config.Places;
import dev.belay.file.AttachmentReader;
import dev.belay.file.FileLimits;
import dev.belay.repl.Interrupts;
import dev.belay.view.Cleaner;
import dev.belay.view.Output;
import dev.belay.view.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What every command is given: the world around the program. */
final class Context {

    private final Environment environment;
    private final Streams streams;
    private final Interrupts interrupts;
    private final Charset charset;
    private final Output out;
    private final Output errors;
    private Style style;
    private Consumer<String> debug = line -> {};

    Context(Environment environment, Streams streams, Interrupts interrupts) {
        this.environment = environment;
        this.streams = streams;
        this.interrupts = interrupts;
        this.charset = Charset.forName(System.getProperty("belay.charset", "UTF-8"));
        this.out = Output.of(new FileOutputStream(FileDescriptor.out), kind(streams.outputIsTerminal()), charset);
        this.errors =
                Output.ofRemarks(new FileOutputStream(FileDescriptor.err), kind(streams.errorsAreTerminal()), charset);
        this.style = new Style(false, charset.name().equals("UTF-8"));
    }

    private static Output.Kind kind(boolean isTerminal) {
        return isTerminal ? Output.Kind.TERMINAL : Output.Kind.PIPE;
    }

    /** What the options say about how the program talks. */
    void listen(Options options) {
        String when = options.oneOf("--color", "auto", "always", "never");
        boolean auto = streams.errorsAreTerminal()
                && environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
                && !terminalType().equals("dumb");
        style = new Style(when.equals("always") || when.equals("auto") && auto, style.utf8());
        if (options.is("--debug")) {
            debug = line -> System.err.println("debug: " + Cleaner.clean(line));
        }
    }

    String terminalType() {
        return environment.get("TERM").orElse("dumb");
    }

    Places places() {
        return Places.in(environment);
    }

    Models models(Options options, Optional<String> baseUrl, Optional<String> dialect) {
        return new Models(environment, places(), options, baseUrl, dialect, debug);
    }

    /** Reads files that are to go along with a message. */
    AttachmentReader files() {
        String home = environment.get("HOME").orElseGet(() -> System.getProperty("user.home"));
        return new AttachmentReader(Path.of(home), FileLimits.DEFAULT);
    }

    /** Prints to standard output. */
    void print(String text) throws IOException {
        out.own(text);
    }

    /** Says something beside the answer. */
    void warn(String sentence) {
        say(style.warning("belay: " + Cleaner.clean(sentence)));
    }

    /** Says why it went wrong. */
    void complain(String sentence) {
        say(style.error("belay: " + Cleaner.clean(sentence)));
    }

    /** Says something that is good to know. */
    void note(String sentence) {
        say(style.dim(Cleaner.clean(sentence)));
    }

    private void say(String line) {
        try {
            errors.own(line + "\n");
        } catch (IOException nobodyListens) {
            // Then there is nobody to tell.
        }
    }

    Environment environment() {
        return environment;
    }

    Streams streams() {
        return streams;
    }

    Interrupts interrupts() {
        return interrupts;
    }

    Charset charset() {
        return charset;
    }

    Style style() {
        return style;
    }

    Output out() {
        return out;
    }

    Output errors() {
        return errors;
    }
}
