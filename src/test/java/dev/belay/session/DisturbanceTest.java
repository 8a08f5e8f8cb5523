package dev.belay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.NeedsPosix;
import dev.belay.chat.Attachment;
import dev.belay.chat.Event;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.session.count.AskedTurns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do to a session's file, folder and lock while it is open, and what the conversation keeps of it: all. */
class DisturbanceTest {

    @TempDir
    Path home;

    private final List<String> warnings = new ArrayList<>();

    private Path folder() {
        return home.resolve("sessions");
    }

    private SessionStore store() {
        return new SessionStore(folder());
    }

    private Session create() {
        return Session.create(store(), warnings::add);
    }

    private Path file(Session session) {
        return store().file(session.id());
    }

    /** Two turns are said; then something happens. */
    private Session disturbed() throws IOException {
        Session session = create();
        session.heading().system("be brief");
        Conversing.turn(session, "one", "1 ä");
        Conversing.turn(session, "two", "2");
        session.heading().title("mine");
        return session;
    }

    /** A new reading has what the memory has, with the numbers of the turns. */
    private void assertAllIsThere(Session session) throws Exception {
        List<Round> rounds = session.conversation().rounds();
        session.close();
        Session again = Session.resume(store(), session.id(), warnings::add);
        assertEquals(rounds.toString(), again.conversation().rounds().toString());
        assertEquals("be brief", again.heading().system());
        assertEquals("mine", again.heading().title());
        again.close();
    }

    private void assertOneWarning(String begin) {
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).contains(begin), warnings.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileThatWasDeletedIsWrittenAnewWithTheNextTurn() throws Exception {
        Session session = disturbed();
        Files.delete(file(session));
        session.begin(Question.of("three"), "m");
        assertOneWarning("was deleted by another program: the whole conversation is there anew");
        assertTrue(Files.readString(file(session)).contains("three"), "the message is there before the request leaves");
        session.journal().orElseThrow().accept(new Event.Text("so far"));
        session.close();
        Transcript after = Transcript.read(file(session), () -> {});
        assertEquals(
                List.of("1 ä", "2", "so far"),
                after.conversation().rounds().stream().map(Round::answer).toList());
        assertEquals(List.of(file(session).getFileName().toString()), names());
    }

    /** Otherwise what was copied would be counted twice. */
    @Test
    void aCopyThatIsWrittenAnewStillSaysWhatIsCopied() throws Exception {
        Session session = disturbed();
        Session copy = session.fork(store(), warnings::add);
        Conversing.turn(copy, "three", "3");
        List<String> before = copiedOf(copy);
        assertEquals(2, before.size(), before.toString());
        assertTrue(before.get(0).contains(session.id()), before.toString());
        Files.delete(file(copy));
        Conversing.turn(copy, "four", "4");
        assertEquals(before, copiedOf(copy));
        copy.close();
        session.close();
        List<String> counted = new ArrayList<>();
        new AskedTurns(store()).read(turn -> {
            if (turn.copyOf().isEmpty()) {
                counted.add(turn.toString());
            }
        });
        assertEquals(4, counted.size(), "two of the first session, two of the copy: " + counted);
    }

    /** The marks of the questions that were asked elsewhere. */
    private List<String> copiedOf(Session session) throws IOException {
        List<String> marks = new ArrayList<>();
        for (String line : Files.readAllLines(file(session))) {
            int at = line.indexOf("\"copied\":");
            if (at >= 0) {
                marks.add(line.substring(at));
            }
        }
        return marks;
    }

    @Test
    void aFileThatWasDeletedInMidAnswerIsWrittenAnewAtTheEnd() throws Exception {
        Session session = disturbed();
        session.begin(Question.of("three"), "m");
        Files.delete(file(session));
        session.journal().orElseThrow().accept(new Event.Text("3"));
        Conversing.end(session, Question.of("three"), "3");
        assertAllIsThere(session);
        assertOneWarning("was deleted");
    }

    @Test
    void aFolderThatWasRemovedComesBackWithTheFilesOfTheMessages() throws Exception {
        Session session = disturbed();
        Attachment note = new Attachment("n.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        Conversing.turn(session, Question.of("three", List.of(note)), "3", new dev.belay.chat.Outcome.Complete("stop"));
        removeFolder();
        Conversing.turn(session, "four", "4");
        assertOneWarning("was deleted");
        session.close();
        Session again = Session.resume(store(), session.id(), warnings::add);
        assertEquals(
                List.of("one", "two", "three", "four"),
                again.conversation().rounds().stream().map(Round::user).toList());
        assertEquals(
                "n.txt",
                again.conversation().rounds().get(2).attachments().get(0).name());
        assertEquals(1, warnings.size());
        again.close();
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder())) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aFileThatWasCutShortIsWrittenAnewAndWhatWasLeftOfItIsKept() throws Exception {
        Session session = disturbed();
        String left = Files.readString(file(session)).substring(0, 100);
        Files.writeString(file(session), left);
        Conversing.turn(session, "three", "3");
        assertOneWarning("was cut short by another program");
        Path aside = folder().resolve(file(session).getFileName() + ".old");
        assertEquals(left, Files.readString(aside));
        assertTrue(warnings.get(0).endsWith("kept as " + aside.getFileName()), warnings.get(0));
        assertAllIsThere(session);
        assertEquals(List.of(session.id()), store().ids(""), "what is kept is no session");
    }

