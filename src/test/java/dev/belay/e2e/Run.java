package dev.belay.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A command without a terminal: its stdout and stderr are collected as they come. Threads of its own read; any may look. */
final class Run implements AutoCloseable {
    private final Process process;
    private final Changes changes = new Changes();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private int open = 2;

    private Run(Process process) {
        this.process = process;
        collect(process.getInputStream(), out);
        collect(process.getErrorStream(), err);
    }

    static Run start(Sandbox box, List<String> command, byte[] stdin) {
        try {
            ProcessBuilder builder = new ProcessBuilder(Sandbox.withDefaultSignals(command))
                    .directory(box.work().toFile());
            builder.environment().clear();
            builder.environment().putAll(box.environment());
            Run run = new Run(builder.start());
            background(() -> run.feed(stdin));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void feed(byte[] stdin) {
        try (var in = process.getOutputStream()) {
            in.write(stdin);
        } catch (IOException e) {
            // the program did not want all of it
        }
    }

    private void collect(InputStream stream, ByteArrayOutputStream into) {
        background(() -> {
            byte[] chunk = new byte[8192];
            try (stream) {
                for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
                    int length = n;
                    changes.make(() -> into.write(chunk, 0, length));
                }
            } catch (IOException e) {
                // what was read stays
            }
            changes.make(() -> open--);
        });
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "pipe");
        thread.setDaemon(true);
        thread.start();
    }

    void awaitOut(String text) {
        await(() -> out().contains(text), "on stdout: " + text);
    }

    void awaitOutBytes(int count) {
        await(() -> out.size() >= count, count + " bytes on stdout");
    }

    void awaitErr(String text) {
        await(() -> err().contains(text), "on stderr: " + text);
    }

    private void await(BooleanSupplier reached, String what) {
        changes.await(() -> reached.getAsBoolean() || open == 0, what, this::scene);
        if (!changes.read(reached::getAsBoolean)) {
            throw new AssertionError("the program ended before " + what + "\n" + scene());
        }
    }

    String out() {
        return changes.read(() -> out.toString(StandardCharsets.UTF_8));
    }

    byte[] outBytes() {
        return changes.read((Supplier<byte[]>) out::toByteArray);
    }

    String err() {
        return changes.read(() -> err.toString(StandardCharsets.UTF_8));
    }

    void signal(String name) {
        Commands.signal(name, process.toHandle());
    }

    /** Signals the program again and again; it may end in between. */
    void signalIfAlive(String name, int times) {
        Commands.output(
                "sh",
                "-c",
                "i=0; while [ $i -lt " + times + " ]; do kill -" + name + " " + process.pid()
                        + " 2>/dev/null; i=$((i+1)); done; :");
    }

    /** Signals the program and all that it has started, as a terminal does. */
    void signalAll(String name) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(one -> Commands.signal(name, one));
    }

    /** Waits for the end of the program and of its output; the exit status as a shell would show it. */
    int exit() {
        return exit(Changes.LIMIT);
    }

    /** The same for a program that has more to do. */
    int exit(Duration limit) {
        try {
            changes.await(limit, () -> open == 0, "the program to end", this::scene);
            if (!process.waitFor(Changes.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the program closed its output and does not end\n" + scene());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    String scene() {
        String shown = out();
        return "---- stdout ----\n" + shown.substring(0, Math.min(4000, shown.length())) + "\n---- stderr ----\n"
                + err() + "\n----";
    }

    @Override
    public String toString() {
        return scene();
    }

    /** Kills what still runs; when the last of it is dead, the output ends. */
    @Override
    public void close() {
        Commands.killAll(process.toHandle());
        changes.await(() -> open == 0, "the program's output to end", this::scene);
    }
}
