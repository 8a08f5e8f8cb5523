package dev.belay.chat;

import dev.belay.chat.Event.Counted;
import dev.belay.chat.Event.Reasoning;
import dev.belay.chat.Event.Text;
import dev.belay.chat.Outcome.Interrupted;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Carries one answer to its sinks, in their order, and sums it up.
 *
 * <p>Lives on one thread: the one that calls {@link #run}.
 */
public final class Turn implements Sink {

    /** How long a stop may wait to learn what it did, where the far side can tell. */
    private static final Duration AFTERMATH = Duration.ofMillis(250);

    private final Exchange exchange;
    private final Generation generation;
    private final List<Sink> sinks;
    private final StringBuilder text = new StringBuilder();
    private int thought;
    private Usage usage = Usage.UNKNOWN;

    /** Makes the turn and its cancel handle; nothing is sent yet. */
    public Turn(Exchange exchange, Prompt prompt, Limits limits, List<Sink> sinks) {
        this.exchange = exchange;
        this.generation = new Generation(exchange, prompt, limits);
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
        Answer answer = new Answer(text.toString(), thought, outcome, usage, elapsed, aftermath);
        end(answer);
        return answer;
    }

    @Override
    public void accept(Event event) throws IOException {
        if (event instanceof Text piece) {
            text.append(piece.text());
        } else if (event instanceof Reasoning reasoning) {
            thought += reasoning.text().length();
        } else if (event instanceof Counted counted) {
            usage = counted.usage();
        }
        for (Sink sink : sinks) {
            sink.accept(event);
        }
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