    @Test
    void aFileThatWasReplacedIsWrittenAnewAndTheOtherOneIsKept() throws Exception {
        Session session = disturbed();
        for (int i = 0; i < 2; i++) {
            Path other = Files.writeString(home.resolve("other"), "something else ".repeat(200 * (i + 1)));
            Files.move(other, file(session), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Conversing.turn(session, "more", "m");
        }
        assertEquals(2, warnings.size(), warnings.toString());
        assertTrue(warnings.get(1).contains("was replaced"), warnings.get(1));
        assertTrue(names().contains(file(session).getFileName() + ".old-2"), names().toString());
        assertAllIsThere(session);
    }

    @Test
    void aFileReplacedByOneOfTheSameLengthIsNoticedWithTheTurnAfter() throws Exception {
        Session session = disturbed();
        Files.move(
                Files.writeString(home.resolve("other"), "x".repeat((int) Files.size(file(session)))),
                file(session),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Conversing.turn(session, "three", "3");
        Conversing.turn(session, "four", "4");
        assertOneWarning("was replaced");
        assertAllIsThere(session);
    }

    @Test
    void aResumedFileThatIsDeletedBeforeTheFirstMessageLosesNothingOfItsBegin() throws Exception {
        Session session = disturbed();
        session.close();
        Session again = Session.resume(store(), session.id(), warnings::add);
        Files.delete(file(session));
        Conversing.turn(again, "three", "3");
        assertOneWarning("was deleted");
        assertAllIsThere(again);
    }

    @Test
    void whoOnlyLookedInDoesNotBringADeletedFileBack() throws Exception {
        Session session = disturbed();
        session.close();
        Session again = Session.resume(store(), session.id(), warnings::add);
        Files.delete(file(session));
        again.close();
        assertEquals(List.of(), names());
        assertEquals(List.of(), warnings);
    }

    @Test
    void whatIsWrittenAnewKeepsTheNumbersOfTheTurnsAndWhatTheyUsed() throws Exception {
        Session session = disturbed();
        session.undo();
        Conversing.turn(session, "three", "3");
        String created = session.chronicle().entries().get(0).told().asked();
        Files.delete(file(session));
        Conversing.turn(session, "four", "4");
        session.undo();
        session.close();
        Transcript after = Transcript.read(file(session), () -> {});
        assertEquals(
                List.of(1, 3),
                after.conversation().rounds().stream().map(Round::turn).toList());
        assertEquals(created, after.settings().created());
    }

    @Test
    void linesThatAnotherProgramAddedStayAndAreSaid() throws Exception {
        Session session = disturbed();
        Files.writeString(file(session), "{\"type\":\"mark\"}", StandardOpenOption.APPEND);
        Conversing.turn(session, "three", "3");
        assertOneWarning("another program has written to");
        assertTrue(Files.readString(file(session)).contains("\n{\"type\":\"mark\"}\n{\"type\":\"user\""));
        assertAllIsThere(session);
    }

    @Test
    void aFolderThatCanBeWrittenAgainGetsAllOfTheConversation() throws Exception {
        Files.writeString(folder(), "a file is in the way");
        Session session = create();
        session.heading().system("be brief");
        session.heading().title("mine");
        Conversing.turn(session, "one", "1");
        Conversing.turn(session, "two", "2");
        assertOneWarning("nothing is being saved from here on");
        assertFalse(session.isSaved());
        Files.delete(folder());
        Conversing.turn(session, "three", "3");
        assertEquals(2, warnings.size(), warnings.toString());
        assertTrue(warnings.get(1).startsWith("saving works again"), warnings.get(1));
        assertTrue(session.isSaved());
        assertAllIsThere(session);
        assertEquals(2, warnings.size(), warnings.toString());
    }

    @Test
    void aFolderThatCanBeWrittenAgainAtTheEndGetsItThen() throws Exception {
        Files.writeString(folder(), "a file is in the way");
        Session session = create();
        Conversing.turn(session, "one", "1");
        Files.delete(folder());
        session.close();
        assertEquals(
                1,
                Transcript.read(file(session), () -> {}).conversation().rounds().size());
    }

    @Test
    void filesThatCouldNotBeKeptAreKeptWithTheNextTurn() throws Exception {
        Session session = disturbed();
        Path contents = folder().resolve(session.id() + ".files");
        Files.writeString(contents, "in the way");
        Attachment note = new Attachment("n.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        Conversing.turn(session, Question.of("three", List.of(note)), "3", new dev.belay.chat.Outcome.Complete("stop"));
        String begin = Files.readString(file(session));
        assertTrue(begin.endsWith("\n") && !begin.contains("three"), "a begin of the conversation");
        Files.delete(contents);
        Conversing.turn(session, "four", "4");
        assertEquals(2, warnings.size(), warnings.toString());
        assertAllIsThere(session);
        assertEquals(2, warnings.size(), warnings.toString());
    }

    @Test
    void soMuchThatWaitsThatItIsDroppedIsWrittenFromMemory() throws Exception {
        Files.writeString(folder(), "a file is in the way");
        Session session = create();
        session.heading().system("be brief");
        session.heading().title("mine");
        Conversing.turn(session, "one", "much ".repeat(5_000_000));
        Files.delete(folder());
        Conversing.turn(session, "two", "2");
        assertAllIsThere(session);
    }

    @Test
    @NeedsPosix
    void aFolderBehindALinkIsAFolder() throws Exception {
        Files.createSymbolicLink(folder(), Files.createDirectory(home.resolve("elsewhere")));
        assertAllIsThere(disturbed());
        assertEquals(List.of(), warnings);
    }

    @Test
    void aFileThatIsThereAlreadyIsNeverTakenForANewSession() throws Exception {
        Session first = disturbed();
        first.close();
        String before = Files.readString(file(first));
        LockedFile same = new LockedFile(store(), first.id(), null, Standing.GONE);
        JournalFile journal = new JournalFile(same, warnings::add);
        journal.append("{}\n".getBytes(StandardCharsets.UTF_8));
        journal.close();
        assertEquals(before, Files.readString(file(first)));
        assertOneWarning("there is such a file already");
        Instant now = Instant.now();
        assertFalse(Files.exists(store().file(store().freeId(now))));
    }

    @Test
    void whenTheClockWasSetBackTheNewestIsSaidToLieAhead() throws Exception {
        Session session = disturbed();
        session.close();
        Instant now = Instant.now();
        assertFalse(store().isAhead(session.id(), now.plusSeconds(1)));
        Files.setLastModifiedTime(file(session), FileTime.from(now.plusSeconds(3600)));
        assertTrue(store().isAhead(session.id(), now));
        Session again = Session.resume(store(), session.id(), warnings::add);
        Conversing.turn(again, "three", "3");
        again.close();
        assertFalse(store().isAhead(session.id(), Instant.now().plusSeconds(1)), "one turn dates it right");
    }

    private SessionStore lockless() {
        return new SessionStore(folder(), channel -> {
            throw new IOException("Function not implemented");
        });
    }

    @Test
    void aFileSystemWithoutLocksIsSaidToWhoGoesOnWithASession() throws Exception {
        Session first = Session.create(lockless(), warnings::add);
        Conversing.turn(first, "one", "1");
        assertEquals(List.of(), warnings, "nobody else can know of a new one");
        Session second = Session.resume(lockless(), first.id(), warnings::add);
        assertOneWarning("cannot be locked on this file system");
        Conversing.turn(second, "two", "2");
        warnings.clear();
        Conversing.turn(first, "three", "3");
        assertOneWarning("another program has written to");
        first.close();
        second.close();
        Transcript both = Transcript.read(file(first), () -> {});
        assertEquals(
                List.of("one", "two", "three"),
                both.conversation().rounds().stream().map(Round::user).toList());
        assertEquals(0, both.damagedLines(), "lines stay whole");
    }

    @Test
    void withoutLocksALivingProcessThatNamedItselfIsNamed() throws Exception {
        Session first = disturbed();
        first.close();
        Path lock = folder().resolve(first.id() + ".jsonl.lock");
        long other = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(lock, Long.toString(other));
        Session second = Session.resume(lockless(), first.id(), warnings::add);
        assertOneWarning("as process " + other + " may have");
        second.close();
    }

    @Test
    void aLockFileThatADeadOrReusedProcessLeftKeepsNobodyOut() throws Exception {
        Session first = disturbed();
        first.close();
        Path lock = folder().resolve(first.id() + ".jsonl.lock");
        for (String left :
                List.of("999999999", "1", Long.toString(ProcessHandle.current().pid()), "", "no number")) {
            Files.writeString(lock, left);
            Session again = Session.resume(store(), first.id(), warnings::add);
            SessionInUse inUse =
                    assertThrows(SessionInUse.class, () -> Session.resume(store(), first.id(), warnings::add));
            assertEquals(Long.toString(ProcessHandle.current().pid()), inUse.holder());
            again.close();
            assertFalse(Files.exists(lock));
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void whoLosesItsLockFileDoesNotTakeAwayAnothersLock() throws Exception {
        Session session = disturbed();
        Path lock = folder().resolve(session.id() + ".jsonl.lock");
        Files.delete(lock);
        Files.writeString(lock, "12345");
        session.close();
        assertEquals("12345", Files.readString(lock));
    }
}
