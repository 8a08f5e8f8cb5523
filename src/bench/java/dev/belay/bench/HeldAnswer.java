package dev.belay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An answer whose last event is held back until the program's memory has been looked at. */
final class HeldAnswer {

    private HeldAnswer() {}

    /** The peak memory of a one-shot with an answer of this length, up to its end. */
    static double peak(Stage stage, int tokens, String... arguments) throws Exception {
        CompletableFuture<Connection> asked = stage.server().answer(connection -> {
            Answer.flood(connection.out(), tokens);
            connection.endWhenReleased();
        });
        Path output = stage.home().file("answer");
        Process process = new Program(stage.home(), stage.belay(arguments), output.toFile()).start();
        try {
            Connection connection = asked.get(10, TimeUnit.SECONDS);
            awaitSize(output, (long) tokens * Answer.WORD.length());
            double held = PeakMemory.mebibytes(process.pid());
            connection.held().complete(null);
            return Math.max(held, untilEnd(process));
        } finally {
            process.destroyForcibly();
        }
    }

    private static void awaitSize(Path output, long size) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Files.size(output) < size) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("only " + Files.size(output) + " of " + size + " bytes came");
            }
            Thread.sleep(2);
        }
    }

    private static double untilEnd(Process process) {
        double peak = 0;
        try {
            while (process.isAlive()) {
                peak = PeakMemory.mebibytes(process.pid());
            }
        } catch (IOException ended) {
            // The last look counts.
        }
        return peak;
    }
}
