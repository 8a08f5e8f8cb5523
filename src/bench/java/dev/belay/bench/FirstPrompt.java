package dev.belay.bench;

import java.util.List;

/** From the start of belay in a terminal until its prompt has been drawn, against a whole run of node that does nothing. */
final class FirstPrompt implements Benchmark {

    private static final int WARM_UPS = 3;
    private static final int PAIRS = 25;
    private static final String WHAT = "start to first prompt, terminal";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        String node = Home.find("node");
        if (node == null) {
            return new Findings().add(Row.skipped(WHAT, "node is not on the PATH"));
        }
        Program reference = Program.silent(stage.home(), List.of(node, "-e", "0"));
        Pairs pairs = Pairs.taken(WARM_UPS, PAIRS, () -> prompt(stage), "node -e 0", reference::run);
        return new Findings().add(Row.compared(WHAT, pairs, 3)).note(pairs.least(WHAT));
    }

    private static double prompt(Stage stage) throws Exception {
        long begin = System.nanoTime();
        try (Terminal terminal = Terminal.start(stage.home(), stage.belay())) {
            long drawn = terminal.firstPrompt().at();
            terminal.leave();
            return (drawn - begin) / 1e6;
        }
    }
}
