package dev.belay.cli;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Exchange;
import dev.belay.chat.Generation;
import dev.belay.chat.Limits;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Parameters;
import dev.belay.chat.Phase;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import dev.belay.chat.Sink;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a model for a long answer and stops it at its first token, to see how far a question comes and whether a stop works.
 * Lives on the main thread, but for the marks, which the call's thread makes.
 */
final class Probe {

    /** Long enough that its end does not come before the stop. */
    private static final String QUESTION = "Count from 1 to 500, one number per line, and write nothing else.";

    /** How long to wait to hear what the far side did. */
    private static final Duration AFTERMATH = Duration.ofMillis(500);

    private final Model model;
    private final Parameters parameters;
    private final Limits limits;

    /** Where the call had come to when, in nanoseconds; written by its thread before it says what is then taken from it. */
    private final List<Mark> marks = new ArrayList<>();

    private long firstToken;
    private long stopped;

    /** @param limit of the whole probe, if any */
    Probe(Model model, Parameters parameters, Optional<Duration> limit) {
        this.model = model;
        this.parameters = parameters;
        this.limits = new Limits(limit, 0);
    }

    private record Mark(Phase phase, long nanos) {}

    /** How long one phase took. */
    record Step(Phase phase, Duration took) {}

    /**
     * What came of it.
     *
     * @param steps in their order; the last one is what failed, where something did
     * @param firstToken from asking to the first piece, thinking included; empty where none came
     * @param closing how long the stop took to close the connection; empty where nothing was stopped
     * @param outcome of the answer; interrupted when all went well
     * @param aftermath what the far side did after the stop, where that is known
     */
    record Findings(
            List<Step> steps,
            Optional<Duration> firstToken,
            Optional<Duration> closing,
            Outcome outcome,
            Optional<String> aftermath) {

        /** Whether the person ended the probe before it was over. */
        boolean isAbandoned() {
            return outcome instanceof Interrupted && closing.isEmpty();
        }
    }

    Findings run(Interrupts interrupts) {
        Prompt prompt = new Prompt(model.id(), "", List.of(Message.user(QUESTION)), parameters);
        Generation generation = new Generation(this::open, prompt, limits);
        interrupts.arm(generation, limits.total());
        try {
            long begin = System.nanoTime();
            marks.add(new Mark(Phase.PREPARING, begin));
            generation.start();
            Outcome outcome = generation.follow(new FirstPiece(generation));
            long end = System.nanoTime();
            return new Findings(
                    outcome instanceof Interrupted && stopped == 0
                            ? List.of()
                            : steps(firstToken == 0 ? end : firstToken),
                    firstToken == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(firstToken - begin)),
                    stopped == 0 || !(outcome instanceof Interrupted)
                            ? Optional.empty()
                            : Optional.of(Duration.ofNanos(stopped - firstToken)),
                    outcome,
                    stopped == 0 ? Optional.empty() : model.exchange().aftermath(AFTERMATH));
        } finally {
            interrupts.disarm();
        }
    }

    private List<Step> steps(long end) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            long next = i + 1 < marks.size() ? marks.get(i + 1).nanos() : end;
            steps.add(new Step(
                    marks.get(i).phase(), Duration.ofNanos(next - marks.get(i).nanos())));
        }
        return steps;
    }

    /** The model's own call, with its way marked. */
    private Exchange.Call open(Prompt prompt) {
        Exchange.Call call = model.exchange().open(prompt);
        return new Exchange.Call() {
            @Override
            public void run(Exchange.Outbox out) {
                call.run(new Marking(out));
            }

            @Override
            public void cancel() {
                call.cancel();
            }
        };
    }

    /** Hands everything on, and notes when which phase began. */
    private final class Marking implements Exchange.Outbox {
        private final Exchange.Outbox out;

        Marking(Exchange.Outbox out) {
            this.out = out;
        }

        @Override
        public boolean put(Signal signal) {
            return out.put(signal);
        }

        @Override
        public void reached(Phase phase) {
            marks.add(new Mark(phase, System.nanoTime()));
            out.reached(phase);
        }
    }

    /** Stops at the first piece. */
    private final class FirstPiece implements Sink {
        private final Generation generation;

        FirstPiece(Generation generation) {
            this.generation = generation;
        }

        @Override
        public void accept(Event event) {
            if (firstToken == 0 && (event instanceof Event.Text || event instanceof Event.Reasoning)) {
                firstToken = System.nanoTime();
                if (generation.cancel(Cause.KEY)) {
                    stopped = System.nanoTime();
                }
            }
        }

        @Override
        public void end(Answer answer) {
            // Nobody sums this one up.
        }
    }
}
