package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.chat.Answer;
import dev.belay.chat.Errand;
import dev.belay.chat.Estimate;
import dev.belay.chat.Limits;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Outcome DONE = new Complete("stop");
    private static final Outcome STOPPED = new Interrupted(Cause.KEY);
    private static final OptionalDouble NOT_TOLD = OptionalDouble.empty();

    private final Tally tally = new Tally();
    private int asked;

    /** A dollar a token, by the list. */
    private final Terms listed = new Terms() {
        @Override
        public OptionalDouble dollars(long inputTokens, long outputTokens) {
            return OptionalDouble.of((double) inputTokens + outputTokens);
        }
    };

    /** A provider that keeps books. */
    private final Terms booked = new Terms() {
        @Override
        public Optional<Errand<Usage>> account(String receipt) {
            asked++;
            return Optional.of(new Errand<>(() -> new Told(usage(30, 20, OptionalDouble.of(0.5))), Limits.DEFAULT));
        }
    };

    private record Told(Usage usage) implements Errand.Attempt<Usage> {
        @Override
        public Outcome fetch(Consumer<Usage> taker) {
            taker.accept(usage);
            return new Complete("fetched");
        }

        @Override
        public void cancel() {}
    }

    private static Usage usage(long input, long output, OptionalDouble dollars) {
        return new Usage(OptionalLong.of(input), OptionalLong.of(output), dollars);
    }

    private void told(Terms terms, Outcome outcome, Usage usage) {
        tally.add(new Spent(terms, new Answer("text", 0, outcome, usage, Duration.ofSeconds(1), "")));
    }

    private void estimated(Terms terms, OptionalLong input, long output, String receipt) {
        Estimate estimate = new Estimate(input, output, OptionalDouble.empty());
        tally.add(new Spent(
                terms,
                new Answer(
                        "text",
                        0,
                        STOPPED,
                        Usage.UNKNOWN,
                        estimate,
                        Duration.ofSeconds(1),
                        "",
                        receipt,
                        Optional.empty())));
    }

    @Test
    void whatWasToldIsAddedUp() {
        assertEquals("nothing was asked yet", tally.lines());
        told(Terms.UNKNOWN, DONE, usage(10, 20, OptionalDouble.of(0.01)));
        told(
                Terms.UNKNOWN,
                new Failed(new Problem(Problem.Kind.NETWORK, "broken"), Retry.NEVER),
                usage(1, 1, OptionalDouble.of(0.02)));
        assertEquals("""
                2 answers, 1 failed
                sent      11 tokens
                received  21 tokens
                cost      $0.0300, as the provider told""", tally.lines());
    }

    @Test
    void whatWasNotToldIsReckonedAndMarked() {
        told(listed, DONE, usage(1, 2, NOT_TOLD));
        estimated(listed, OptionalLong.of(3), 4, "");
        assertEquals("""
                2 answers, 1 interrupted
                sent      ~4 tokens
                received  ~6 tokens
                cost      ~$10.00, by list prices""", tally.lines());
    }

    @Test
    void toldAndReckonedAreToldApart() {
        told(Terms.UNKNOWN, DONE, usage(1, 1, OptionalDouble.of(2)));
        estimated(listed, OptionalLong.of(3), 4, "");
        assertEquals("cost      ~$9.00: $2.00 as the provider told, the rest by list prices", line(3));
    }

    @Test
    void whatNobodyKnowsIsUnknownAndNeverNought() {
        estimated(Terms.UNKNOWN, OptionalLong.empty(), 4, "");
        assertEquals("sent      unknown", line(1));
        assertEquals("cost      unknown", line(3));
        told(Terms.UNKNOWN, DONE, usage(5, 1, OptionalDouble.of(2)));
        assertEquals("sent      ≥ 5 tokens", line(1));
        assertEquals("cost      $2.00, as the provider told, and 1 answer of unknown cost", line(3));
    }

    @Test
    void aModelOnThisMachineCostsNothing() {
        estimated(Terms.FREE, OptionalLong.of(3), 4, "");
        assertEquals("cost      nothing", line(3));
        estimated(listed, OptionalLong.of(3), 4, "");
        assertEquals("cost      ~$7.00, by list prices", line(3));
    }

    private String line(int number) {
        return tally.lines().lines().toList().get(number);
    }

    @Test
    void theBooksAreAskedOnceAboutAStoppedAnswer() {
        estimated(booked, OptionalLong.of(3), 4, "gen-1");
        tally.settle(Errand::fetch);
        tally.settle(Errand::fetch);
        assertEquals(1, asked);
        assertEquals("""
                1 answer, 1 interrupted
                sent      30 tokens
                received  20 tokens
                cost      $0.5000, as the provider told""", tally.lines());
    }

    @Test
    void theBooksAreNotAskedAboutWhatWasTold() {
        told(booked, DONE, usage(1, 1, OptionalDouble.of(2)));
        estimated(booked, OptionalLong.of(3), 4, "");
        tally.settle(Errand::fetch);
        assertEquals(0, asked);
    }

    @Test
    void whoStopsTheAskingIsAskedNoMore() {
        estimated(booked, OptionalLong.of(3), 4, "gen-1");
        estimated(booked, OptionalLong.of(3), 4, "gen-2");
        tally.settle(errand -> Optional.empty());
        assertEquals(1, asked);
        assertEquals("received  ~8 tokens", line(2));
    }

    @Test
    void booksThatCannotBeHadAreAskedForNextTime() {
        estimated(booked, OptionalLong.of(3), 4, "gen-1");
        assertThrows(
                ProblemException.class,
                () -> tally.settle(errand -> {
                    throw ProblemException.protocol("no books");
                }));
        tally.settle(Errand::fetch);
        assertEquals("received  20 tokens", line(2));
    }
}
