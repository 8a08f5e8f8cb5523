package dev.belay.repl.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.session.count.Asked.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {

    private static final String USAGE = ",'usage':{'input_tokens':100,'output_tokens':20}";

    @TempDir
    Path folder;

    private Sample sample;

    @BeforeEach
    void begin() {
        sample = new Sample(folder).begin("p/m");
    }

    private static void assertEndings(Sums sums, int complete, int interrupted, int failed, int running) {
        assertEquals(
                List.of(complete, interrupted, failed, running),
                List.of(
                        sums.count(Ending.COMPLETE),
                        sums.count(Ending.INTERRUPTED),
                        sums.count(Ending.FAILED),
                        sums.count(Ending.RUNNING)));
    }

    @Test
    void turnsAreCountedByHowTheyEnded() {
        sample.turn(1, "a", "complete")
                .turn(2, "b", "interrupted")
                .turn(3, "c", "failed")
                .turn(4, "d", "complete")
                .save("s");
        assertEndings(sample.total(), 2, 1, 1, 0);
    }

    @Test
    void aTurnWithoutAnEndIsInterruptedWhereverItStands() {
        sample.user(1, "")
                .text(1, "half")
                .turn(2, "b", "complete")
                .user(3, "")
                .text(3, "ha")
                .save("s");
        assertEndings(sample.total(), 1, 2, 0, 0);
    }

    @Test
    void aTurnThatALivingProgramWritesIsRunningAndOneOfADeadOneIsNot() throws IOException {
        sample.turn(1, "a", "complete").user(2, "").text(2, "half").save("s");
        Path lock = folder.resolve("s.jsonl.lock");
        Files.writeString(lock, Long.toString(ProcessHandle.current().pid()));
        assertEndings(sample.total(), 1, 0, 0, 1);
        assertEquals(1, sample.total().output().tokens());
        Files.writeString(lock, "999999999");
        assertEndings(sample.total(), 1, 1, 0, 0);
        Files.writeString(lock, Long.toString(ProcessHandle.current().pid()));
        Files.setLastModifiedTime(lock, java.nio.file.attribute.FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertEndings(sample.total(), 1, 1, 0, 0);
    }

    @Test
    void whatWasTakenBackOrAskedAgainWasAskedAllTheSame() {
        sample.user(1, "")
                .end(1, "complete", USAGE)
                .user(2, ",'retries':1")
                .end(2, "complete", USAGE)
                .line("{'type':'undo','turn':2,'at':'2026-11-20T10:02:00Z'}")
                .save("s");
        assertEndings(sample.total(), 2, 0, 0, 0);
        assertEquals(200, sample.total().input().tokens());
        assertEquals(40, sample.total().output().tokens());
    }

    @Test
    void aCopyIsNotCounted() {
        sample.turn(1, "abcd", "complete").save("s");
        sample.begin("p/m")
                .user(1, ",'copied':{'session':'s','turn':1}")
                .text(1, "abcd")
                .end(1, "complete", "")
                .turn(2, "efgh", "complete")
                .save("t");
        assertEndings(sample.total(), 2, 0, 0, 0);
        assertEquals(2, sample.total().output().tokens());
        assertEquals(2, sample.by(By.DAY).sessions());
    }

    @Test
    void numbersAreToldOrElseEstimatedOrElseUnknown() {
        sample.user(1, "")
                .text(1, "x")
                .end(1, "complete", ",'usage':{'input_tokens':100,'output_tokens':20,'cost_usd':0.5}")
                .user(2, "")
                .text(2, "x")
                .end(2, "interrupted", ",'estimate':{'input_tokens':50,'output_tokens':7}")
                .user(3, "")
                .text(3, "twelve chars")
                .save("s");
        Sums total = sample.total();
        assertEquals(150, total.input().tokens());
        assertEquals(50, total.input().estimated());
        assertEquals(1, total.input().unknown());
        assertEquals("≥ ~", total.input().mark());
        assertEquals(20 + 7 + 3, total.output().tokens());
        assertEquals(10, total.output().estimated());
        assertEquals(0.5 + (50 * 1 + 7 * 10) / 1e6, total.cost().dollars(), 1e-12);
        assertEquals((50 * 1 + 7 * 10) / 1e6, total.cost().reckoned(), 1e-12);
        assertEquals(1, total.cost().unknown());
    }

    @Test
    void aNoughtThatWasToldOfSomethingIsNone() {
        sample.user(1, "")
                .text(1, "eight...")
                .end(1, "interrupted", ",'usage':{'input_tokens':3,'output_tokens':0}")
                .save("s");
        assertEquals(2, sample.total().output().tokens());
        assertEquals(2, sample.total().output().estimated());
    }

    @Test
    void nothingThatCameIsATrueNought() {
        sample.user(1, "").end(1, "interrupted", "").save("s");
        assertEquals("", sample.total().output().mark());
        assertEquals(0, sample.total().output().tokens());
        assertTrue(sample.total().input().isUnknown());
        assertTrue(sample.total().cost().isUnknown());
    }

    @Test
    void aCostReckonedWhenTheAnswerEndedGoesBeforeThePricesOfToday() {
        sample.user(1, "")
                .text(1, "x")
                .end(1, "complete", USAGE + ",'estimate':{'cost_usd':0.25}")
                .save("s");
        assertEquals(0.25, sample.total().cost().dollars());
        assertEquals(0.25, sample.total().cost().reckoned());
    }

    @Test
    void whatNobodyIsPaidForCostsNothingAndAServerOfOnesOwnIsUnknown() {
        sample.save("s");
        sample.begin("local/m").user(1, "").end(1, "complete", USAGE).save("t");
        assertEquals("$0", sample.total().cost().brief());
        sample.line("{'type':'session','v':1,'id':'u','model':'p/m','base_url':'http://127.0.0.1:8080/v1'}")
                .user(1, "")
                .end(1, "complete", USAGE)
                .save("u");
        assertEquals(1, sample.total().cost().unknown());
    }

    @Test
    void theModelIsTheOneThatAnswered() {
        sample.user(1, "")
                .end(1, "complete", ",'model':'p/m'")
                .line("{'type':'set','model':'on/m'}")
                .user(2, "")
                .text(2, "x")
                .save("s");
        Report report = sample.by(By.MODEL);
        assertEquals(
                List.of("on/m", "p/m"),
                report.groups().stream().map(Report.Group::name).toList());
        assertEquals(
                List.of("on", "p"),
                sample.by(By.PROVIDER).groups().stream().map(Report.Group::name).toList());
    }

    @Test
    void theGroupThatWasAskedMostComesFirstAndDaysComeInTheirOrder() {
        sample.turn(1, "a", "complete").save("s");
        sample.begin("on/m")
                .turn(1, "a", "complete")
                .turn(2, "a", "complete")
                .line("{'type':'user','turn':3,'at':'2026-11-19T10:00:00Z','text':'q'}")
                .save("t");
        assertEquals(
                List.of("on/m", "p/m"),
                sample.by(By.MODEL).groups().stream().map(Report.Group::name).toList());
        assertEquals(
                List.of("2026-11-19", "2026-11-20"),
                sample.by(By.DAY).groups().stream().map(Report.Group::name).toList());
    }

    @Test
    void aServerOfOnesOwnIsNamedByItsPlace() {
        sample.line("{'type':'set','base_url':'http://127.0.0.1:8080/v1'}")
                .turn(1, "a", "complete")
                .save("s");
        assertEquals("p/m (127.0.0.1:8080)", sample.by(By.MODEL).groups().get(0).name());
        assertEquals("127.0.0.1:8080", sample.by(By.PROVIDER).groups().get(0).name());
    }

    @Test
    void aDayBeginsWhereThePersonIs() {
        sample.line("{'type':'user','turn':1,'at':'2026-11-20T23:30:00.123456Z','text':'q'}")
                .end(1, "complete", "")
                .save("s");
        assertEquals(
                "2026-11-21",
                sample.report(Sample.in("Europe/Berlin")).groups().get(0).name());
        assertEquals(
                "2026-11-20",
                sample.report(Sample.in("America/New_York")).groups().get(0).name());
    }

    @Test
    void sinceCountsByWhenItWasAskedAlsoWhereTheClockWasSetBack() {
        sample.turn(1, "a", "complete")
                .line("{'type':'user','turn':2,'at':'2026-11-18T10:00:00Z','text':'q'}")
                .end(2, "complete", "")
                .line("{'type':'user','turn':3,'at':'nonsense','text':'q'}")
                .end(3, "complete", "")
                .save("s");
        assertEquals(3, sample.total().turns());
        Report since =
                sample.report(Sample.scope(Optional.of(Instant.parse("2026-11-20T00:00:00Z")), Optional.empty()));
        assertEquals(1, since.total().turns());
        assertEquals(1, since.sessions());
    }

    @Test
    void damageCostsTheDamagedLinesAndNothingElse() {
        sample.turn(1, "abcd", "complete")
                .line("{'type':'delta','turn':2,'text':'to")
                .line("")
                .line("garbage")
                .user(2, "")
                .line("{'type':'delta','turn':2,'text':'say \\'}")
                .text(2, "abcd")
                .end(2, "complete", "")
                .save("s");
        Sums total = sample.total();
        assertEndings(total, 2, 0, 0, 0);
        assertEquals(2, total.output().tokens());
        assertEquals(3, sample.read().damagedLines());
        assertEquals(0, sample.read().unreadable());
    }

    @Test
    void aNewerSessionAndWhatIsNoneAreLeftOutAndCounted() throws IOException {
        sample.turn(1, "a", "complete").save("s");
        sample.line("{'type':'session','v':2,'id':'n','model':'p/m'}")
                .turn(1, "a", "complete")
                .save("newer");
        Files.write(folder.resolve("binary.jsonl"), new byte[] {1, 2, 3, '\n', 4});
        Files.createDirectory(folder.resolve("folder.jsonl"));
        Files.createFile(folder.resolve("empty.jsonl"));
        assertEquals(1, sample.total().turns());
        assertEquals(3, sample.read().unreadable());
    }

    @Test
    void piecesInOtherWordsAreUnderstood() {
        sample.user(1, "")
                .line("{ 'turn': 1, 'type': 'delta', 'text': 'abcd', 'new': {'a': [1]} }")
                .line("{'type':'delta','turn':1,'reasoning':'abcd'}")
                .line("{'type':'delta','turn':9,'text':'not mine'}")
                .save("s");
        assertEquals(2, sample.total().output().tokens());
    }

    @Test
    void aStoreWithoutSessionsIsEmpty() {
        assertEquals(0, new Sample(folder.resolve("none")).total().turns());
        assertFalse(new Sample(folder.resolve("none")).by(By.DAY).isDated());
    }
}
