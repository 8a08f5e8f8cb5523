package dev.belay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Act;
import dev.belay.chat.Answer;
import dev.belay.chat.Attachment;
import dev.belay.chat.Event;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Question;
import dev.belay.chat.Question.Kind;
import dev.belay.chat.Round;
import dev.belay.chat.Sink;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done in whatever order: memory and file hold the same, what is taken back was never there, nothing is lost. */
class ActsTest {

    private static final List<String> ANSWERS = List.of(
            "", "", " \n", "one two three, ", "four five", "```java\nint x", "end.\n", "一二三四五", "one two three, four");

    @TempDir
    Path folder;

    private final Random random = new Random(20261128);
    private final List<String> warnings = new ArrayList<>();
    private Session session;

    /** What the conversation was, before each of the acts that have not been taken back. */
    private final Deque<List<Message>> before = new ArrayDeque<>();

    private SessionStore store() {
        return new SessionStore(folder.resolve("sessions"));
    }

    private Round last() {
        return session.conversation().last().orElseThrow();
    }

    private List<Message> next() {
        return session.messages(Question.of("next"));
    }

    @Test
    void anyOrderOfActsIsRememberedAsItWas() throws Exception {
        for (int run = 0; run < 60; run++) {
            session = Session.create(store(), warnings::add);
            before.clear();
            for (int step = 0; step < 40; step++) {
                step();
                checkHistory(next());
                if (step % 4 == 0 && session.isSaved()) {
                    reopen();
                }
            }
            session.close();
        }
        assertEquals(List.of(), warnings);
    }

