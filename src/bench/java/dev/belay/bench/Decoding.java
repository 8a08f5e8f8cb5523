package dev.belay.bench;

import dev.belay.provider.Dialects;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How fast each dialect is read, on the image's Java with its options, from memory and on one core. */
final class Decoding implements Benchmark {

    private static final List<Integer> MEGABYTES = List.of(50, 100, 200);
    private static final double GOAL = 100;
    private static final int RUNS = 5;

    /** Twice the bytes may take this much more than twice the time. */
    private static final double TOLERANCE = 1.25;

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        Findings findings = new Findings();
        for (Dialects dialect : Dialects.values()) {
            List<Double> medians = new ArrayList<>();
            List<Double> last = List.of();
            for (int megabytes : MEGABYTES) {
                last = rates(stage.home(), dialect, megabytes);
                medians.add(Sample.of(last).median());
            }
            findings.add(row(dialect, last, medians));
        }
        return findings;
    }

    private static Row row(Dialects dialect, List<Double> rates, List<Double> medians) {
        Sample sample = Sample.of(rates);
        boolean linear = medians.get(0) <= medians.get(medians.size() - 1) * TOLERANCE;
        return new Row(
                "decoding, " + dialect.word(),
                Row.NONE,
                "%.0f (%.0f..%.0f) MB/s".formatted(sample.median(), sample.min(), sample.max()),
                Row.NONE,
                linear ? "linear" : "slower with length",
                ">= %.0f MB/s, linear".formatted(GOAL),
                Row.yesNo(sample.median() >= GOAL && linear),
                RUNS + " of 200 MB");
    }

    /** Megabytes a second, run by run, after the code is warm. */
    private static List<Double> rates(Home home, Dialects dialect, int megabytes)
            throws IOException, InterruptedException {
        List<String> call = new ArrayList<>();
        if (Home.find("taskset") != null) {
            call.addAll(List.of(Home.find("taskset"), "-c", "0"));
        }
        call.addAll(List.of(
                home.image().resolve("runtime/bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmn8m",
                "-cp",
                System.getProperty("java.class.path"),
                DecodingRun.class.getName(),
                dialect.word(),
                Integer.toString(megabytes),
                Integer.toString(RUNS)));
        Process process = new ProcessBuilder(call)
                .directory(new File("."))
                .redirectError(Redirect.INHERIT)
                .start();
        List<Double> rates = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            lines.lines().forEach(line -> rates.add(Double.valueOf(line)));
        }
        if (process.waitFor() != 0 || rates.size() != RUNS) {
            throw new IOException("the decoding of " + dialect.word() + " failed");
        }
        return rates;
    }
}
