package dev.belay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a living process has ever held, as Linux tells it; shared pages of files included. */
final class PeakMemory {

    private static final String FIELD = "VmHWM:";

    private PeakMemory() {}

    /** Only Linux tells it. */
    static boolean isTold() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    static double mebibytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(FIELD))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("process " + pid + " has ended"));
    }
}
