package dev.belay.e2e;

import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import dev.belay.screen.AppendOnly;
import dev.belay.screen.Emulator;
import dev.belay.screen.Received;
import dev.belay.screen.Screen;
import dev.belay.screen.Widths;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A command in a real pseudo-terminal: keys in, bytes recorded and drawn on a screen. One thread of its own reads; any may look. */
final class TerminalSession implements AutoCloseable {
    private static final WinSize USUAL = new WinSize(100, 40);

    private final UnixPtyProcess process;
    private final ProcessHandle handle;
    private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    private final Emulator terminal;
    private final Screen screen;
    private final Changes changes = new Changes();
    private boolean ended;
    private boolean frozen;

    private TerminalSession(UnixPtyProcess process, WinSize size) {
        this.process = process;
        handle = ProcessHandle.of(process.pid()).orElseThrow();
        terminal = new Emulator(size.getColumns(), size.getRows(), Widths.MODERN, this::press);
        screen = terminal.screen();
    }

    static TerminalSession start(Sandbox box, List<String> command) {
        return start(box, command, USUAL);
    }

    static TerminalSession start(Sandbox box, List<String> command, WinSize size) {
        try {
            var builder = new PtyProcessBuilder(
                            Sandbox.withDefaultSignals(command).toArray(String[]::new))
                    .setEnvironment(box.environment())
                    .setDirectory(box.work().toString())
                    .setInitialColumns(size.getColumns())
                    .setInitialRows(size.getRows());
            var session = new TerminalSession((UnixPtyProcess) builder.start(), size);
            Thread reader = new Thread(session::readAll, "terminal reader");
            reader.setDaemon(true);
            reader.start();
            return session;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stream stays open at its end: closing it hangs up, which would kill a program that is about to exit. */
    private void readAll() {
        byte[] chunk = new byte[8192];
        try {
            InputStream in = process.getInputStream();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                int length = n;
                changes.await(() -> !frozen, "a thaw", this::describe);
                changes.make(() -> draw(chunk, length));
            }
        } catch (IOException e) {
            // the terminal is gone: what was read stays
        }
        changes.make(() -> ended = true);
    }

    /** From here on the terminal takes no output, as a slow line does; keys are sent all the same. */
    void freeze() {
        changes.make(() -> frozen = true);
    }

    void thaw() {
        changes.make(() -> frozen = false);
    }

    private void draw(byte[] chunk, int length) {
        recorded.write(chunk, 0, length);
        terminal.write(chunk, length);
    }

    /** Sends keys as they are, all at once. */
    void press(String keys) {
        try {
            var out = process.getOutputStream();
            out.write(keys.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("pressing keys", e);
        }
    }

    /** Presses the cursor key whose sequence ends so; what it sends depends on what the program has asked for, as in xterm. */
    void pressCursor(char which) {
        press((look(Screen::applicationKeys) ? "\033O" : "\033[") + which);
    }

    /** Types a line as a person does: sees it on the screen, then presses Enter, then sees the cursor leave the line. */
    void enter(String line) {
        press(line);
        String shown = line.stripTrailing();
        awaitScreen(s -> s.cursorLine().endsWith(shown), "the typed line: " + line);
        press(Keys.ENTER);
        awaitScreen(s -> !s.cursorLine().endsWith(shown), "Enter to be taken after: " + line);
    }

    void awaitScreen(Predicate<Screen> reached, String what) {
        awaitScreen(Changes.LIMIT, reached, what);
    }

    void awaitScreen(Duration limit, Predicate<Screen> reached, String what) {
        changes.await(limit, () -> reached.test(screen) || ended, what, this::scene);
        if (!look(reached::test)) {
            throw new AssertionError("the program ended before " + what + "\n" + picture());
        }
    }

    void awaitText(String text) {
        awaitScreen(s -> s.text().contains(text), "the text: " + text);
    }

    /** Waits until the cursor stands in an empty input line of belay. */
    void awaitPrompt() {
        awaitPrompt("");
    }

    /** Waits until the cursor's line is belay's prompt with just this text in it. */
    void awaitPrompt(String text) {
        awaitPrompt(Changes.LIMIT, text);
    }

    void awaitPrompt(Duration limit, String text) {
        String line = ("› " + text).stripTrailing();
        awaitScreen(limit, s -> s.cursorLine().equals(line) && s.cursorColumn() > 1, "the prompt: " + line);
    }

    <T> T look(Function<Screen, T> eye) {
        return changes.read(() -> eye.apply(screen));
    }

    boolean shows(String text) {
        return text().contains(text);
    }

    /** How many lines hold this text. */
    long count(String text) {
        return changes.read(() -> screen.count(text));
    }

    /** What the terminal was sent so far, by kind. */
    Received received() {
        return changes.read(() -> terminal.received().copy());
    }

    /** Waits until the terminal has got so many bytes more. */
    void awaitBytes(int more) {
        long target = received().bytes() + more;
        awaitScreen(s -> terminal.received().bytes() >= target, more + " more bytes");
    }

    /** From now on, until it is asked, all output is to be appended to the line the cursor stands in. */
    AppendOnly appendOnly() {
        return changes.read(() -> AppendOnly.from(terminal));
    }

    void assertKept(AppendOnly promise) {
        changes.make(promise::assertKept);
    }

    String text() {
        return look(Screen::text);
    }

    String picture() {
        return look(Screen::picture);
    }

    /** Every byte the terminal got, as Latin-1 characters: one character per byte. */
    String raw() {
        return changes.read(() -> recorded.toString(StandardCharsets.ISO_8859_1));
    }

    void resize(int columns, int rows) {
        changes.make(() -> screen.resize(columns, rows));
        process.setWinSize(new WinSize(columns, rows));
    }

    /** The terminal's attributes as they are now. */
    String stty() {
        return Commands.output("stty", "-a", "-F", process.getPty().getSlaveName());
    }

    /** Waits until the terminal has this attribute, such as -echo: the system gives no signal of it, so it is asked again. */
    void awaitAttribute(String attribute) {
        long end = System.nanoTime() + Changes.LIMIT.toNanos();
        while (!(" " + stty().replaceAll("\\s+", " ") + " ").contains(" " + attribute + " ")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the terminal never got " + attribute + ": " + stty() + scene());
            }
        }
    }

    ProcessHandle handle() {
        return handle;
    }

    /** The window is closed: the other side of the terminal goes away. */
    void closeWindow() {
        try {
            process.getPty().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of the command and of its output; the exit status as a shell would show it. */
    int waitFor() {
        changes.await(() -> ended, "the program to end", this::scene);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    /** What is to be seen, and whether the program still runs. */
    String scene() {
        return changes.read(this::describe);
    }

    private String describe() {
        return screen.picture() + (ended ? "\nthe program has ended" : "\nthe program is running");
    }

    /** Kills what still runs; when the last of it is dead, the output ends. */
    @Override
    public void close() {
        thaw();
        Commands.killAll(handle);
        changes.await(() -> ended, "the terminal's output to end", this::scene);
        closeWindow();
    }
}
