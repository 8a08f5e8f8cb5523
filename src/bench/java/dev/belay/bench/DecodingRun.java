package dev.belay.bench;

import dev.belay.chat.Event.Text;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Signal;
import dev.belay.provider.Dialect;
import dev.belay.provider.Dialects;
import dev.belay.provider.Endpoint;
import dev.belay.wire.CannedAnswers;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

/** Reads answers of one dialect from memory and prints megabytes a second; a process of its own, as the program would be. */
public final class DecodingRun {

    private static final int BLOCK = 8 << 10;

    private DecodingRun() {}

    /** @param args the dialect's word, megabytes of an answer, how often */
    public static void main(String[] args) {
        Dialects dialect = Dialects.named(args[0]).orElseThrow();
        long size = Long.parseLong(args[1]) * 1_000_000;
        Dialect protocol = dialect.at(new Endpoint("http://127.0.0.1", Optional.empty(), ""));
        once(protocol, dialect, 40_000_000);
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            System.out.println(once(protocol, dialect, size));
        }
    }

    private static double once(Dialect protocol, Dialects dialect, long size) {
        Counter counter = new Counter();
        List<byte[]> blocks = new Repeated(DecodingSamples.of(dialect), size);
        long begin = System.nanoTime();
        CannedAnswers.read(protocol, "text/event-stream", blocks, counter::take);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!(counter.last instanceof Complete) || counter.characters == 0) {
            throw new IllegalStateException("ended with " + counter.last);
        }
        return size / 1e6 / seconds;
    }

    /** Takes what is decoded, and keeps nothing. */
    private static final class Counter {
        private long characters;
        private Signal last;

        boolean take(Signal signal) {
            characters += signal instanceof Text text ? text.text().length() : 0;
            last = signal;
            return true;
        }
    }

    /** A body of one event, many times, and its end, in blocks as a network hands them over; made anew with each reading. */
    private static final class Repeated extends AbstractList<byte[]> {
        private final byte[] many;
        private final byte[] end;
        private final int blocks;

        Repeated(DecodingSamples.Sample sample, long size) {
            byte[] one = sample.piece().getBytes(StandardCharsets.UTF_8);
            int times = Math.max(1, BLOCK / one.length);
            many = new byte[one.length * times];
            for (int i = 0; i < times; i++) {
                System.arraycopy(one, 0, many, i * one.length, one.length);
            }
            end = sample.end().getBytes(StandardCharsets.UTF_8);
            blocks = (int) (size / many.length);
        }

        @Override
        public byte[] get(int index) {
            return index < blocks ? many : end;
        }

        @Override
        public int size() {
            return blocks + 1;
        }
    }
}
