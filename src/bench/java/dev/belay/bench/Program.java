package dev.belay.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program without a terminal, its output in a file. */
record Program(Home home, List<String> command, File output) {

    private static final File NOWHERE = new File("/dev/null");

    static Program silent(Home home, List<String> command) {
        return new Program(home, command, NOWHERE);
    }

    Process start() throws IOException {
        List<String> call = new ArrayList<>(command);
        call.set(0, call.get(0).startsWith("/") ? call.get(0) : Home.find(call.get(0)));
        ProcessBuilder builder = new ProcessBuilder(call)
                .directory(home.root().toFile())
                .redirectInput(NOWHERE)
                .redirectOutput(output)
                .redirectError(Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(home.environment());
        return builder.start();
    }

    /** Milliseconds from before its start until its end is known. */
    double run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("does not end: " + command);
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        if (process.exitValue() != 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + command);
        }
        return millis;
    }
}
