package dev.belay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.NeedsPosix;
import dev.belay.chat.Act;
import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Partial;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.chat.Round.End;
import dev.belay.chat.Sink;
import dev.belay.chat.Usage;
import dev.belay.session.count.AskedTurns;
import dev.belay.session.search.SearchWords;
import dev.belay.session.search.SessionSearch;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private SessionStore store() {
        return new SessionStore(folder.resolve("sessions"));
    }

    private Session create() {
        return Session.create(store(), warnings::add);
    }

    private Session resume(Session session) throws Exception {
        return Session.resume(store(), session.id(), warnings::add);
    }

    private Path file(Session session) {
        return store().file(session.id());
    }

    /** Carries a turn through as {@code Turn} does. */
    private static void turn(Session session, String question, String answer, Outcome outcome) throws IOException {
        turn(session, Question.of(question), answer, outcome);
    }

    private static void turn(Session session, Question asked, String answer, Outcome outcome) throws IOException {
        session.begin(asked, "p/m");
        Sink journal = session.journal().orElseThrow();
        journal.accept(new Event.Text(answer));
        Answer end = new Answer(
                answer, 0, outcome, new Usage(OptionalLong.of(3), OptionalLong.of(5)), Duration.ofSeconds(1), "");
        journal.end(end);
        session.answered(asked, end);
    }

    private List<JsonNode> records(Session session) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(file(session))) {
            records.add(JSON.readTree(line));
        }
        return records;
    }

    @Test
    void aFileHoldsWhatTheContractSays() throws Exception {
        Session session = create();
        session.heading().system("be brief");
        turn(session, "q", "half", new Interrupted(Cause.KEY));
        session.close();
        List<JsonNode> records = records(session);
        assertEquals(
                List.of("session", "set", "user", "delta", "end"),
                records.stream().map(node -> node.path("type").asText()).toList());
        assertEquals(1, records.get(0).path("v").asInt());
        assertEquals(session.id(), records.get(0).path("id").asText());
        assertEquals("p/m", records.get(0).path("model").asText());
        assertEquals("q", records.get(2).path("text").asText());
        assertEquals(1, records.get(2).path("turn").asInt());
        assertEquals("half", records.get(3).path("text").asText());
        assertEquals("interrupted", records.get(4).path("outcome").asText());
        assertEquals("key", records.get(4).path("reason").asText());
        assertEquals(5, records.get(4).path("usage").path("output_tokens").asInt());
        assertEquals("p/m", records.get(4).path("model").asText());
    }

    @Test
    void anAnswerThatWasGoneOnWithIsOneAnswerAfterwards() throws Exception {
        Session session = create();
        turn(session, "count", "one, two, ", new Interrupted(Cause.KEY));
        turn(
                session,
                session.conversation().last().orElseThrow().goingOn("", Question.Kind.PREFILL),
                " three",
                new Complete("stop"));
        List<Round> rounds = session.conversation().rounds();
        assertEquals(1, rounds.size());
        assertEquals("one, two, three", rounds.get(0).answer());
        assertEquals(End.COMPLETE, rounds.get(0).end());
        session.close();
        Session again = resume(session);
        assertEquals(rounds, again.conversation().rounds());
        again.close();
    }

    @Test
    @NeedsPosix
    void onlyTheOwnerMayReadIt() throws Exception {
        Session session = create();
        turn(session, "q", "a", new Complete("stop"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file(session))));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sessions"))));
        session.close();
    }

    @Test
    void lookingInLeavesNoTrace() throws Exception {
        create().close();
        assertFalse(Files.exists(folder.resolve("sessions")));
    }

    @Test
    void theUsersLineIsThereBeforeTheRequest() throws Exception {
        Session session = create();
        session.begin(Question.of("only this"), "m");
        assertEquals("only this", records(session).get(1).path("text").asText());
        session.close();
    }

    @Test
    void aResumedSessionGoesOnWhereItWas() throws Exception {
        Session session = create();
        session.heading().system("be brief");
        turn(session, "one", "1", new Complete("stop"));
        turn(session, "two", "half ", new Interrupted(Cause.KEY));
        session.close();
        Session again = resume(session);
        assertEquals("be brief", again.heading().system());
        assertEquals("p/m", again.heading().model());
        turn(again, "three", "3", new Complete("stop"));
        assertEquals(
                List.of(
                        Message.user("one"),
                        Message.assistant("1"),
                        Message.user("two"),
                        Message.assistant("half\n\n[interrupted by the user]"),
                        Message.user("three"),
                        Message.assistant("3"),
                        Message.user("four")),
                again.messages(Question.of("four")));
        again.close();
        assertEquals(
                3,
                records(again).stream()
                        .filter(r -> r.path("type").asText().equals("user"))
                        .count());
        assertEquals(List.of(), warnings);
    }

    @Test
    void aTurnWithoutItsEndReadsAsInterrupted() throws Exception {
        Session session = create();
        session.begin(Question.of("q"), "m");
        session.journal().orElseThrow().accept(new Event.Text("so far"));
        session.close();
        Session again = resume(session);
        assertEquals(
                List.of(new Round(1, "q", "so far", End.INTERRUPTED)),
                again.conversation().rounds());
        again.close();
    }

    @Test
    void unknownRecordsAndFieldsAreKeptAndDoNoHarm() throws Exception {
        Session session = create();
        turn(session, "one", "1", new Complete("stop"));
        session.close();
        String foreign = "{\"type\":\"mark\",\"colour\":\"blue\"}\n{\"type\":\"delta\",\"turn\":1,\"sound\":\"?\"}\n";
        Files.writeString(file(session), foreign, StandardOpenOption.APPEND);
        Session again = resume(session);
        turn(again, "two", "2", new Complete("stop"));
        again.close();
        assertTrue(Files.readString(file(session)).contains(foreign));
        assertEquals(List.of(), warnings);
    }

    @Test
    void aFileFromALaterVersionIsReadButNotWritten() throws Exception {
        Session session = create();
        turn(session, "one", "1", new Complete("stop"));
        session.close();
        Files.writeString(file(session), Files.readString(file(session)).replace("\"v\":1", "\"v\":2"));
        String before = Files.readString(file(session));
        Session again = resume(session);
        assertEquals(1, again.conversation().rounds().size());
        assertTrue(again.journal().isEmpty());
        again.close();
        assertEquals(before, Files.readString(file(session)));
        assertTrue(warnings.get(0).contains("later version"), warnings.toString());
    }

    @Test
    void aSecondWriterIsToldWhoHoldsItAndMayCopy() throws Exception {
        Session session = create();
        turn(session, "one", "1", new Complete("stop"));
        SessionInUse inUse = assertThrows(SessionInUse.class, () -> resume(session));
        assertEquals(String.valueOf(ProcessHandle.current().pid()), inUse.holder());
        Session copy = Session.copy(store(), session.id(), warnings::add);
        turn(copy, "two", "2", new Complete("stop"));
        assertEquals(2, copy.conversation().rounds().size());
        copy.close();
        session.close();
        Session again = resume(session);
        assertEquals(1, again.conversation().rounds().size());
        again.close();
        try (var files = Files.list(folder.resolve("sessions"))) {
            assertEquals(0, files.filter(f -> f.toString().endsWith(".lock")).count(), "no locks are left");
        }
    }

    @Test
    void anUndoHoldsAfterAResume() throws Exception {
        Session session = create();
        turn(session, "one", "1", new Complete("stop"));
        turn(session, "two", "2", new Complete("stop"));
        assertEquals("two", session.undo().orElseThrow().question().text());
        session.close();
        Session again = resume(session);
        assertEquals(
                List.of(Message.user("one"), Message.assistant("1"), Message.user("x")),
                again.messages(Question.of("x")));
        turn(again, "three", "3", new Complete("stop"));
        assertEquals(3, again.conversation().last().orElseThrow().turn(), "a number is not given twice");
        again.close();
    }

    @Test
    void aRetryTakesThePlaceOfTheFormerAnswerAndTheJournalKeepsBoth() throws Exception {
        Session session = create();
        turn(session, "one", "bad", new Complete("stop"));
        Question retry = session.conversation().last().get().again();
        assertEquals(List.of(Message.user("one")), session.messages(retry));
        session.begin(retry, "m");
        session.journal().orElseThrow().accept(new Event.Text("good"));
        session.close();
        Session again = resume(session);
        Round round = again.conversation().last().orElseThrow();
        assertEquals(List.of(new Act(2, retry, "good", End.INTERRUPTED)), round.acts());
        assertEquals(List.of(new Round(1, "one", "bad", End.COMPLETE)), round.alternatives());
        assertTrue(Files.readString(file(session)).contains("bad"));
        again.close();
    }

    @Test
    void whatCountsOnlyWhenItIsCompleteIsKeptInTheJournalAndNowhereElse() throws Exception {
        Session session = create();
        turn(session, Question.of("one").with(Partial.DISCARDED), "half", new Interrupted(Cause.KEY));
        turn(session, Question.of("two").with(Partial.DISCARDED), "whole", new Complete("stop"));
        List<Message> next = List.of(Message.user("one\n\ntwo"), Message.assistant("whole"), Message.user("x"));
        assertEquals(next, session.messages(Question.of("x")));
        session.begin(Question.of("three").with(Partial.DISCARDED), "m");
        session.journal().orElseThrow().accept(new Event.Text("killed"));
        session.close();
        assertTrue(Files.readString(file(session)).contains("half"));
        Session again = resume(session);
        assertEquals("", again.conversation().last().orElseThrow().answer());
        assertEquals(
                List.of(Message.user("one\n\ntwo"), Message.assistant("whole"), Message.user("three\n\nx")),
                again.messages(Question.of("x")));
        again.close();
    }

    @Test
    void aCorrectionIsToldAfterTheAnswerAndWhatIsSaidThenTakesItsPlace() throws Exception {
        Session session = create();
        turn(session, "one", "bad", new Complete("stop"));
        Question corrected =
                Question.of("one").corrected(session.conversation().last().orElseThrow(), "be good");
        assertEquals(
                List.of(Message.user("one"), Message.assistant("bad"), Message.user("be good")),
                session.messages(corrected));
        turn(session, corrected, "good", new Complete("stop"));
        List<Message> next = List.of(Message.user("one"), Message.assistant("good"), Message.user("x"));
        assertEquals(next, session.messages(Question.of("x")));
        session.close();
        assertTrue(Files.readString(file(session)).contains("\"correction\":\"be good\""));
        Session again = resume(session);
        assertEquals(next, again.messages(Question.of("x")));
        again.close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidOnceAndTheChatGoesOn() throws Exception {
        Files.writeString(folder.resolve("sessions"), "a file is in the way");
        Session session = create();
        turn(session, "one", "1", new Complete("stop"));
        turn(session, "two", "2", new Complete("stop"));
        session.close();
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("nothing is being saved"), warnings.get(0));
        assertEquals(2, session.conversation().rounds().size());
    }

    /** That is what a full disk has left: there is nothing to go on with. */
    @Test
    void aFileInWhichNothingStandsIsNotTheLatestSession() throws Exception {
        Session session = create();
        turn(session, "one", "1", new Complete("stop"));
        Files.setLastModifiedTime(file(session), java.nio.file.attribute.FileTime.fromMillis(1000));
        Path empty = file(session).resolveSibling("20991231-000000-aaaa" + SessionStore.SUFFIX);
        Files.createFile(empty);
        assertEquals(session.id(), store().latest().orElseThrow());
        Files.delete(file(session));
        assertTrue(store().latest().isEmpty());
        session.close();
    }

    /** It would be waited for, until somebody writes into it. */
    @Test
    @Timeout(20)
    void aPipeAmongTheSessionsIsNotRead() throws Exception {
        Session session = create();
        turn(session, "one", "1", new Complete("stop"));
        Path pipe = file(session).resolveSibling("20991231-000000-aaaa" + SessionStore.SUFFIX);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertThrows(FileSystemException.class, () -> SessionStore.open(pipe.toFile()));
        AskedTurns turns = new AskedTurns(store());
        List<String> counted = new ArrayList<>();
        turns.read(turn -> counted.add(turn.toString()));
        assertEquals(1, counted.size());
        assertEquals(1, turns.unreadable());
        List<String> failures = new ArrayList<>();
        List<String> found = new ArrayList<>();
        new SessionSearch(
                        store(),
                        new SearchWords(List.of("one")),
                        new SessionFilter("", "", Long.MIN_VALUE, Optional.empty()),
                        40)
                .run(all -> {
                    all.forEach(each -> (each.failure().isEmpty() ? found : failures).add(each.id()));
                    return true;
                });
        assertEquals(List.of(session.id()), found);
        assertEquals(List.of("20991231-000000-aaaa"), failures);
        session.close();
    }

    @Test
    void theLatestSessionIsTheOneWrittenToLast() throws Exception {
        Session first = create();
        turn(first, "one", "1", new Complete("stop"));
        Session second = create();
        turn(second, "two", "2", new Complete("stop"));
        Files.setLastModifiedTime(file(second), java.nio.file.attribute.FileTime.fromMillis(1000));
        assertEquals(first.id(), store().latest().orElseThrow());
        assertEquals(List.of(second.id()), store().ids(second.id()));
        first.close();
        second.close();
    }
}
