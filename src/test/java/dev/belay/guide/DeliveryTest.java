package dev.belay.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Pace PACE = new Pace(Duration.ofMillis(30), Duration.ofMillis(10));

    /** The role, three beats, the token. */
    private static final int FLUSHES_TO_THE_FIRST_TOKEN = 1 + 3 + 1;

    private final List<Duration> rests = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void betweenTokensItMakesSureThatTheReaderIsStillThere() throws Exception {
        delivery(out).send(new Usage(1, 2), Ask.UsageChunk.NOT_WANTED, this::rest);

        List<String> kinds = written()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(DeliveryTest::kind)
                .toList();
        assertEquals(List.of("data", ":", ":", ":", "data", ":", ":", ":", "data", "data", "data: [DONE]"), kinds);
        assertEquals(List.of(PACE.beat(), PACE.beat(), PACE.beat(), PACE.beat(), PACE.beat(), PACE.beat()), rests);
    }

    @Test
    void theUsageComesOnlyWhenItIsWanted() throws Exception {
        delivery(out).send(new Usage(1, 2), Ask.UsageChunk.NOT_WANTED, this::rest);
        assertFalse(written().contains("total_tokens"));
    }

    @Test
    void aReaderWhoLeavesBetweenTwoTokensEndsItWithTheNextBeat() {
        Delivery delivery = delivery(new Leaving(FLUSHES_TO_THE_FIRST_TOKEN + 1));

        assertThrows(IOException.class, () -> delivery.send(new Usage(1, 2), Ask.UsageChunk.WANTED, this::rest));

        assertEquals(1, delivery.sent());
        assertEquals(2, delivery.total());
        assertEquals(5, rests.size());
    }

    @Test
    void aClosedGuideSendsNothingMore() throws Exception {
        Delivery delivery = delivery(out);

        delivery.send(new Usage(1, 2), Ask.UsageChunk.WANTED, time -> false);

        assertEquals(0, delivery.sent());
        assertFalse(written().contains("[DONE]"));
    }

    private Delivery delivery(OutputStream to) {
        Chunks chunks = new Chunks(new JsonFactory(), "id", 0, Ask.UsageChunk.NOT_WANTED);
        return new Delivery(List.of("Belay", " that!"), chunks, to, PACE);
    }

    private boolean rest(Duration time) {
        rests.add(time);
        return true;
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String kind(String line) {
        return line.startsWith("data: {") ? "data" : line;
    }

    /** A connection that breaks after so many flushes. */
    private static final class Leaving extends OutputStream {
        private int flushes;

        Leaving(int flushes) {
            this.flushes = flushes;
        }

        @Override
        public void write(int b) {}

        @Override
        public void flush() throws IOException {
            if (flushes-- == 0) {
                throw new IOException("Broken pipe");
            }
        }
    }
}
