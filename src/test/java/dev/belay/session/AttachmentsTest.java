package dev.belay.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.NeedsPosix;
import dev.belay.chat.Answer;
import dev.belay.chat.Attachment;
import dev.belay.chat.Event;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in a session: in every later request, on disk, and there again after a resume. */
class AttachmentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASH_OF_X = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final Attachment note = text("note.txt", "x");
    private final Attachment picture = new Attachment("p.png", "image/png", new byte[] {(byte) 0x89, 0, 1, 2});

    private static Attachment text(String name, String content) {
        return new Attachment(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private SessionStore store() {
        return new SessionStore(folder.resolve("sessions"));
    }

    private Session create() {
        return Session.create(store(), warnings::add);
    }

    private Session resume(Session session) throws Exception {
        session.close();
        return Session.resume(store(), session.id(), warnings::add);
    }

    private Path contents(Session session) {
        return folder.resolve("sessions").resolve(session.id() + ".files");
    }

    private List<Path> kept(Session session) throws IOException {
        try (Stream<Path> files = Files.list(contents(session))) {
            return files.sorted().toList();
        }
    }

    private static Session turn(Session session, Question asked) throws IOException {
        session.begin(asked, "p/m");
        if (session.journal().isPresent()) {
            session.journal().get().accept(new Event.Text("answer"));
        }
        Answer end = new Answer("answer", 0, new Complete("stop"), Usage.UNKNOWN, Duration.ofSeconds(1), "");
        if (session.journal().isPresent()) {
            session.journal().get().end(end);
        }
        session.answered(asked, end);
        return session;
    }

    private static Session turn(Session session, String text, Attachment... files) throws IOException {
        return turn(session, Question.of(text, List.of(files)));
    }

    private static List<Attachment> filesOf(Session session, int message) {
        return session.messages(Question.of("next")).get(message).attachments();
    }

    private static void assertSameFile(Attachment expected, Attachment actual) {
        assertEquals(expected.toString(), actual.toString());
        assertArrayEquals(expected.content(), actual.content());
    }

    private JsonNode userRecord(Session session) throws IOException {
        for (String line : Files.readAllLines(store().file(session.id()))) {
            JsonNode record = JSON.readTree(line);
            if (record.path("type").asText().equals("user")) {
                return record;
            }
        }
        throw new AssertionError("no user record");
    }

    @Test
    void theRecordTellsOfTheFilesAndTheContentsLieBesideItBeforeTheRequestLeaves() throws Exception {
        Session session = create();
        session.begin(Question.of("see", List.of(note, picture)), "m");
        JsonNode first = userRecord(session).path("files").path(0);
        assertEquals("note.txt", first.path("name").asText());
        assertEquals("text/plain", first.path("media_type").asText());
        assertEquals(HASH_OF_X, first.path("sha256").asText());
        assertEquals(1, first.path("bytes").asInt());
        assertEquals(2, userRecord(session).path("files").size());
        assertEquals("x", Files.readString(contents(session).resolve(HASH_OF_X)));
        session.close();
    }

    @Test
    void aMessageWithoutFilesHasNoSuchFieldAndNoFolder() throws Exception {
        Session session = turn(create(), "plain");
        assertFalse(userRecord(session).has("files"));
        assertFalse(Files.exists(contents(session)));
        session.close();
    }

    @Test
    @NeedsPosix
    void onlyTheOwnerMayReadTheContents() throws Exception {
        Session session = turn(create(), "see", note, picture);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(contents(session))));
        for (Path file : kept(session)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        session.close();
    }

    @Test
    void aResumedSessionHasTheFilesOfEveryMessage() throws Exception {
        Session session = turn(turn(create(), "one", note), "two", picture, note);
        Session again = resume(session);
        assertSameFile(note, filesOf(again, 0).get(0));
        assertSameFile(picture, filesOf(again, 2).get(0));
        assertSameFile(note, filesOf(again, 2).get(1));
        assertEquals(List.of(), warnings);
        again.close();
    }

    @Test
    void oneContentIsKeptOnceAndHeldOnce() throws Exception {
        Session session = turn(turn(create(), "one", note), "two", text("another name.txt", "x"));
        assertEquals(List.of(contents(session).resolve(HASH_OF_X)), kept(session));
        Session again = resume(session);
        assertSame(filesOf(again, 0).get(0).content(), filesOf(again, 2).get(0).content());
        assertEquals("another name.txt", filesOf(again, 2).get(0).name());
        again.close();
    }

    @Test
    void aContentThatIsMissingOrChangedCostsThatFileAndIsSaidOnce() throws Exception {
        Attachment longer = text("longer.txt", "some text");
        Session session = turn(turn(create(), "one", note, longer), "two", picture, longer);
        Files.delete(contents(session).resolve(HASH_OF_X));
        for (Path file : kept(session)) {
            if (Files.size(file) == 4) {
                Files.write(file, new byte[] {(byte) 0x89, 0, 1, 3});
            }
        }
        Session again = resume(session);
        assertEquals(1, filesOf(again, 0).size());
        assertSameFile(longer, filesOf(again, 0).get(0));
        assertEquals(1, filesOf(again, 2).size());
        assertEquals(1, warnings.size());
        assertEquals(
                "session " + session.id() + " goes on without note.txt, p.png: what was kept is missing or was changed",
                warnings.get(0));
        again.close();
    }

    @Test
    void whatWasLostComesBackWhenItIsAttachedAgain() throws Exception {
        Session session = turn(create(), "one", note);
        Files.writeString(contents(session).resolve(HASH_OF_X), "y");
        Session again = turn(resume(session), "two", note);
        warnings.clear();
        Session third = resume(again);
        assertSameFile(note, filesOf(third, 0).get(0));
        assertSameFile(note, filesOf(third, 2).get(0));
        assertEquals(List.of(), warnings);
        third.close();
    }

    @Test
    void aFileThatNoTurnNeedsAnyMoreIsNotMissed() throws Exception {
        Session session = turn(turn(create(), "one"), "two", note);
        assertEquals(List.of(note), session.undo().orElseThrow().question().attachments());
        Files.delete(contents(session).resolve(HASH_OF_X));
        Session again = resume(session);
        assertEquals(List.of(), warnings);
        assertTrue(again.messages(Question.of("x")).stream()
                .allMatch(message -> message.attachments().isEmpty()));
        again.close();
    }

    @Test
    void aRetryAsksWithTheSameFilesAlsoAfterAResume() throws Exception {
        Session session = resume(turn(turn(create(), "one"), "two", note));
        Question retry = session.conversation().last().orElseThrow().again();
        List<Message> messages = session.messages(retry);
        assertEquals(3, messages.size());
        assertSameFile(note, messages.get(2).attachments().get(0));
        assertEquals(2, session.conversation().rounds().size(), "only a turn that begins takes the place");
        turn(session, retry);
        assertEquals(2, session.conversation().rounds().size(), "it has taken the place");
        Session again = resume(session);
        assertEquals(2, again.conversation().rounds().size());
        assertSameFile(
                note, again.conversation().last().orElseThrow().attachments().get(0));
        again.close();
    }

    @Test
    void goingOnWithAnAnswerCarriesTheFilesOfItsQuestion() throws Exception {
        Session session = turn(create(), "one", note);
        Round last = session.conversation().last().orElseThrow();
        for (Question.Kind kind : new Question.Kind[] {Question.Kind.CONTINUE, Question.Kind.PREFILL}) {
            Question more = last.goingOn("go on", kind);
            assertEquals(List.of(note), session.messages(more).get(0).attachments());
        }
        turn(session, last.goingOn("", Question.Kind.PREFILL));
        Session again = resume(session);
        assertSameFile(
                note, again.conversation().last().orElseThrow().attachments().get(0));
        again.close();
    }

    @Test
    void aCopyHasContentsOfItsOwn() throws Exception {
        Session session = turn(create(), "one", note, picture);
        Session copy = Session.copy(store(), session.id(), warnings::add);
        session.close();
        Files.delete(store().file(session.id()));
        for (Path file : kept(session)) {
            Files.delete(file);
        }
        Session again = resume(copy);
        assertSameFile(note, filesOf(again, 0).get(0));
        assertSameFile(picture, filesOf(again, 0).get(1));
        assertEquals(List.of(), warnings);
        again.close();
    }

    @Test
    void whatIsNotSavedLeavesNoTrace() throws Exception {
        Session session = turn(Session.unsaved(), "one", note);
        assertEquals(List.of(note), filesOf(session, 0));
        session.close();
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(), all.toList());
        }
    }

    @Test
    void readOnlyWritesNothing() throws Exception {
        Session session = turn(create(), "one", note);
        session.close();
        String before = Files.readString(store().file(session.id()));
        Session looked = Session.readOnly(store(), session.id(), warnings::add);
        assertSameFile(note, filesOf(looked, 0).get(0));
        turn(looked, "two", picture);
        looked.close();
        assertEquals(before, Files.readString(store().file(session.id())));
        assertEquals(1, kept(session).size());
    }

    /** The journal is text: a hash that somebody wrote there must not lead out of the folder. */
    @ParameterizedTest
    @ValueSource(strings = {"../../secret", "", "\\u0000"})
    void aHashThatIsNoneReadsNothing(String hash) throws Exception {
        Session session = turn(create(), "one", note);
        session.close();
        Files.writeString(folder.resolve("secret"), "x");
        Path journal = store().file(session.id());
        Files.writeString(journal, Files.readString(journal).replace(HASH_OF_X, hash));
        Session again = resume(session);
        assertEquals(List.of(), again.conversation().last().orElseThrow().attachments());
        assertEquals(1, warnings.size());
        again.close();
    }

    @Test
    void contentsThatCannotBeWrittenAreSaidOnceAndTheChatGoesOn() throws Exception {
        Session session = turn(create(), "one");
        Files.writeString(contents(session), "a file is in the way");
        turn(turn(session, "two", note), "three", picture);
        assertEquals(List.of(note), filesOf(session, 2));
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("nothing is being saved from here on"), warnings.get(0));
        session.close();
    }

    @Test
    void halfAContentLeftByACrashIsWrittenAnew() throws Exception {
        Session session = turn(create(), "one");
        Files.createDirectories(contents(session));
        Files.writeString(contents(session).resolve(HASH_OF_X + ".part"), "longer than the content");
        turn(session, "two", note);
        assertEquals(List.of(contents(session).resolve(HASH_OF_X)), kept(session));
        assertEquals("x", Files.readString(contents(session).resolve(HASH_OF_X)));
        session.close();
    }
}
