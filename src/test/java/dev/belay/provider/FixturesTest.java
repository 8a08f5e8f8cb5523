package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays the bodies in each dialect's folder: {@code NAME.sse}, {@code NAME.ndjson}, or {@code NAME.body} for a whole
 * document. {@code NAME.json} beside it says what must come out: {@code text}, {@code reasoning}, {@code input} and
 * {@code output} tokens, {@code tools}, and either {@code finish} or {@code error}; what it does not name must not come.
 */
class FixturesTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/belay/provider");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS =
            Set.of("text", "reasoning", "input", "output", "tools", "finish", "error");

    @Test
    void everyDialectHasFixtures() {
        List<String> without = new ArrayList<>(Dialects.words());
        without.removeIf(word -> Files.isDirectory(FOLDER.resolve(word)));
        assertEquals(List.of(), without);
    }

    @TestFactory
    Stream<DynamicTest> aBodyGivesWhatIsExpectedHoweverItIsCut() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Dialects dialect : Dialects.values()) {
            for (Path body : bodies(FOLDER.resolve(dialect.word()))) {
                tests.add(DynamicTest.dynamicTest(FOLDER.relativize(body).toString(), () -> replay(dialect, body)));
            }
        }
        return tests.stream();
    }

    private static List<Path> bodies(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(Dialects dialect, Path body) throws IOException {
        String name = body.getFileName().toString();
        Path sidecar = body.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
        Expected expected = expected(JSON.readTree(sidecar.toFile()));
        for (Cut cut : Cut.values()) {
            for (List<byte[]> pieces : cut.of(Files.readAllBytes(body))) {
                expected.check(dialect, pieces);
            }
        }
    }

    private static Expected expected(JsonNode facts) {
        facts.fieldNames().forEachRemaining(name -> assertTrue(FIELDS.contains(name), name));
        List<String> tools = new ArrayList<>();
        facts.path("tools").forEach(tool -> tools.add(tool.asText()));
        return new Expected(
                facts.path("text").asText(),
                facts.path("reasoning").asText(),
                new Usage(tokens(facts.path("input")), tokens(facts.path("output"))),
                Optional.ofNullable(facts.path("finish").textValue()),
                facts.path("error").asText(),
                Optional.of(tools));
    }

    private static OptionalLong tokens(JsonNode told) {
        return told.isNumber() ? OptionalLong.of(told.asLong()) : OptionalLong.empty();
    }
}
