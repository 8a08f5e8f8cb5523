package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Round;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program that is killed without a word has lost nothing that it had shown. */
@Timeout(600)
class KillNineIT {
    private static final int TIMES = 200;
    private static final int FEWER = 20;
    private static final int MOST_BYTES = 20_000;

    /** Every so many of them the program itself goes on with the session. */
    private static final int RESUMED = 10;

    /** Something that is done so often, with a chance that can be had again. */
    private interface Attempt {
        void make(int time, Random random, String which) throws IOException;
    }

    private static void attempts(int times, Attempt attempt) {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        IntStream.range(0, times).parallel().forEach(time -> {
            try {
                attempt.make(time, new Random(seed + time), "seed " + seed + ", time " + time);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void what_was_shown_before_a_kill_is_on_disk_and_the_session_goes_on_from_there() {
        attempts(TIMES, (time, random, which) -> {
            try (Stage stage = new Stage()) {
                Run run = stage.oneShot("count");
                stage.server().awaitRequest().begin().flood();
                run.awaitOutBytes(random.nextInt(MOST_BYTES));
                run.signal("KILL");
                assertEquals(137, run.exit(), which);
                Round round = onlyRound(stage, which);
                assertTrue(
                        round.answer().startsWith(run.out()),
                        which + ": shown " + run.out().length() + " characters, kept "
                                + round.answer().length());
                assertEquals("count", round.user(), which);
                assertEquals(Round.End.INTERRUPTED, round.end(), which);
                if (time % RESUMED == 0) {
                    resume(stage, round.answer(), which);
                }
            }
        });
    }

    /** From the file's first byte on: the message is there as soon as the server has it, and before that nothing or a begin of it. */
    @Test
    void a_kill_while_the_file_is_made_costs_nothing_that_was_answered() {
        attempts(FEWER, (time, random, which) -> {
            try (Stage stage = new Stage();
                    FileWatch watch = new FileWatch(stage.box().sessions())) {
                int least = random.nextInt(200);
                Run run = stage.oneShot("count " + "words ".repeat(2000));
                watch.await(() -> size(stage.box().sessions()) >= least, "a file of " + least + " bytes");
                run.signal("KILL");
                assertEquals(137, run.exit(), which);
                read(stage, which);
                boolean wasSent = stage.server().requests() > 0;
                assertTrue(!wasSent || !stage.box().journal().userTexts().isEmpty(), which);
            }
        });
    }

    @Test
    void a_kill_at_the_end_of_an_answer_leaves_it_complete_or_interrupted_and_whole() {
        attempts(FEWER, (time, random, which) -> {
            try (Stage stage = new Stage()) {
                Run run = stage.oneShot("count");
                Exchange exchange = stage.server().awaitRequest().begin().token("all of it");
                run.awaitOut("all of it");
                exchange.done();
                run.signalIfAlive("KILL", 1);
                run.exit();
                assertEquals("all of it", onlyRound(stage, which).answer(), which);
            }
        });
    }

    @Test
    void a_kill_while_attachments_are_kept_leaves_no_half_of_one() {
        attempts(FEWER, (time, random, which) -> {
            try (Stage stage = new Stage();
                    FileWatch watch = new FileWatch(stage.box().sessions())) {
                Path big = stage.box().work().resolve("big.txt");
                Files.writeString(big, "0123456789\n".repeat(20_000 + random.nextInt(100_000)));
                Run run = stage.oneShot("-f", big.toString(), "read");
                watch.await(() -> !names(stage.box().sessions(), ".files").isEmpty(), "the folder of the contents");
                run.signal("KILL");
                run.exit();
                for (Path folder : names(stage.box().sessions(), ".files")) {
                    for (Path kept : names(folder, "")) {
                        assertTrue(
                                kept.toString().endsWith(".part") || Files.size(kept) == Files.size(big),
                                which + ": " + kept);
                    }
                }
                read(stage, which);
            }
        });
    }

    private static long size(Path sessions) {
        long most = -1;
        for (Path file : names(sessions, ".jsonl")) {
            most = Math.max(most, file.toFile().length());
        }
        return most;
    }

    private static List<Path> names(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Round onlyRound(Stage stage, String which) throws IOException {
        List<Round> rounds = read(stage, which);
        assertEquals(1, rounds.size(), which);
        return rounds.get(0);
    }

    /** What belay reads in the one session there is, if any. */
    private static List<Round> read(Stage stage, String which) throws IOException {
        SessionStore store = new SessionStore(stage.box().sessions());
        List<String> ids = store.ids("");
        assertTrue(ids.size() <= 1, which);
        if (ids.isEmpty()) {
            return List.of();
        }
        try (Session session = Session.readOnly(store, ids.get(0), warning -> {})) {
            return session.conversation().rounds();
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
