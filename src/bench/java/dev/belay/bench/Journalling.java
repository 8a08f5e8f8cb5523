package dev.belay.bench;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Question;
import dev.belay.chat.Sink;
import dev.belay.chat.Usage;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a session costs that has become long: taking it up again, and writing to it. */
final class Journalling implements Benchmark {

    private static final int TURNS = 5_000;
    private static final int WARM_UPS = 2;
    private static final int PAIRS = 15;
    private static final int MEMORY_RUNS = 3;
    private static final int PIECES = 20_000;
    private static final double GOAL = 300;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        Path folder = Path.of(stage.home().environment().get("XDG_DATA_HOME"), "belay", "sessions");
        LongSession session = LongSession.write(folder, TURNS);
        Pairs starts = Pairs.taken(
                WARM_UPS,
                PAIRS,
                () -> prompt(stage, "--session", session.id()),
                "start without it",
                () -> prompt(stage));
        List<Double> over = new ArrayList<>();
        for (int i = 0; i < starts.ours().size(); i++) {
            over.add(starts.ours().get(i) - starts.theirs().get(i));
        }
        Findings findings = new Findings()
                .add(Row.compared("resume of 5,000 turns, start to first prompt", starts, 0))
                .add(Row.atMost("  over start-up", over, "ms", Sample.of(over).median(), GOAL))
                .add(appending(folder, session))
                .note("the session of 5,000 turns has %.1f MB".formatted(Files.size(session.file()) / 1e6));
        return PeakMemory.isTold() ? findings.add(Row.memory("  peak memory", peaks(stage, session), 0)) : findings;
    }

    private static double prompt(Stage stage, String... arguments) throws Exception {
        long begin = System.nanoTime();
        try (Terminal terminal = Terminal.start(stage.home(), stage.belay(arguments))) {
            long drawn = terminal.firstPrompt().at();
            terminal.leave();
            return (drawn - begin) / 1e6;
        }
    }

    private static List<Double> peaks(Stage stage, LongSession session) throws Exception {
        List<Double> peaks = new ArrayList<>();
        for (int i = 0; i < MEMORY_RUNS; i++) {
            try (Terminal terminal = Terminal.start(stage.home(), stage.belay("--session", session.id()))) {
                terminal.firstPrompt().at();
                peaks.add(PeakMemory.mebibytes(terminal.pid()));
                terminal.leave();
            }
        }
        return peaks;
    }

    private static Row appending(Path folder, LongSession session) throws Exception {
        SessionStore store = new SessionStore(folder);
        try (Session first = Session.create(store, sentence -> {});
                Session late = Session.copy(store, session.id(), sentence -> {})) {
            Pairs pairs = Pairs.taken(WARM_UPS, PAIRS, () -> pieces(late), "the first turn", () -> pieces(first));
            return Row.compared("writing 20,000 pieces, turn 5,001", pairs, 1.2);
        }
    }

    private static double pieces(Session session) throws Exception {
        Question question = Question.of("question");
        session.begin(question, "test-model");
        Sink journal = session.journal().orElseThrow();
        long begin = System.nanoTime();
        for (int i = 0; i < PIECES; i++) {
            journal.accept(new Event.Text(" word"));
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        Answer answer = new Answer("", 0, new Outcome.Complete("stop"), Usage.UNKNOWN, Duration.ZERO, "");
        journal.end(answer);
        session.answered(question, answer);
        return millis;
    }
}
