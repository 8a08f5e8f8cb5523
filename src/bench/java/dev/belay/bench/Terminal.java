package dev.belay.bench;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a pseudo-terminal, watched closely.
 *
 * <p>A thread of its own does nothing but read and stamps its clock as soon as a read returns. Another one waits and types.
 */
final class Terminal implements AutoCloseable {

    private static final String PROMPT = "› ";
    private static final String CTRL_D = "\004";

    private final PtyProcess process;
    private final Sighting firstPrompt = new Sighting(PROMPT.getBytes(StandardCharsets.UTF_8));
    private volatile Sighting wanted = firstPrompt;

    private Terminal(PtyProcess process) {
        this.process = process;
    }

    static Terminal start(Home home, List<String> command) throws IOException {
        PtyProcess process = new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(home.environment())
                .setDirectory(home.root().toString())
                .setInitialColumns(100)
                .setInitialRows(40)
                .start();
        Terminal terminal = new Terminal(process);
        Thread reader = new Thread(terminal::read, "terminal");
        reader.setDaemon(true);
        reader.start();
        return terminal;
    }

    private void read() {
        byte[] bytes = new byte[1 << 16];
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                long instant = System.nanoTime();
                wanted.feed(bytes, n, instant);
            }
            wanted.fail(new EOFException("the program has ended"));
        } catch (IOException closed) {
            wanted.fail(closed);
        }
    }

    Sighting firstPrompt() {
        return firstPrompt;
    }

    long pid() {
        return process.pid();
    }

    /** Looks out for a text from here on, and for no other. */
    Sighting watch(String text) {
        Sighting sighting = new Sighting(text.getBytes(StandardCharsets.UTF_8));
        wanted = sighting;
        return sighting;
    }

    Sighting watchPrompt() {
        return watch(PROMPT);
    }

    /** Types; returns the instant just before the terminal was given the keys. */
    long press(String keys) throws IOException {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        var out = process.getOutputStream();
        long instant = System.nanoTime();
        out.write(bytes);
        out.flush();
        return instant;
    }

    /** Ends the program from its prompt, as a person does. */
    void leave() throws Exception {
        press(CTRL_D);
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