    private void step() throws Exception {
        boolean isEmpty = session.conversation().last().isEmpty();
        boolean hasText = !isEmpty && !isBlank(last().answer());
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> act(Question.of("question " + random.nextInt(100), files()));
            case 3 -> {
                if (hasText) {
                    act(last().goingOn("go on", Kind.CONTINUE));
                }
            }
            case 4 -> {
                if (hasText && !isBlank(last().user())) {
                    Question question = last().goingOn("", Kind.PREFILL);
                    List<Message> messages = session.messages(question);
                    assertEquals(
                            Message.Role.ASSISTANT,
                            messages.get(messages.size() - 1).role());
                    act(question);
                }
            }
            case 5, 6 -> {
                if (!isEmpty) {
                    Question again = last().again();
                    act(again.goesOn() && random.nextBoolean() ? last().goingOnAgain("go on", Kind.CONTINUE) : again);
                }
            }
            case 7 -> {
                if (!isEmpty) {
                    act(last().changed("changed " + random.nextInt(100)));
                }
            }
            case 8 -> undo();
            default -> fork();
        }
    }

    private List<Attachment> files() {
        return random.nextInt(5) > 0 ? List.of() : List.of(new Attachment("a.txt", "text/plain", new byte[] {'x'}));
    }

    private static boolean isBlank(String text) {
        return text.isBlank();
    }

    /** Carries it through, or dies on the way. */
    private void act(Question question) throws Exception {
        before.push(next());
        String answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
        List<Round> shown = session.conversation().rounds();
        session.begin(question, "p/m");
        Sink journal = session.journal().orElseThrow();
        if (!answer.isEmpty()) {
            journal.accept(new Event.Text(answer));
        }
        if (random.nextInt(6) == 0) {
            int acts = acts(shown);
            session.close();
            session = Session.resume(store(), session.id(), warnings::add);
            assertEquals(acts + 1, acts(session.conversation().rounds()));
            assertEquals(Round.End.INTERRUPTED, last().last().end());
        } else {
            Answer end = new Answer(answer, 0, outcome(), Usage.UNKNOWN, Duration.ofSeconds(1), "");
            journal.end(end);
            session.answered(question, end);
        }
        assertEquals(answer, last().last().answer());
        checkNothingIsLost(shown);
    }

    private Outcome outcome() {
        return switch (random.nextInt(3)) {
            case 0 -> new Complete("stop");
            case 1 -> new Interrupted(random.nextBoolean() ? Cause.KEY : Cause.TIME_LIMIT);
            default -> new Failed(new Problem(Problem.Kind.NETWORK, "cut"), Retry.NEVER);
        };
    }

    private static int acts(List<Round> rounds) {
        return rounds.stream().mapToInt(round -> round.history().size()).sum();
    }

    /** What was shown in the last turn is still shown, as its answer or as an alternative. */
    private void checkNothingIsLost(List<Round> shown) {
        List<String> now = new ArrayList<>();
        for (Chronicle.Entry entry : session.chronicle().entries()) {
            now.add(entry.round().answer());
            entry.alternatives()
                    .forEach(alternative -> now.add(alternative.round().answer()));
        }
        for (Round round : shown) {
            assertTrue(
                    now.stream()
                            .anyMatch(answer -> answer.startsWith(round.answer().strip())),
                    round + "\n" + now);
        }
    }

    private void undo() {
        int acts = acts(session.conversation().rounds());
        assertEquals(before.isEmpty(), session.undo().isEmpty());
        if (!before.isEmpty()) {
            assertEquals(before.pop().toString(), next().toString());
            assertEquals(acts - 1, acts(session.conversation().rounds()));
        }
    }

    private void fork() throws IOException {
        List<Round> rounds = session.conversation().rounds();
        if (rounds.isEmpty()) {
            return;
        }
        int turns = 1 + random.nextInt(rounds.size());
        Session fork = session.fork(store(), warnings::add, turns);
        assertEquals(turns, fork.conversation().rounds().size());
        for (int i = 0; i < turns; i++) {
            assertEquals(
                    plain(rounds.get(i)), plain(fork.conversation().rounds().get(i)));
        }
        if (turns == rounds.size()) {
            assertEquals(next().toString(), fork.messages(Question.of("next")).toString());
            session.close();
            session = fork;
        } else {
            fork.close();
        }
    }

    /** Without the numbers, which a copy has of its own. */
    private static String plain(Round round) {
        StringBuilder text = new StringBuilder(round.user() + "|" + round.answer() + "|" + round.end());
        for (Round alternative : round.alternatives()) {
            text.append("\n  ").append(plain(alternative));
        }
        return text.toString();
    }

    private void reopen() throws Exception {
        List<Round> rounds = session.conversation().rounds();
        List<Message> messages = next();
        Chronicle chronicle = session.chronicle();
        session.close();
        session = Session.resume(store(), session.id(), warnings::add);
        assertEquals(rounds.toString(), session.conversation().rounds().toString());
        assertEquals(messages.toString(), next().toString());
        assertEquals(chronicle.entries().size(), session.chronicle().entries().size());
    }

    private static void checkHistory(List<Message> messages) {
        for (int i = 0; i < messages.size(); i++) {
            assertFalse(messages.get(i).text().isBlank()
                    && messages.get(i).attachments().isEmpty());
            assertEquals(
                    i % 2 == 0 ? Message.Role.USER : Message.Role.ASSISTANT,
                    messages.get(i).role());
            assertNotEquals("go on", messages.get(messages.size() - 1).text());
        }
        assertTrue(messages.get(messages.size() - 1).text().endsWith("next"));
    }

    @Test
    void aRetryOfARetryKeepsBothAndUndoGoesBackOneByOne() throws Exception {
        session = Session.create(store(), warnings::add);
        Conversing.turn(session, "q", "first");
        Conversing.turn(session, last().again(), "", new Interrupted(Cause.KEY));
        Conversing.turn(session, last().again(), "third", new Complete("stop"));
        assertEquals(
                List.of("first"),
                last().alternatives().stream().map(Round::answer).toList());
        session.undo();
        assertEquals("", last().answer());
        session.undo();
        assertEquals("first", last().answer());
        session.undo();
        assertTrue(session.conversation().last().isEmpty());
        session.close();
    }

    @Test
    void aGoingOnIsRetriedFromTheSamePlace() throws Exception {
        session = Session.create(store(), warnings::add);
        Conversing.turn(session, Question.of("q"), "half", new Interrupted(Cause.KEY));
        Conversing.turn(session, last().goingOn("go on", Kind.CONTINUE), " a", new Complete("stop"));
        List<Message> asked = session.messages(last().goingOnAgain("go on", Kind.CONTINUE));
        assertEquals(
                List.of(
                        Message.user("q"),
                        Message.assistant("half\n\n[interrupted by the user]"),
                        Message.user("go on")),
                asked);
        Conversing.turn(session, last().goingOnAgain("", Kind.PREFILL), " b", new Complete("stop"));
        assertEquals("half b", last().answer());
        assertEquals(
                List.of("half a"),
                last().alternatives().stream().map(Round::answer).toList());
        Conversing.turn(session, last().changed("p"), "c", new Complete("stop"));
        assertEquals(
                List.of("half a", "half b"),
                last().alternatives().stream().map(Round::answer).toList());
        assertEquals(List.of(Message.user("p"), Message.assistant("c"), Message.user("next")), next());
        session.undo();
        assertEquals(List.of(Message.user("q"), Message.assistant("half b"), Message.user("next")), next());
        session.close();
    }

    @Test
    void goingOnInVainLeavesNoTraceInTheNextRequest() throws Exception {
        session = Session.create(store(), warnings::add);
        Conversing.turn(session, Question.of("q"), "half", new Interrupted(Cause.KEY));
        List<Message> asked = next();
        Conversing.turn(session, last().goingOn("go on", Kind.CONTINUE), "", new Interrupted(Cause.KEY));
        assertEquals(asked, next());
        assertEquals(1, last().goingOn("go on", Kind.CONTINUE).of());
        session.close();
    }

    @Test
    void whatIsKnownOfATurnIsThatOfAllItsPieces() throws Exception {
        session = Session.create(store(), warnings::add);
        Conversing.turn(session, Question.of("q"), "half", new Interrupted(Cause.KEY));
        Conversing.turn(session, last().goingOn("", Kind.PREFILL), " b", new Complete("stop"));
        Chronicle.Entry entry = session.chronicle().entries().get(0);
        assertEquals("half b", entry.round().answer());
        assertEquals("stop", entry.told().reason());
        assertEquals(List.of(), entry.alternatives());
        List<Act> acts = entry.round().acts();
        assertEquals(2, acts.size());
        session.close();
    }
}
