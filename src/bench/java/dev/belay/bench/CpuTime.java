package dev.belay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a living process has computed so far, on all cores and in the kernel, as Linux tells it in hundredths of a second. */
final class CpuTime {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;

    private CpuTime() {}

    static double seconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // Its name, which may hold anything, is in brackets before the rest.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1])) / TICKS_PER_SECOND;
    }
}
