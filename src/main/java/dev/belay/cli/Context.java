package dev.belay.cli;

import dev.belay.chat.Thinking;
import dev.belay.config.Environment;
import dev.belay.config.Keys;
import dev.belay.config.Oddities;
import dev.belay.config.Places;
import dev.belay.config.Role;
import dev.belay.config.Settings;
import dev.belay.file.AttachmentReader;
import dev.belay.file.FileLimits;
import dev.belay.repl.Interrupts;
import dev.belay.repl.tty.Width;
import dev.belay.report.SafeJson;
import dev.belay.view.AnswerText;
import dev.belay.view.AnswerView;
import dev.belay.view.Cleaner;
import dev.belay.view.Output;
import dev.belay.view.PlainText;
import dev.belay.view.Style;
import dev.belay.view.markdown.Theme.Depth;
import dev.belay.view.markdown.Theme.Signs;
import dev.belay.wire.Http;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every command is given: the world around the program. */
final class Context {

    /** When there are colours, the usual first. */
    static final List<String> COLOURS = List.of("auto", "always", "never");

    private final Environment environment;
    private final Streams streams;
    private final Interrupts interrupts;
    private final Charset charset;
    private final Output out;
    private final Output errors;
    private Style style;
    private String colours = "auto";
    private Consumer<String> debug = Http.UNHEARD;
    private Options options;
    private @Nullable Settings settings;

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
    void listen(Options given) {
        options = given;
        style = styled(options.oneOf("--color", COLOURS));
        if (options.is("--debug")) {
            debug = line -> System.err.println("debug: " + Cleaner.clean(line));
        }
    }

    private Style styled(String when) {
        colours = when;
        return new Style(isColoured(streams.errorsAreTerminal()), style.utf8());
    }

    private boolean isColoured(boolean isTerminal) {
        boolean auto = isTerminal && !isPlain() && !terminalType().equals("dumb");
        return colours.equals("always") || colours.equals("auto") && auto;
    }

    /** What asks for no colours: the wish itself, or a machine that reads. */
    private boolean isPlain() {
        return isSet("NO_COLOR") || isSet("CI");
    }

    private boolean isSet(String variable) {
        return !environment.variables().getOrDefault(variable, "").isEmpty();
    }

    /** How answers are shown on standard output. */
    AnswerText.Form form() {
        return streams.outputIsTerminal() ? renderedForm() : PlainText.FORM;
    }

    /** Standard output, for what is shown there as on a terminal; empty where it is to be text alone. */
    Optional<Output> screen() {
        if (streams.outputIsTerminal()) {
            return Optional.of(out);
        }
        return colours.equals("always")
                ? Optional.of(Output.of(
                        new FileOutputStream(FileDescriptor.out), Output.Kind.TERMINAL, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** How answers are shown on a terminal. */
    AnswerText.Form renderedForm() {
        Appearance appearance = new Appearance(environment, settings());
        Depth depth = isColoured(true) ? appearance.depth() : Depth.NONE;
        return appearance.form(OutputForm.of(options), depth, style.utf8() ? Signs.UNICODE : Signs.ASCII);
    }

    /** The options and the config together. */
    Preferences preferences() {
        return new Preferences(options, settings());
    }

    /** The first call reads the file, and says what is odd in it. */
    private Settings settings() {
        if (settings != null) {
            return settings;
        }
        Settings read = Settings.in(environment);
        settings = read;
        if (read.file().isPresent() && !options.is("-q")) {
            Oddities.in(read).forEach(this::warn);
        }
        Optional<String> wanted =
                options.text("--color").isPresent() || isPlain() ? Optional.empty() : read.get(Keys.COLOR);
        wanted.ifPresent(when -> {
            style = styled(when);
            debug.accept("color " + when + ": from the config");
        });
        return read;
    }

    String terminalType() {
        return environment.terminalType();
    }

    /** Standard error, for what is said beside an answer. */
    AnswerView.Aside aside(AnswerView.Talk talk, Thinking thinking) {
        return new AnswerView.Aside(errors, style, talk, thinking, Width.ERRORS.on(terminalType()));
    }

    Places places() {
        return Places.in(environment);
    }

    /**
     * @param role that is played from the start
     * @param baseUrl of the user's own server, if one is to be asked
     * @param dialect what is spoken, if it was said
     */
    Models models(Optional<Role> role, Optional<String> baseUrl, Optional<String> dialect) {
        Sources sources = new Sources(environment, settings(), role, new KeyCommand(interrupts, KeyCommand.LIMIT));
        return new Models(sources, options, baseUrl, dialect, debug);
    }

    /** Reads files that are to go along with a message. */
    AttachmentReader files() {
        return new AttachmentReader(
                Places.home(environment),
                settings().get(Keys.MAX_FILE_SIZE).map(FileLimits::upTo).orElse(FileLimits.DEFAULT));
    }

    /** Takes what is said with {@code --debug} only. */
    Consumer<String> debug() {
        return debug;
    }

    /** Prints to standard output. */
    void print(String text) throws IOException {
        out.own(text);
    }

    /** Prints what was made in this form: what is for programs holds what is foreign. */
    void print(String text, OutputForm form) throws IOException {
        if (form.isForPrograms()) {
            printJson(text);
        } else {
            out.own(text);
        }
    }

    /** Prints JSON, which means the same on a terminal as in a pipe. */
    void printJson(String json) throws IOException {
        out.own(SafeJson.escaped(json, out.charset()));
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

    /** The same for what goes to standard output. */
    Style outStyle() {
        return new Style(isColoured(streams.outputIsTerminal()), style.utf8());
    }

    /** The providers that can be named; the config has been read. */
    Services services() {
        return new Services(settings());
    }

    Output out() {
        return out;
    }

    Output errors() {
        return errors;
    }
}
