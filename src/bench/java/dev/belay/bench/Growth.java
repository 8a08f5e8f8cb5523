package dev.belay.bench;

import java.util.ArrayList;
import java.util.List;

/** Peak memory against the length of the answer. */
final class Growth implements Benchmark {

    private static final List<Integer> LENGTHS = List.of(50_000, 100_000, 200_000, 400_000);
    private static final int PROMISED_FOR = 200_000;
    private static final double GOAL = 110;
    private static final int RUNS = 3;

    /** Each doubling may cost twice what the one before did, and this much more: a heap grows in steps. */
    private static final double TOLERANCE = 1.25;

    private static final double STEP = 4;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        if (!PeakMemory.isTold()) {
            return new Findings().add(Row.skipped("peak memory of long answers", "only Linux tells it"));
        }
        Findings findings = new Findings();
        List<Double> medians = new ArrayList<>();
        for (int length : LENGTHS) {
            List<Double> peaks = peaks(stage, length, "--no-save", "question");
            medians.add(Sample.of(peaks).median());
            findings.add(
                    Row.memory("peak memory, %,d tokens".formatted(length), peaks, length == PROMISED_FOR ? GOAL : 0));
        }
        List<Double> saved = peaks(stage, PROMISED_FOR, "question");
        return findings.add(linearity(medians))
                .add(Row.memory("peak memory, %,d tokens, journal on".formatted(PROMISED_FOR), saved, GOAL));
    }

    private static List<Double> peaks(Stage stage, int tokens, String... arguments) throws Exception {
        List<Double> peaks = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            peaks.add(HeldAnswer.peak(stage, tokens, arguments));
        }
        return peaks;
    }

    private static Row linearity(List<Double> medians) {
        boolean linear = true;
        StringBuilder steps = new StringBuilder();
        for (int i = 1; i < medians.size(); i++) {
            double step = medians.get(i) - medians.get(i - 1);
            steps.append(i == 1 ? "+" : ", +").append("%.1f".formatted(step));
            linear &= i == 1 || step <= 2 * TOLERANCE * (medians.get(i - 1) - medians.get(i - 2)) + STEP;
        }
        return new Row(
                "  growth by each doubling",
                Row.NONE,
                steps + " MiB",
                Row.NONE,
                Row.NONE,
                "each <= 2.5 x the last + 4 MiB",
                Row.yesNo(linear),
                Integer.toString(RUNS));
    }
}
