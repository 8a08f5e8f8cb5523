package dev.belay.session.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Answer;
import dev.belay.chat.Estimate;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Question;
import dev.belay.chat.Usage;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal says of an answer's numbers, so that it can be counted later. */
class CountedNumbersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Estimate ALL = new Estimate(OptionalLong.of(12), 3, OptionalDouble.of(0.5));

    @TempDir
    Path folder;

    private SessionStore store() {
        return new SessionStore(folder);
    }

    private List<JsonNode> records(String id, String type) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(store().file(id))) {
            JsonNode node = JSON.readTree(line);
            if (node.path("type").asText().equals(type)) {
                records.add(node);
            }
        }
        return records;
    }

    private Session stopped(String text, Usage usage, Estimate estimate) throws IOException {
        Session session = Session.create(store(), warning -> {});
        Question question = Question.of("q");
        session.begin(question, "p/m", OptionalLong.of(50));
        session.journal().orElseThrow().accept(new Event.Text(text));
        Answer answer = new Answer(
                text, 0, new Interrupted(Cause.KEY), usage, estimate, Duration.ofSeconds(1), "", "", Optional.empty());
        session.journal().orElseThrow().end(answer);
        session.answered(question, answer);
        session.close();
        return session;
    }

    private JsonNode end(String text, Usage usage, Estimate estimate) throws IOException {
        return records(stopped(text, usage, estimate).id(), "end").get(0);
    }

    @Test
    void whatWasNotToldIsAnEstimate() throws Exception {
        JsonNode end = end("twelve chars", Usage.UNKNOWN, ALL);
        assertEquals(
                "{\"input_tokens\":12,\"output_tokens\":3,\"cost_usd\":0.5}",
                end.path("estimate").toString());
        assertFalse(end.has("usage"));
    }

    @Test
    void whatWasToldIsNotEstimatedBesides() throws Exception {
        Usage told = new Usage(OptionalLong.of(7), OptionalLong.of(9));
        assertEquals("{\"cost_usd\":0.5}", end("x", told, ALL).path("estimate").toString());
        Usage all = new Usage(OptionalLong.of(7), OptionalLong.of(9), OptionalDouble.of(0.1));
        assertFalse(end("x", all, ALL).has("estimate"));
    }

    @Test
    void whatNobodyKnowsIsAbsent() throws Exception {
        assertFalse(end("", Usage.UNKNOWN, new Estimate(OptionalLong.empty(), 0, OptionalDouble.empty()))
                .has("estimate"));
    }

    @Test
    void theLimitThatWasSetIsNoted() throws Exception {
        assertEquals(
                50,
                records(stopped("x", Usage.UNKNOWN, ALL).id(), "user")
                        .get(0)
                        .path("max_tokens")
                        .asInt());
    }

    @Test
    void aCopySaysWhatItIsACopyOfAndIsNotCounted() throws Exception {
        Session session = stopped("x", Usage.UNKNOWN, ALL);
        Session fork = Session.copy(store(), session.id(), warning -> {});
        fork.close();
        JsonNode user = records(fork.id(), "user").get(0);
        assertEquals(
                "{\"session\":\"" + session.id() + "\",\"turn\":1}",
                user.path("copied").toString());
        assertFalse(records(session.id(), "user").get(0).has("copied"));
        List<Asked> asked = new ArrayList<>();
        new AskedTurns(store()).read(asked::add);
        assertEquals(2, asked.size());
        assertEquals(1, asked.stream().filter(turn -> turn.copyOf().isEmpty()).count());
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws Exception {
        Session session = stopped("Größe 信号 \uD83D\uDE00 \"\n\\", Usage.UNKNOWN, ALL);
        List<Asked> asked = new ArrayList<>();
        new AskedTurns(store()).read(asked::add);
        Asked turn = asked.get(0);
        assertEquals(new Asked.Place(session.id(), 1), turn.place());
        assertEquals("p/m", turn.model());
        assertEquals("Größe 信号 \uD83D\uDE00 \"\n\\".length(), turn.shown());
        assertEquals(OptionalLong.of(12), turn.estimated().inputTokens());
        assertEquals(OptionalDouble.of(0.5), turn.estimated().dollars());
        assertEquals(OptionalLong.of(50), turn.maxTokens());
        assertTrue(turn.at().isPresent());
    }

    @Test
    void aLineLargerThanTheBufferIsRead() throws Exception {
        String long1 = "a".repeat(300_000);
        stopped(long1, Usage.UNKNOWN, ALL);
        List<Asked> asked = new ArrayList<>();
        new AskedTurns(store()).read(asked::add);
        assertEquals(300_000, asked.get(0).shown());
    }
}
