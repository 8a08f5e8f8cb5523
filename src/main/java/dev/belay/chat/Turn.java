package dev.belay.chat;

import dev.belay.chat.Event.Counted;
import dev.belay.chat.Event.Reasoning;
import dev.belay.chat.Event.Receipt;
import dev.belay.chat.Event.Text;
import dev.belay.chat.Outcome.Interrupted;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Carries one answer to its sinks, in their order, and sums it up.
 *
 * <p>Lives on one thread: the one that calls {@link #run}.
 */
public final class Turn implements Sink {

    /** How long a stop may wait to learn what it did, where the far side can tell. */
    private static final Duration AFTERMATH = Duration.ofMillis(250);

    private final Exchange exchange;
    private final Prompt prompt;
    private final Generation generation;
    private final Meter meter;
    private final List<Sink> sinks;
    private final StringBuilder text = new StringBuilder();
    private int thought;
    private long firstPiece;
    private Usage usage = Usage.UNKNOWN;
    private String receipt = "";

    /** A turn that is counted by its characters where its provider does not count. */
    public Turn(Exchange exchange, Prompt prompt, Limits limits, List<Sink> sinks) {
        this(exchange, prompt, limits, Meter.CHARACTERS, sinks);
    }

    /** Makes the turn and its cancel handle; nothing is sent yet. */
    public Turn(Exchange exchange, Prompt prompt, Limits limits, Meter meter, List<Sink> sinks) {
        this.exchange = exchange;
        this.prompt = prompt;
        this.generation = new Generation(exchange, prompt, limits);
        this.meter = meter;
        this.sinks = List.copyOf(sinks);
    }

    /** The handle that stops this turn, from any thread. */
    public Generation generation() {
        return generation;
    }

    /** Asks, and returns when all sinks have been told the end. */
    public Answer run() {
        long begin = System.nanoTime();
        generation.start();
        Outcome outcome = generation.follow(this);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        boolean cutShort = outcome instanceof Interrupted && text.length() > 0;
        String aftermath = cutShort ? exchange.aftermath(AFTERMATH).orElse("") : "";
        String said = text.toString();
        Estimate estimate = Estimate.by(meter, prompt, said, thought, usage);
        Answer answer =
                new Answer(said, thought, outcome, usage, estimate, elapsed, aftermath, receipt, firstToken(begin));
        end(answer);
        return answer;
    }

    private Optional<Duration> firstToken(long begin) {
        return firstPiece == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(firstPiece - begin));
    }

    @Override
    public void accept(Event event) throws IOException {
        if (event instanceof Text piece) {
            text.append(piece.text());
            time();
        } else if (event instanceof Reasoning reasoning) {
            thought += reasoning.text().length();
            time();
        } else if (event instanceof Counted counted) {
            usage = counted.usage();
        } else if (event instanceof Receipt kept) {
            receipt = kept.id();
        }
        for (Sink sink : sinks) {
            sink.accept(event);
        }
    }

    private void time() {
        long now = System.nanoTime();
        firstPiece = firstPiece == 0 ? now : firstPiece;
        meter.streaming(Duration.ofNanos(now - firstPiece));
    }

    @Override
    public void end(Answer answer) {
        for (Sink sink : sinks) {
            try {
                sink.end(answer);
            } catch (IOException closed) {
                // The outcome stands; a closed screen has no more to be told.
            }
        }
    }
}
