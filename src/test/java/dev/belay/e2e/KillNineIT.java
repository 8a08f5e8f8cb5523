package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program that is killed without a word has lost nothing that it had shown. */
@Timeout(180)
class KillNineIT {
    private static final int TIMES = 50;
    private static final int MOST_BYTES = 20_000;

    @Test
    void what_was_shown_before_a_kill_is_on_disk_and_the_session_goes_on_from_there() {
        long seed = System.nanoTime();
        List<Integer> moments = new Random(seed).ints(TIMES, 0, MOST_BYTES).boxed().toList();
        IntStream.range(0, TIMES).parallel().forEach(i -> killAt(moments.get(i), "seed " + seed + ", time " + i));
    }

    private static void killAt(int bytesShown, String which) {
        try (Stage stage = new Stage()) {
            Run run = stage.oneShot("count");
            Exchange exchange = stage.server().awaitRequest().begin();
            exchange.flood();
            run.awaitOutBytes(bytesShown);
            run.signal("KILL");
            assertEquals(137, run.exit(), which);

            Journal journal = stage.box().journal();
            String kept = journal.lastText();
            assertTrue(kept.startsWith(run.out()), which + ": shown " + run.out().length() + " characters, kept " + kept.length());
            assertEquals(List.of("count"), journal.userTexts(), which);
            assertEquals(List.of(), journal.outcomes(), which);
            resume(stage, kept, which);
        }
    }

    private static void resume(Stage stage, String kept, String which) {
        Run run = stage.oneShot("-c", "go on");
        Exchange exchange = stage.server().awaitRequest();
        assertTrue(exchange.request().lastUserText().contains("go on"), which);
        assertTrue(exchange.request().lastAssistantText().startsWith(kept.stripTrailing()), which + "\n" + run);
        assertTrue(kept.isEmpty() || exchange.request().body().contains("interrupted"), which);
        exchange.begin().token("fine").done();
        assertEquals(0, run.exit(), which + "\n" + run);
    }
}
