package dev.belay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ctrl-C in a terminal while an answer is on its way: how soon the server is told, and how soon one can type again. */
final class Stops implements Benchmark {

    private static final int SESSIONS = 8;
    private static final int STOPS_PER_SESSION = 5;

    /** Moments at which nothing is in step with anything; the same ones in each run. */
    private final Random moments = new Random(1);

    /** One answer and one Ctrl-C. */
    private interface Trial {
        Stop run(Conversation conversation) throws Exception;
    }

    @Override
    public String name() {
        return "ctrlc";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        Findings findings = new Findings();
        try (Conversation warmUp = Conversation.begin(stage)) {
            for (int i = 0; i < STOPS_PER_SESSION; i++) {
                inMidStream(warmUp);
                beforeHeaders(warmUp);
                inFlood(warmUp);
            }
        }
        report("mid-stream", stage, this::inMidStream, findings);
        report("before headers", stage, this::beforeHeaders, findings);
        report("in a flood", stage, this::inFlood, findings);
        findings.note(
                "Ctrl-C: the clock starts before the byte is written to the terminal and is stamped as soon as a blocked read"
                        + " returns, of the connection or of the terminal; usable: a key pressed at the prompt is drawn, in each trial");
        reportTokens(stage, findings);
        return findings;
    }

    private static void report(String state, Stage stage, Trial trial, Findings findings) throws Exception {
        List<Stop> stops = stops(stage, trial);
        findings.add(Row.delay(
                        "Ctrl-C " + state + " -> server sees the end",
                        stops.stream().map(Stop::left).toList(),
                        1,
                        8))
                .add(Row.delay(
                        "  -> prompt drawn and usable",
                        stops.stream().map(Stop::prompt).toList(),
                        3,
                        12));
        List<Double> firsts = new ArrayList<>();
        for (int i = 0; i < stops.size(); i += STOPS_PER_SESSION) {
            firsts.add(stops.get(i).prompt());
        }
        findings.note(
                "Ctrl-C %s: %d sessions of %d stops; prompt after the first stop of a session %.2f ms; a key then drawn in %.2f ms (medians)"
                        .formatted(
                                state,
                                SESSIONS,
                                STOPS_PER_SESSION,
                                Sample.of(firsts).median(),
                                Sample.of(stops.stream().map(Stop::echo).toList())
                                        .median()));
    }

    /** Short sessions, for the first stop in each is the one that a person meets most. */
    private static List<Stop> stops(Stage stage, Trial trial) throws Exception {
        List<Stop> stops = new ArrayList<>();
        for (int session = 0; session < SESSIONS; session++) {
            try (Conversation conversation = Conversation.begin(stage)) {
                for (int i = 0; i < STOPS_PER_SESSION; i++) {
                    stops.add(trial.run(conversation));
                }
            }
        }
        return stops;
    }

    private Stop inMidStream(Conversation conversation) throws Exception {
        Connection connection = conversation.ask(new Pace(), Pace.MARK);
        waitAMoment();
        return conversation.stop(connection);
    }

    private Stop beforeHeaders(Conversation conversation) throws Exception {
        Connection connection = conversation.ask(silent -> {});
        LockSupport.parkNanos(2 * Pace.INTERVAL);
        waitAMoment();
        return conversation.stop(connection);
    }

    private Stop inFlood(Conversation conversation) throws Exception {
        Connection connection = conversation.ask(flooded -> Answer.flood(flooded.out()), Answer.WORD);
        LockSupport.parkNanos(3 * Pace.INTERVAL);
        waitAMoment();
        return conversation.stop(connection);
    }

    /** Up to the time between two tokens. */
    private void waitAMoment() {
        LockSupport.parkNanos(moments.nextLong(Pace.INTERVAL));
    }

    private void reportTokens(Stage stage, Findings findings) throws Exception {
        List<Long> seen = new ArrayList<>();
        stops(stage, conversation -> pressedOnceSeen(conversation, seen));
        List<Long> random = new ArrayList<>();
        stops(stage, conversation -> pressedAnyTime(conversation, random));
        long none = seen.stream().filter(count -> count == 0).count();
        findings.add(new Row(
                        "tokens sent after Ctrl-C, 100 tokens/s",
                        Row.NONE,
                        "0 in %d of %d".formatted(none, seen.size()),
                        Row.NONE,
                        Row.NONE,
                        "0 in all",
                        Row.yesNo(none == seen.size()),
                        Integer.toString(seen.size())))
                .note(
                        "tokens sent: those whose write() the server began after the instant just before Ctrl-C was given to the terminal,"
                                + " arrived or not; pressed as soon as a token has been drawn, the next one is due up to %d ms later"
                                        .formatted(TimeUnit.NANOSECONDS.toMillis(Pace.INTERVAL)))
                .note("pressed at random moments between two tokens instead: %d tokens sent in %d trials"
                        .formatted(random.stream().mapToLong(Long::longValue).sum(), random.size()));
    }

    private Stop pressedOnceSeen(Conversation conversation, List<Long> counts) throws Exception {
        Pace pace = new Pace();
        return counted(conversation.stop(conversation.ask(pace, Pace.MARK)), pace, counts);
    }

    private Stop pressedAnyTime(Conversation conversation, List<Long> counts) throws Exception {
        Pace pace = new Pace();
        Connection connection = conversation.ask(pace, Pace.MARK);
        waitAMoment();
        return counted(conversation.stop(connection), pace, counts);
    }

    private static Stop counted(Stop stop, Pace pace, List<Long> counts) throws Exception {
        counts.add(pace.sentAfter(stop.pressed()));
        return stop;
    }
}
