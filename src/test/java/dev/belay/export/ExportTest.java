package dev.belay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Attachment;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Question;
import dev.belay.session.Conversing;
import dev.belay.session.Session;
import dev.belay.session.SessionFinder;
import dev.belay.session.SessionStore;
import dev.belay.session.SessionSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private SessionStore store() {
        return new SessionStore(folder.resolve("sessions"));
    }

    private Session session() throws IOException {
        Session session = Session.create(store(), warning -> {});
        session.heading().system("be brief");
        session.heading().title("My talk");
        Attachment note = new Attachment("note.txt", "text/plain", "12345".getBytes(StandardCharsets.UTF_8));
        Conversing.turn(session, Question.of("first", List.of(note)), "one", new Complete("stop"));
        Conversing.turn(session, Question.of("second"), "two ", new Interrupted(Cause.KEY));
        Problem problem = new Problem(Problem.Kind.NETWORK, "the line is cut");
        Conversing.turn(session, Question.of("third"), "", new Failed(problem, Retry.NEVER));
        Conversing.turn(session, Question.of("undone"), "never", new Complete("stop"));
        session.undo();
        return session;
    }

    private static Manuscript manuscript(Session session) {
        return new Manuscript(session.chronicle(), Map.of(1, "let me see"), ZoneOffset.UTC);
    }

    private static String markdown(Session session) throws IOException {
        return Export.MARKDOWN
                .text(manuscript(session), () -> {})
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "THEN")
                .replaceAll("\\d+\\.\\d s", "0.0 s");
    }

    @Test
    void markdownIsForPeople() throws IOException {
        Session session = session();
        assertEquals("""
                # My talk

                Session `ID`, begun THEN, p/m

                ## System prompt

                be brief

                ## You · THEN

                first

                *attached: note.txt, text/plain, 5 bytes*

                ## p/m · THEN

                one

                ## You · THEN

                second

                ## p/m · THEN

                two

                *⏹ interrupted · ~1 token · 0.0 s*

                ## You · THEN

                third

                ## p/m · THEN

                *✗ failed: the line is cut*

                """.replace("ID", session.id()), markdown(session));
        session.close();
    }

    @Test
    void jsonIsForPrograms() throws IOException {
        Session session = session();
        JsonNode json = json(session);
        assertEquals(session.id(), json.path("session").asText());
        assertEquals("My talk", json.path("title").asText());
        assertEquals(3, json.path("turns").size());
        JsonNode first = json.path("turns").path(0);
        assertEquals(
                "first one complete stop p/m",
                String.join(
                        " ",
                        first.path("user").asText(),
                        first.path("text").asText(),
                        first.path("outcome").asText(),
                        first.path("reason").asText(),
                        first.path("model").asText()));
        assertEquals("note.txt", first.path("files").path(0).path("name").asText());
        assertEquals("interrupted", json.path("turns").path(1).path("outcome").asText());
        assertFalse(json.path("turns").path(2).has("usage"));
        session.close();
    }

    private static JsonNode json(Session session) throws IOException {
        return JSON.readTree(Export.JSON.text(manuscript(session), () -> {}));
    }

    /** Neither a resume nor a fork changes what is told, but for the title and the moments, which are taken twice. */
    @Test
    void aSessionReadBackTellsTheSame() throws Exception {
        Session session = session();
        JsonNode before = json(session);
        session.close();
        Session again = Session.resume(store(), session.id(), warning -> {});
        JsonNode resumed = json(again);
        assertEquals(before.path("title"), resumed.path("title"));
        for (int i = 0; i < 3; i++) {
            for (String field : new String[] {"user", "text", "outcome", "reason", "model", "files"}) {
                assertEquals(
                        before.path("turns").path(i).path(field),
                        resumed.path("turns").path(i).path(field),
                        field);
            }
        }
        Session fork = again.fork(store(), warning -> {});
        assertEquals(resumed.path("turns"), json(fork).path("turns"));
        fork.close();
        Session forkAgain = Session.resume(store(), fork.id(), warning -> {});
        assertEquals(resumed.path("turns"), json(forkAgain).path("turns"));
        assertEquals("My talk (copy)", forkAgain.heading().title());
        forkAgain.close();
        again.close();
    }

    @Test
    void aStoppedForkLeavesNothingBehind() throws IOException {
        Session session = session();
        List<Integer> beats = new ArrayList<>();
        SessionStore stopping = store().pulsed(() -> {
            beats.add(1);
            if (beats.size() == 2) {
                throw new IllegalStateException("stopped");
            }
        });
        assertThrows(IllegalStateException.class, () -> session.fork(stopping, warning -> {}));
        session.close();
        assertEquals(
                List.of(session.id()),
                new SessionFinder(store())
                        .newest("", 9).stream().map(SessionSummary::id).toList());
        try (var files = Files.list(folder.resolve("sessions"))) {
            assertEquals(2, files.count(), "the journal and its files");
        }
    }

    /** Whatever was left open, each heading is one to a reader of Markdown. */
    @Test
    void anAnswerCutInsideCodeDoesNotSwallowTheRest() throws IOException {
        String[] cut = {
            "```java\nint i;",
            "~~~~\n```\nx",
            "````\n```",
            "> ```\n> x",
            "- ```\n  x",
            "  ```\n x",
            "```\nwhole\n```",
            "``` not `a fence",
            "```\n\n",
            "```",
            "<!-- a note",
            "<!-- a -->\n<!--\n\nb",
            "<script>\nx",
            "<pre>\n\nx",
            "<?php\n\nx",
            "<![CDATA[ x",
            "<!DOCTYPE",
            "- a\n- b",
            "| a |\n|---|\n| b",
            "> a",
            "[a]: "
        };
        for (String answer : cut) {
            Session session = Session.unsaved();
            Conversing.turn(session, Question.of("q"), answer, new Interrupted(Cause.KEY));
            Conversing.turn(session, Question.of("r"), "fine", new Complete("stop"));
            assertEquals(5, headings(markdown(session)), answer + "\n\n" + markdown(session));
        }
    }

    /** The document's outline is who speaks; what looks like a heading in code is none. */
    @Test
    void headingsOfAnAnswerAreBelowTheOnesWhoSpeak() throws IOException {
        Session session = Session.unsaved();
        Conversing.turn(
                session,
                Question.of("# q"),
                "# One #\n\nTwo\n---\n\n###### Six\n\n```\n# code\n```\n\n> # quoted",
                new Complete("stop"));
        String text = markdown(session);
        assertTrue(text.contains("### One\n\n#### Two\n\n###### Six\n\n```\n# code\n```\n\n> # quoted\n"), text);
        assertTrue(text.contains("\n### q\n"), text);
    }

    private static int headings(String markdown) {
        int count = 0;
        for (Node node = Parser.builder().build().parse(markdown).getFirstChild();
                node != null;
                node = node.getNext()) {
            count += node instanceof Heading ? 1 : 0;
            assertTrue(
                    !(node instanceof FencedCodeBlock code)
                            || !code.getLiteral().contains("##"),
                    markdown);
        }
        return count;
    }

    @Test
    void theEndOfTheNameSaysTheForm() {
        assertEquals(Optional.of(Export.MARKDOWN), Export.of(Path.of("a.md")));
        assertEquals(Optional.of(Export.JSON), Export.of(Path.of("a.b/c.JSON")));
        assertEquals(Optional.empty(), Export.of(Path.of("a.jsonl")));
        assertEquals(Optional.empty(), Export.of(Path.of("md")));
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "mine");
        NewFile there = new NewFile(file, NewFile.Former.STAYS);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> Export.MARKDOWN.write(manuscript(Session.unsaved()), there, () -> {}));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void whatWasAnsweredBeforeStandsWithTheAnswer() throws IOException {
        Session session = Session.create(store(), warning -> {});
        Conversing.turn(session, Question.of("q"), "half ", new Interrupted(Cause.KEY));
        Conversing.turn(session, session.conversation().last().orElseThrow().again(), "good", new Complete("stop"));
        Conversing.turn(
                session, session.conversation().last().orElseThrow().changed("p"), "better", new Complete("stop"));
        String markdown = markdown(session);
        String before = markdown.substring(0, markdown.indexOf("better"));
        assertTrue(before.contains("Before that (1 of 2)") && before.contains("Before that (2 of 2)"), markdown);
        assertTrue(before.contains("half") && before.contains("good"), markdown);
        JsonNode turn = JSON.readTree(Export.JSON.text(manuscript(session), () -> {}))
                .path("turns")
                .get(0);
        assertEquals("better", turn.path("text").asText());
        assertEquals(2, turn.path("alternatives").size());
        assertEquals(
                "interrupted", turn.path("alternatives").get(0).path("outcome").asText());
        assertEquals("q", turn.path("alternatives").get(1).path("user").asText());
        session.close();
    }
}
