package dev.belay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Answers as they are rendered on a terminal: how fast that is by itself, and what the whole program makes of a steady stream. */
final class Rendering implements Benchmark {

    private static final int FAST = 5000;
    private static final int FAST_SECONDS = 5;
    private static final int FAST_RUNS = 3;
    private static final double MOST_LAG = 100;

    private static final int USUAL = 100;
    private static final int SECONDS = 15;
    private static final long SETTLING_MILLIS = 2_000;
    private static final double MOST_CPU = 3;
    private static final double MOST_CPU_WAITING = 1;

    private static final String QUESTION = "question\r";

    @Override
    public String name() {
        return "render";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        Findings findings = new Findings();
        RenderingSpeed.measure(stage.home(), findings);
        keepsUp(stage, findings);
        if (!PeakMemory.isTold()) {
            return findings.add(Row.skipped("processor time of a stream", "only Linux tells it"));
        }
        streams(stage, findings);
        return findings;
    }

    private static void keepsUp(Stage stage, Findings findings) throws Exception {
        List<Double> lasts = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        double rate = Double.MAX_VALUE;
        for (int i = 0; i < FAST_RUNS; i++) {
            try (Terminal terminal = atPrompt(stage)) {
                MarkdownStream stream = new MarkdownStream(terminal, FAST, FAST_SECONDS);
                stage.server().answer(stream);
                terminal.press(QUESTION);
                List<Double> lags = stream.lags();
                rate = Math.min(rate, stream.tokensPerSecond());
                lasts.add(lags.get(lags.size() - 1));
                all.addAll(lags);
            }
        }
        Sample sample = Sample.of(lasts);
        findings.add(Row.atMost(
                        "%,d tokens/s on a terminal: the last one drawn after".formatted(FAST),
                        lasts,
                        "ms",
                        sample.max(),
                        MOST_LAG))
                .note(
                        "%,d tokens/s for %d s, really %.0f/s at least; each of %d marks in it drawn after %.1f ms (median), %.1f ms at most"
                                .formatted(
                                        FAST,
                                        FAST_SECONDS,
                                        rate,
                                        all.size(),
                                        Sample.of(all).median(),
                                        Sample.of(all).max()));
    }

    /** In one session: a prompt that waits, an answer that is waited for, and two that stream, for the first finds the code cold. */
    private static void streams(Stage stage, Findings findings) throws Exception {
        try (Terminal terminal = atPrompt(stage)) {
            Thread.sleep(SETTLING_MILLIS);
            double idle = share(terminal.pid());
            double first = streaming(stage, terminal) - idle;
            double second = streaming(stage, terminal) - idle;
            double waiting = waiting(stage, terminal) - idle;
            findings.add(Row.atMost(
                            "processor, %d tokens/s, first %d s of a session".formatted(USUAL, SECONDS),
                            List.of(first),
                            "%",
                            first,
                            MOST_CPU))
                    .add(Row.atMost("  the same in its second answer", List.of(second), "%", second, MOST_CPU))
                    .add(Row.atMost(
                            "processor, waiting for an answer", List.of(waiting), "%", waiting, MOST_CPU_WAITING))
                    .note(
                            "processor: per cent of one core, user and system, of the whole program over %d s, less those of a prompt that waits (%.2f %%)"
                                    .formatted(SECONDS, idle));
        }
    }

    private static double streaming(Stage stage, Terminal terminal) throws Exception {
        MarkdownStream stream = new MarkdownStream(terminal, USUAL, SECONDS + 1);
        var asked = stage.server().answer(stream);
        terminal.press(QUESTION);
        Connection connection = asked.get(10, TimeUnit.SECONDS);
        double share = share(terminal.pid());
        stream.lags();
        Sighting prompt = terminal.watchPrompt();
        connection.held().complete(null);
        prompt.at();
        return share;
    }

    private static double waiting(Stage stage, Terminal terminal) throws Exception {
        var asked = stage.server().answer(silent -> {});
        terminal.press(QUESTION);
        asked.get(10, TimeUnit.SECONDS);
        return share(terminal.pid());
    }

    /** Of a core, in per cent, from now on for a while. */
    private static double share(long pid) throws Exception {
        double before = CpuTime.seconds(pid);
        long begin = System.nanoTime();
        Thread.sleep(SECONDS * 1000L);
        return (CpuTime.seconds(pid) - before) / ((System.nanoTime() - begin) / 1e9) * 100;
    }

    private static Terminal atPrompt(Stage stage) throws Exception {
        Terminal terminal = Terminal.start(stage.home(), stage.belay());
        terminal.firstPrompt().at();
        return terminal;
    }
}
