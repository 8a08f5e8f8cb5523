package dev.belay.repl.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What interruptions spared, and where nobody can say it. */
class CutShortTest {

    @TempDir
    Path folder;

    private Sample sample;

    @BeforeEach
    void begin() {
        sample = new Sample(folder).begin("p/m");
    }

    private static void assertCut(Sums sums, long tokens, int known, int goneOnWith) {
        assertEquals(
                tokens + " for " + known + ", " + goneOnWith,
                sums.cutShort() + " for " + sums.cutShortKnown() + ", " + sums.goneOnWith());
    }

    @Test
    void theRestIsTheMeanRestOfLongerAnswers() {
        sample.complete(5, 400)
                .complete(5, 800)
                .complete(20, 40)
                .turn(1, "a".repeat(200), "interrupted")
                .save("s");
        Sums total = sample.total();
        assertCut(total, (200 + 600) / 2 / 4, 1, 0);
        assertEquals(1, total.savedKnown());
        assertEquals(100 * 10 / 1e6, total.saved(), 1e-12);
    }

    @Test
    void nineLongerAnswersAreTooFew() {
        sample.complete(9, 400)
                .complete(20, 40)
                .turn(1, "a".repeat(200), "interrupted")
                .save("s");
        assertCut(sample.total(), 0, 0, 0);
        assertEquals(0, sample.total().savedKnown());
    }

    @Test
    void answersOfAnotherModelTellNothing() {
        sample.save("none");
        sample.begin("on/m").complete(10, 400).save("s");
        sample.begin("p/m").turn(1, "a", "interrupted").save("t");
        assertCut(sample.total(), 0, 0, 0);
    }

    @Test
    void answersOfBeforeTellOfThoseSince() {
        sample.complete(10, 400)
                .line("{'type':'user','turn':1,'at':'2026-11-22T10:00:00Z','text':'q'}")
                .text(1, "a".repeat(200))
                .save("s");
        Sums since = sample.report(Sample.scope(
                        java.util.Optional.of(java.time.Instant.parse("2026-11-21T00:00:00Z")),
                        java.util.Optional.empty()))
                .total();
        assertEquals(1, since.turns());
        assertCut(since, 50, 1, 0);
    }

    @Test
    void beforeItsFirstTokenNobodyKnowsWhatWouldHaveCome() {
        sample.complete(10, 400).user(1, "").end(1, "interrupted", "").save("s");
        assertCut(sample.total(), 0, 0, 0);
    }

    @Test
    void anAnswerThatWasGoneOnWithLosesNothingAndTheWholeOfItTellsOfOthers() {
        sample.complete(9, 400)
                .turn(1, "a".repeat(200), "interrupted")
                .user(2, ",'continues':1")
                .text(2, "a".repeat(200))
                .end(2, "complete", "")
                .turn(3, "a".repeat(300), "interrupted")
                .save("s");
        assertCut(sample.total(), 25, 1, 1);
    }

    @Test
    void aPrefillThatIsStoppedAgainIsOneAnswerThatIsStopped() {
        sample.complete(10, 400)
                .turn(1, "a".repeat(100), "interrupted")
                .user(2, ",'prefills':1")
                .text(2, "a".repeat(100))
                .end(2, "interrupted", "")
                .user(3, ",'prefills':1")
                .text(3, "a".repeat(100))
                .end(3, "interrupted", "")
                .save("s");
        assertCut(sample.total(), 25, 1, 2);
    }

    @Test
    void goingOnThatFailedAtOnceChangesNothing() {
        sample.complete(10, 400)
                .turn(1, "a".repeat(200), "interrupted")
                .user(2, ",'continues':1")
                .end(2, "failed", "")
                .save("s");
        assertCut(sample.total(), 50, 1, 0);
    }

    @Test
    void goingOnThatWasTakenBackIsNoPartOfAnotherGoingOn() {
        sample.complete(10, 400)
                .turn(1, "a".repeat(100), "interrupted")
                .user(2, ",'continues':1")
                .text(2, "a".repeat(100))
                .end(2, "complete", "")
                .line("{'type':'undo','turn':2}")
                .user(3, ",'continues':1")
                .text(3, "a".repeat(100))
                .end(3, "interrupted", "")
                .save("s");
        assertCut(sample.total(), Math.round(10 * 200 / 11.0 / 4), 1, 1);
    }

    @Test
    void aRetriedAnswerStaysCutShort() {
        sample.complete(9, 400)
                .turn(1, "a".repeat(200), "interrupted")
                .user(2, ",'retries':1")
                .text(2, "a".repeat(400))
                .end(2, "complete", "")
                .save("s");
        assertCut(sample.total(), 50, 1, 0);
    }

    @Test
    void goingOnInACopyOfACopyCountsForTheAnswerItself() {
        sample.complete(10, 400).turn(1, "a".repeat(200), "interrupted").save("s");
        sample.begin("p/m")
                .user(1, ",'copied':{'session':'s','turn':1}")
                .text(1, "a".repeat(200))
                .end(1, "interrupted", "")
                .save("c");
        assertCut(sample.total(), 50, 1, 0);
        sample.begin("p/m")
                .user(1, ",'copied':{'session':'c','turn':1}")
                .text(1, "a".repeat(200))
                .end(1, "interrupted", "")
                .user(2, ",'continues':1")
                .text(2, "a".repeat(200))
                .end(2, "complete", "")
                .save("b");
        assertCut(sample.total(), 0, 0, 1);
    }

    @Test
    void aLimitBoundsWhatCouldHaveCome() {
        sample.complete(10, 4000)
                .user(1, ",'max_tokens':60")
                .text(1, "a".repeat(200))
                .end(1, "interrupted", "")
                .save("s");
        assertCut(sample.total(), 10, 1, 0);
    }

    @Test
    void aServiceThatGoesOnAfterAStopSavesNoMoney() {
        sample.save("none");
        sample.begin("on/m")
                .complete(10, 400)
                .turn(1, "a".repeat(200), "interrupted")
                .save("s");
        Sums total = sample.total();
        assertCut(total, 50, 1, 0);
        assertEquals(0, total.savedKnown());
        assertEquals(1, total.ranOn());
    }

    @Test
    void whereNobodyIsPaidNoMoneyIsSaved() {
        sample.save("none");
        sample.begin("local/m")
                .complete(10, 400)
                .turn(1, "a".repeat(200), "interrupted")
                .save("s");
        assertCut(sample.total(), 50, 1, 0);
        assertEquals(0, sample.total().savedKnown());
        assertEquals(0, sample.total().ranOn());
    }
}
