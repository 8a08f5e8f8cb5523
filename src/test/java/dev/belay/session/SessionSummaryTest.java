package dev.belay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.NeedsPosix;
import dev.belay.session.SessionSummary.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSummaryTest {

    private static final String SESSION =
            "{\"type\":\"session\",\"v\":1,\"id\":\"a\",\"created\":\"2026-11-20T10:45:12Z\",\"model\":\"p/m\"}\n";

    @TempDir
    Path folder;

    private static String user(int turn, String text) {
        return "{\"type\":\"user\",\"turn\":" + turn + ",\"at\":\"2026-11-20T10:45:20Z\",\"text\":\"" + text + "\"}\n";
    }

    private static String delta(int turn, String text) {
        return "{\"type\":\"delta\",\"turn\":" + turn + ",\"text\":\"" + text + "\"}\n";
    }

    private static String end(int turn, String outcome) {
        return "{\"type\":\"end\",\"turn\":" + turn + ",\"outcome\":\"" + outcome + "\",\"model\":\"p/n\"}\n";
    }

    private static String turn(int turn, String outcome) {
        return user(turn, "question " + turn) + delta(turn, "answer") + end(turn, outcome);
    }

    private static String title(String text) {
        return "{\"type\":\"title\",\"at\":\"2026-11-20T10:45:20Z\",\"text\":\"" + text + "\"}\n";
    }

    private static String undo(int turn) {
        return "{\"type\":\"undo\",\"turn\":" + turn + "}\n";
    }

    private SessionSummary of(String content) throws IOException {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    private SessionSummary of(byte[] content) throws IOException {
        return Glance.at(Files.write(folder.resolve("a.jsonl"), content), "a", 7);
    }

    @Test
    void aSessionIsSummedUp() throws IOException {
        assertEquals(
                new SessionSummary("a", 7, "2026-11-20T10:45:12Z", "p/n", 2, "", "question 1", Ending.INTERRUPTED),
                of(SESSION + turn(1, "complete") + turn(2, "interrupted")));
    }

    @Test
    void theLastTitleCountsWhereverItStands() throws IOException {
        assertEquals("before", of(SESSION + title("before") + user(1, "q")).name());
        assertEquals(
                "second",
                of(SESSION + title("first") + turn(1, "complete") + title("second"))
                        .name());
        assertEquals(
                "q",
                of(SESSION + title("gone") + user(1, "q") + title("") + end(1, "complete"))
                        .name());
    }

    /** Whoever writes such files by hand need not repeat it. */
    @Test
    void anEndThatSaysNothingOfATitleLeavesIt() throws IOException {
        assertEquals(
                "by hand", of(SESSION + title("by hand") + turn(1, "complete")).title());
        assertEquals(
                "by hand",
                of(SESSION + turn(1, "complete") + title("by hand") + turn(2, "complete"))
                        .title());
        String none = end(1, "complete").replace("}", ",\"title\":\"\"}");
        assertEquals("", of(SESSION + title("gone") + user(1, "q") + none).title());
    }

    /** The list of a session with a large answer must find the title that was given long before. */
    @Test
    void eachEndRepeatsTheTitle() throws Exception {
        SessionStore store = new SessionStore(folder);
        Session session = Session.create(store, warning -> {});
        Conversing.turn(session, "q", "a");
        session.heading().title("my title");
        Conversing.turn(session, "q", "long ".repeat(500_000));
        session.close();
        assertEquals("my title", new SessionFinder(store).newest("", 1).get(0).title());
        Session again = Session.resume(store, session.id(), warning -> {});
        Conversing.turn(again, "q", "long ".repeat(500_000));
        assertEquals("my title", new SessionFinder(store).newest("", 1).get(0).title());
        again.heading().title("");
        Conversing.turn(again, "q", "long ".repeat(500_000));
        again.close();
        assertEquals("", new SessionFinder(store).newest("", 1).get(0).title());
    }

    @Test
    void aTurnWithoutItsEndIsInterrupted() throws IOException {
        assertEquals(
                Ending.INTERRUPTED,
                of(SESSION + turn(1, "complete") + user(2, "q")).ending());
        SessionSummary cut =
                of(SESSION + turn(1, "complete") + user(2, "q") + delta(2, "x").repeat(10_000));
        assertEquals(Ending.INTERRUPTED, cut.ending());
        assertEquals(2, cut.turns());
    }

    /** As in the transcript: going on in vain leaves the answer with its outcome as it was. */
    @Test
    void goingOnInVainIsNotHowItEnded() throws IOException {
        String goesOn = user(2, "go on").replace("}\n", ",\"continues\":1}\n");
        String delta = "{\"type\":\"delta\",\"turn\":2,\"text\":\"more\"}\n";
        assertEquals(
                Ending.COMPLETE,
                of(SESSION + turn(1, "complete") + goesOn + end(2, "interrupted"))
                        .ending());
        assertEquals(Ending.COMPLETE, of(SESSION + turn(1, "complete") + goesOn).ending());
        assertEquals(
                Ending.INTERRUPTED,
                of(SESSION + turn(1, "complete") + goesOn + delta + end(2, "interrupted"))
                        .ending());
        assertEquals(
                Ending.FAILED,
                of(SESSION + turn(1, "complete") + goesOn + delta + end(2, "failed"))
                        .ending());
    }

    @Test
    void whatWasTakenBackOrReplacedIsNotTheLast() throws IOException {
        assertEquals(
                Ending.COMPLETE,
                of(SESSION + turn(1, "complete") + turn(2, "failed") + undo(2)).ending());
        assertEquals(
                2,
                of(SESSION + turn(1, "complete") + turn(2, "failed") + undo(2)).turns());
        assertEquals(Ending.EMPTY, of(SESSION + turn(1, "complete") + undo(1)).ending());
        String retry = user(2, "q").replace("}", ",\"retries\":1}");
        assertEquals(
                Ending.FAILED,
                of(SESSION + turn(1, "failed") + retry + end(2, "complete") + undo(2))
                        .ending());
    }

    /** Cut at every byte: nothing is ever thrown, and the first message is told as far as it is there. */
    @Test
    void aTornFileIsSummedUpAsFarAsItGoes() throws IOException {
        byte[] whole = (SESSION + user(1, "\\n ä😀 \\\"x\\\" \\u00e4 end") + end(1, "complete"))
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            SessionSummary summary = of(java.util.Arrays.copyOf(whole, length));
            assertTrue("ä😀 \"x\" ä end".startsWith(summary.first().replace("\uFFFD", "")), length + ": " + summary);
            assertTrue(summary.ending() != Ending.FAILED, summary.toString());
        }
    }

    @Test
    void aFirstMessageOfMegabytesIsToldByItsBegin() throws IOException {
        SessionSummary summary = of(SESSION + user(1, "begin " + "\\u00e4".repeat(1_000_000)) + end(1, "complete"));
        assertTrue(summary.first().startsWith("begin ää"), summary.first());
        assertTrue(summary.first().length() <= 200);
        assertEquals(Ending.COMPLETE, summary.ending());
    }

    @Test
    void aLongSystemPromptDoesNotHideTheFirstMessage() throws IOException {
        String system = "{\"type\":\"set\",\"at\":\"\",\"system\":\"" + "s".repeat(300_000) + "\"}\n";
        assertEquals("question 1", of(SESSION + system + turn(1, "complete")).first());
    }

    @Test
    void aFileOfALaterVersionIsListedAsFarAsItIsUnderstood() throws IOException {
        SessionSummary summary =
                of(SESSION.replace("\"v\":1", "\"v\":9") + "{\"type\":\"hologram\"}\n" + turn(1, "sublimated"));
        assertEquals("question 1", summary.name());
        assertEquals(Ending.INTERRUPTED, summary.ending());
    }

    @Test
    @NeedsPosix
    void oddFilesAreUnreadableAndDoNoHarm() throws Exception {
        for (String odd :
                new String[] {"", "\n\n", "not json\n", "[1,2]\n", "\"text\"", "7", "null\n", "{\"type\":7}\n"}) {
            assertEquals(Ending.UNREADABLE, of(odd).ending(), odd);
        }
        assertEquals(Ending.UNREADABLE, of(new byte[100_000]).ending());
        Files.createDirectory(folder.resolve("folder.jsonl"));
        assertEquals(
                Ending.UNREADABLE,
                Glance.at(folder.resolve("folder.jsonl"), "folder", 0).ending());
        assertEquals(
                Ending.UNREADABLE,
                Glance.at(folder.resolve("none.jsonl"), "none", 0).ending());
        Path pipe = folder.resolve("pipe.jsonl");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals(Ending.UNREADABLE, Glance.at(pipe, "pipe", 0).ending());
    }

    private SessionStore filled() throws IOException {
        String[] titles = {"Terminal signals", "signals", "Tea", "Tea", ""};
        for (int i = 0; i < titles.length; i++) {
            String turn = turn(1, "complete") + (titles[i].isEmpty() ? "" : title(titles[i]));
            Path file = Files.writeString(folder.resolve("2026112" + i + "-x.jsonl"), SESSION + turn);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1000 - i));
        }
        return new SessionStore(folder);
    }

    private static List<String> ids(List<SessionSummary> summaries) {
        return summaries.stream().map(SessionSummary::id).toList();
    }

    @Test
    void theNewestComeFirstAndWordsChoose() throws IOException {
        SessionFinder finder = new SessionFinder(filled());
        assertEquals(List.of("20261120-x", "20261121-x"), ids(finder.newest("", 2)));
        assertEquals(List.of("20261120-x", "20261121-x"), ids(finder.newest(" SIGNALS ", 9)));
        assertEquals(List.of("20261120-x"), ids(finder.newest("signals terminal", 9)));
        assertEquals(List.of("20261124-x"), ids(finder.newest("question", 9)));
        assertEquals(5, finder.count());
        assertEquals(List.of(), new SessionFinder(new SessionStore(folder.resolve("none"))).newest("", 9));
    }

    private static String unclear(SessionFinder finder, String wanted) {
        return assertThrows(SessionUnclear.class, () -> finder.find(wanted)).getMessage();
    }

    @Test
    void aSessionIsFoundByItsIdItsTitleOrWords() throws Exception {
        SessionFinder finder = new SessionFinder(filled());
        assertEquals("20261122-x", finder.find("20261122-x"));
        assertEquals("20261122-x", finder.find("20261122"));
        assertEquals("20261121-x", finder.find("Signals"), "called just so");
        assertEquals("20261120-x", finder.find("term sig"));
        assertEquals("20261124-x", finder.find("question 1"));
        assertEquals("there is no session “coffee”; the last one is 20261120-x", unclear(finder, "coffee"));
        assertEquals("“tea” could be 20261122-x (Tea) or 20261123-x (Tea)", unclear(finder, "tea"));
        assertTrue(unclear(finder, "2026").endsWith(" or one of 1 more"), unclear(finder, "2026"));
    }

    /** Reading much can be stopped in between. */
    @Test
    void thePulseIsFeltWithEachSession() throws IOException {
        List<Integer> beats = new ArrayList<>();
        SessionStore store = filled().pulsed(() -> {
            beats.add(1);
            if (beats.size() == 8) {
                throw new IllegalStateException("stopped");
            }
        });
        assertThrows(IllegalStateException.class, () -> new SessionFinder(store).newest("", 9));
        assertEquals(8, beats.size());
    }
}
