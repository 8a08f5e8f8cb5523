package dev.belay.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Runs the benchmarks that were asked for, one after another, and prints one table. */
public final class Bench {

    private static final List<Benchmark> ALL = List.of(
            new OneShot(),
            new SecureOneShot(),
            new FirstPrompt(),
            new Stops(),
            new Floods(),
            new Growth(),
            new Footprint(),
            new Decoding(),
            new Rendering(),
            new ManySessions(),
            new Counting(),
            new Completion(),
            new Journalling());

    private Bench() {}

    /**
     * Measures; the exit code says whether that worked, not whether the goals are reached.
     *
     * @param args the image's folder, and the benchmarks' names, joined by commas, or {@code all}
     */
    public static void main(String[] args) throws Exception {
        List<Benchmark> chosen = chosen(args[1]);
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(Machine.notes());
        try (Home home = Home.create(Path.of(args[0]));
                AnswerServer server = AnswerServer.start()) {
            for (Benchmark benchmark : chosen) {
                long begin = System.nanoTime();
                Findings findings = benchmark.measure(new Stage(home, server));
                rows.addAll(findings.rows());
                notes.addAll(findings.notes());
                System.out.printf("%s: %.0f s%n", benchmark.name(), (System.nanoTime() - begin) / 1e9);
            }
        }
        System.out.print(Table.of(rows));
        notes.forEach(note -> System.out.println("- " + note));
        System.exit(0);
    }

    private static List<Benchmark> chosen(String names) {
        Set<String> wanted = Set.of(names.split(","));
        List<Benchmark> chosen = ALL.stream()
                .filter(one -> wanted.contains("all") || wanted.contains(one.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("-Dbench takes "
                    + Arrays.toString(ALL.stream().map(Benchmark::name).toArray()) + ", not " + names);
        }
        return chosen;
    }
}
