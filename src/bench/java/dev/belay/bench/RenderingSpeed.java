package dev.belay.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How long it takes to render an answer, from memory to nowhere, in a process with the program's own options. */
final class RenderingSpeed {

    private static final int MEGABYTE = 1_000_000;
    private static final int RUNS = 5;
    private static final double MOST_SECONDS = 1.5;
    private static final double MOST_BYTES = 1.6;
    private static final double MOST_GROWTH = 10.5;

    private RenderingSpeed() {}

    /** What a run printed for one answer. */
    private record Result(double seconds, double cpu, long written, long read) {

        static Result of(String line) {
            String[] parts = line.split(" ");
            return new Result(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]));
        }
    }

    static void measure(Home home, Findings findings) throws Exception {
        List<Double> colds = new ArrayList<>();
        List<Double> growths = new ArrayList<>();
        double cpu = 0;
        double bytes = 0;
        for (int i = 0; i < RUNS; i++) {
            List<Result> results = run(home, Cut.TOKENS, MEGABYTE, MEGABYTE, 10 * MEGABYTE);
            colds.add(results.get(0).seconds);
            growths.add(results.get(2).cpu / results.get(1).cpu);
            cpu += results.get(0).cpu / RUNS;
            bytes = (double) results.get(0).written / results.get(0).read;
        }
        findings.add(Row.atMost(
                        "rendering 1 MB of Markdown by tokens, cold",
                        colds,
                        "s",
                        Sample.of(colds).median(),
                        MOST_SECONDS))
                .add(Row.atMost(
                        "  10 MB to 1 MB, warm, in processor time",
                        growths,
                        "x",
                        Sample.of(growths).median(),
                        MOST_GROWTH))
                .add(Row.atMost("  bytes to the terminal for each of the text", List.of(bytes), "x", bytes, MOST_BYTES))
                .note(
                        "rendering: a JVM of its own for each run, with the program's options but for its archive; tokens of 1 to 8 characters,"
                                + " 80 columns, 16 colours; %.2f s of processor time with compiling (mean)"
                                        .formatted(cpu));
        otherCuts(home, findings);
    }

    private static void otherCuts(Home home, Findings findings) throws Exception {
        for (Cut cut : List.of(Cut.CHARACTERS, Cut.LINES, Cut.WHOLE)) {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                seconds.add(run(home, cut, MEGABYTE).get(0).seconds);
            }
            findings.add(Row.atMost("  1 MB, " + cut.words(), seconds, "s", 0, 0));
        }
    }

    private static List<Result> run(Home home, Cut cut, int... lengths) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of(
                home.image().resolve("runtime/bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xms16m",
                "-Xmn8m",
                "-cp",
                System.getProperty("java.class.path"),
                RenderingRun.class.getName(),
                cut.name()));
        for (int length : lengths) {
            call.add(Integer.toString(length));
        }
        Process process = new ProcessBuilder(call)
                .directory(new File("."))
                .redirectError(Redirect.INHERIT)
                .start();
        List<Result> results = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            lines.lines().forEach(line -> results.add(Result.of(line)));
        }
        if (process.waitFor() != 0 || results.size() != lengths.length) {
            throw new IOException("the rendering failed, fed " + cut.words());
        }
        return results;
    }
}
