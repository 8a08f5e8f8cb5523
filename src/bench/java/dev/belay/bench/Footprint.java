package dev.belay.bench;

import java.util.ArrayList;
import java.util.List;

/** Peak memory of the two everyday uses: a short answer on the command line, and a prompt that waits. */
final class Footprint implements Benchmark {

    private static final int RUNS = 7;
    private static final int TOKENS = 20;
    private static final long IDLE_MILLIS = 500;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        if (!PeakMemory.isTold()) {
            return new Findings().add(Row.skipped("peak memory", "only Linux tells it"));
        }
        List<Double> oneShots = new ArrayList<>();
        List<Double> prompts = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            oneShots.add(HeldAnswer.peak(stage, TOKENS, "question"));
            prompts.add(idle(stage));
        }
        return new Findings()
                .add(Row.memory("peak memory, one-shot of 20 tokens", oneShots, 64))
                .add(Row.memory("peak memory, idle prompt", prompts, 70));
    }

    private static double idle(Stage stage) throws Exception {
        try (Terminal terminal = Terminal.start(stage.home(), stage.belay())) {
            terminal.firstPrompt().at();
            Thread.sleep(IDLE_MILLIS);
            double peak = PeakMemory.mebibytes(terminal.pid());
            terminal.leave();
            return peak;
        }
    }
}
