package dev.belay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Attachment;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.chat.Round.End;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Session files that were cut, changed or written by others: damage costs the damaged lines and nothing else. */
class DamageTest {

    private static final String ID = "20261120-104512-7f3a";

    @TempDir(factory = InMemory.class)
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private SessionStore store;
    private Path file;

    @BeforeEach
    void place() throws IOException {
        store = new SessionStore(folder);
        file = store.file(ID);
    }

    /** Thousands of files are forced to disk here; memory takes that in less time where it is a folder. */
    static final class InMemory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "belay")
                    : Files.createTempDirectory("belay");
        }
    }

    /** A session with a bit of everything. */
    private byte[] sample() throws IOException {
        Session session = Session.create(store, warnings::add);
        session.heading().system("be brief — “so”");
        Conversing.turn(session, "eins ä😀", "1 ü\n\"zwei\"");
        session.heading().title("Titel €");
        Attachment note = new Attachment("n.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        Conversing.turn(session, Question.of("two", List.of(note)), "half", new Interrupted(Cause.KEY));
        session.undo();
        session.heading().model("p/other");
        Conversing.turn(session, "three", "3");
        Conversing.turn(session, session.conversation().last().get().again(), "three again", new Complete("stop"));
        session.close();
        byte[] bytes = Files.readAllBytes(store.file(session.id()));
        Files.delete(store.file(session.id()));
        Files.move(folder.resolve(session.id() + ".files"), folder.resolve(ID + ".files"));
        return bytes;
    }

    private Transcript read() throws IOException {
        return Transcript.read(file, () -> {});
    }

    private Transcript read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return read();
    }

    private static void assertSame(Transcript expected, Transcript actual, String where) {
        assertEquals(expected.conversation().rounds(), actual.conversation().rounds(), where);
        assertEquals(expected.settings().title(), actual.settings().title(), where);
        assertEquals(expected.settings().system(), actual.settings().system(), where);
        assertEquals(expected.settings().model(), actual.settings().model(), where);
    }

    private static int lastLine(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    @Test
    void cutAtAnyByteAllWholeLinesCountAndWhatIsAddedIsNotGluedToTheTornOne() throws Exception {
        byte[] whole = sample();
        for (int length = 1; length < whole.length; length++) {
            String where = "cut at " + length;
            boolean torn = whole[length - 1] != '\n' && whole[length] != '\n';
            Transcript lines = read(Arrays.copyOf(whole, whole[length] == '\n' ? length : lastLine(whole, length)));
            Transcript cut = read(Arrays.copyOf(whole, length));
            assertSame(lines, cut, where);
            assertEquals(torn ? 1 : 0, cut.damagedLines(), where);

            warnings.clear();
            Session again = Session.resume(store, ID, warnings::add);
            assertEquals(torn, warnings.toString().contains("damaged"), where + ": " + warnings);
            Conversing.turn(again, "later", "still here");
            List<Round> rounds = again.conversation().rounds();
            again.close();
            Transcript after = read();
            assertEquals(
                    rounds.stream().map(Round::answer).toList(),
                    after.conversation().rounds().stream().map(Round::answer).toList(),
                    where);
            assertEquals(cut.damagedLines(), after.damagedLines(), where);
            assertTrue(
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .startsWith(
                                    new String(Arrays.copyOf(whole, lastLine(whole, length)), StandardCharsets.UTF_8)),
                    where);
        }
    }

    @Test
    void aForeignByteAnywhereCostsItsLineAtMost() throws Exception {
        byte[] whole = sample();
        int damaged = 0;
        for (int place = 0; place < whole.length; place++) {
            for (byte foreign : new byte[] {0, (byte) 0xff, '\n', '"', '{', '\\', (byte) (whole[place] ^ 1)}) {
                byte[] changed = whole.clone();
                changed[place] = foreign;
                Transcript transcript = read(changed);
                if (transcript.damagedLines() > 0 && whole[place] != '\n') {
                    damaged++;
                    assertSame(read(without(whole, place)), transcript, foreign + " at " + place);
                }
            }
        }
        assertTrue(damaged > whole.length, "most of them are noticed: " + damaged);
    }

    /** The file without the line that holds this place. */
    private static byte[] without(byte[] whole, int place) {
        int begin = lastLine(whole, place);
        int end = place;
        while (whole[end] != '\n') {
            end++;
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(whole, 0, begin);
        rest.write(whole, end + 1, whole.length - end - 1);
        return rest.toByteArray();
    }

    @Test
    void noughtsThatAPowerLossLeftAtTheEndAreSaidAndWrittenAfter() throws Exception {
        Files.write(file, sample());
        Transcript before = read();
        Files.write(file, new byte[5000], StandardOpenOption.APPEND);
        Session again = Session.resume(store, ID, warnings::add);
        assertEquals(1, warnings.size());
        assertEquals(
                before.conversation().rounds().size(),
                again.conversation().rounds().size());
        Conversing.turn(again, "later", "still here");
        again.close();
        assertEquals("still here", read().conversation().last().orElseThrow().answer());
        assertEquals(1, read().damagedLines());
    }

    @Test
    void linesThatAnEditorEndedItsOwnWayAreRead() throws Exception {
        byte[] whole = sample();
        Transcript expected = read(whole);
        String text = new String(whole, StandardCharsets.UTF_8);
        Transcript edited = read(("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
        assertSame(expected, edited, "a mark of byte order, and CR LF");
        assertEquals(0, edited.damagedLines());
    }

    private Transcript lines(String... lines) throws IOException {
        return read((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String user(Object turn, String text) {
        return "{\"type\":\"user\",\"turn\":" + turn + ",\"text\":\"" + text + "\"}";
    }

    private static String delta(Object turn, String text) {
        return "{\"type\":\"delta\",\"turn\":" + turn + ",\"text\":\"" + text + "\"}";
    }

    @Test
    void aLineOfFiftyMegabytesIsRead() throws Exception {
        String much = "0123456789".repeat(5_000_000);
        Transcript transcript = lines(user(1, much), delta(1, much), user(2, "small"));
        assertEquals(0, transcript.damagedLines());
        assertEquals(much, transcript.conversation().rounds().get(0).user());
        assertEquals(much, transcript.conversation().rounds().get(0).answer());
        assertEquals("small", transcript.conversation().rounds().get(1).user());
    }

    @Test
    void whatIsNestedWithoutEndIsLeftOut() throws Exception {
        String deep = "[".repeat(200_000);
        Transcript transcript = lines(
                user(1, "one"),
                delta(1, "1"),
                "{\"type\":\"later\",\"x\":" + deep,
                deep,
                "{\"a\":".repeat(200_000),
                delta(1, "!"));
        assertEquals(3, transcript.damagedLines());
        assertEquals(
                List.of(new Round(1, "one", "1!", End.INTERRUPTED)),
                transcript.conversation().rounds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "99999999999",
                "1e999",
                "2147483647",
                "123456789012345678901234567890",
                "\"1\"",
                "null",
                "[1]",
                "{}"
            })
    void aTurnWhoseNumberIsNoneIsLeftOut(String number) throws Exception {
        Transcript transcript = lines(
                user(1, "one"),
                delta(1, "1"),
                user(number, "what"),
                delta(number, "that"),
                "{\"type\":\"end\",\"turn\":" + number + ",\"outcome\":\"complete\"}",
                "{\"type\":\"undo\",\"turn\":" + number + "}",
                user(2, "two"));
        assertEquals(
                List.of("one", "two"),
                transcript.conversation().rounds().stream().map(Round::user).toList());
        assertEquals("1", transcript.conversation().rounds().get(0).answer());
        assertEquals(2, transcript.lastTurn());
        assertEquals(1, transcript.damagedLines());
    }

    @Test
    void usageThatIsNoNumberIsNotKnown() throws Exception {
        Transcript transcript = lines(
                user(1, "one"),
                "{\"type\":\"end\",\"turn\":1,\"outcome\":\"complete\",\"usage\":{\"input_tokens\":1e999,\"output_tokens\":99999999999999999999,\"cost_usd\":1e999}}");
        assertEquals(dev.belay.chat.Usage.UNKNOWN, transcript.ledger().of(1).usage());
    }

    @Test
    void aVersionBeyondAllNumbersIsALaterOne() throws Exception {
        assertTrue(lines("{\"type\":\"session\",\"v\":99999999999999}").isNewer());
        assertFalse(lines("{\"type\":\"session\",\"v\":1}").isNewer());
    }

    @Test
    void theOrderOfTheLinesCountsAndNotThatOfTheNumbersOrTimes() throws Exception {
        Transcript transcript = lines(
                "{\"type\":\"user\",\"turn\":5,\"at\":\"2026-01-02T00:00:00Z\",\"text\":\"first\"}",
                delta(5, "a"),
                "{\"type\":\"user\",\"turn\":3,\"at\":\"2026-01-01T00:00:00Z\",\"text\":\"second\"}",
                delta(3, "b"),
                delta(5, "stray"),
                user(3, "third"),
                delta(3, "c"));
        assertEquals(
                List.of(
                        new Round(5, "first", "a", End.INTERRUPTED),
                        new Round(3, "second", "b", End.INTERRUPTED),
                        new Round(3, "third", "c", End.INTERRUPTED)),
                transcript.conversation().rounds());
        assertEquals(5, transcript.lastTurn());
    }

    /** The quick way over the lines that belay itself writes must not read them otherwise than a parser does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"a\\n\\\"\\\\\\/\\t\\r\\b\\f ü😀 \\u00e4\"}",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"\"}",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"a\"} ",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"a\",\"more\":\"b\"}",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"a\\\"}",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"a\\q\"}",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"tab\there\"}",
                "{\"type\":\"delta\",\"turn\":01,\"text\":\"a\"}",
                "{\"type\":\"delta\",\"turn\":1,\"reasoning\":\"a\"}",
                "{\"type\":\"delta\",\"turn\":12345678901,\"text\":\"a\"}",
                "{\"type\":\"delta\",\"turn\":,\"text\":\"a\"}",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"}",
                "{\"type\":\"delta\",\"turn\":1,\"text\":\"a\"}{\"type\":\"delta\",\"turn\":1,\"text\":\"b\"}"
            })
    void aDeltaIsReadAsAParserReadsIt(String line) throws Exception {
        Transcript quick = lines(user(1, "q"), line);
        // A blank in front is nothing to JSON, and keeps the quick way off.
        Transcript parsed = lines(user(1, "q"), " " + line);
        assertSame(parsed, quick, line);
        assertEquals(parsed.damagedLines(), quick.damagedLines(), line);
    }
}
