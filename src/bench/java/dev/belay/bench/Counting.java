package dev.belay.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Statistics of many saved sessions: the whole process. */
final class Counting implements Benchmark {

    private static final int SESSIONS = 10_000;
    private static final int MEGABYTES = 200;
    private static final int RUNS = 7;
    private static final double GOAL = 1500;

    @Override
    public String name() {
        return "stats";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        Path data = stage.home().file("many");
        SavedSessions.write(data.resolve("belay/sessions"), SESSIONS, MEGABYTES);
        Program stats = Program.silent(
                stage.home().with("XDG_DATA_HOME", data.toString()),
                List.of(stage.home().launcher(), "stats", "--by", "model"));
        stats.run();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            millis.add(stats.run());
        }
        String what = "statistics of %,d sessions, %d MB".formatted(SESSIONS, MEGABYTES);
        return new Findings()
                .add(Row.atMost(what, millis, "ms", Sample.of(millis).median(), GOAL));
    }
}
