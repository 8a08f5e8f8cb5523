package dev.belay.bench;

import java.util.List;

/** A question on the command line, answered at once: the whole process against curl's. */
final class OneShot implements Benchmark {

    private static final int WARM_UPS = 4;
    private static final int PAIRS = 31;
    private static final int TOKENS = 20;

    @Override
    public String name() {
        return "oneshot";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        byte[] whole = Answer.whole(TOKENS);
        stage.server().answer(connection -> connection.out().write(whole));
        Program ours = Program.silent(stage.home(), stage.belay("one", "question"));
        Program unsaved = Program.silent(stage.home(), stage.belay("--no-save", "one", "question"));
        ours.run();
        Program curl = Program.silent(stage.home(), stage.curl());
        Pairs pairs = Pairs.taken(WARM_UPS, PAIRS, ours::run, "curl -sN", curl::run);
        Pairs withoutJournal = Pairs.taken(1, PAIRS, unsaved::run, "curl -sN", curl::run);
        return new Findings()
                .add(Row.compared("one-shot, http, 20 tokens, whole process", pairs, 13))
                .add(Row.compared("  the same with --no-save", withoutJournal, 0))
                .note(pairs.least("one-shot"))
                .note(floor(stage.home()));
    }

    private static String floor(Home home) throws Exception {
        Program nothing = Program.silent(home, List.of("true"));
        Pairs pairs = Pairs.taken(WARM_UPS, PAIRS, nothing::run, "", nothing::run);
        return "starting a process that does nothing takes %.1f ms here, in ours and in curl's time alike"
                .formatted(Sample.of(pairs.ours()).median());
    }
}
