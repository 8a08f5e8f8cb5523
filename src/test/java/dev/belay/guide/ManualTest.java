package dev.belay.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManualTest {
    private static final Pattern MENTION = Pattern.compile("`belay help ([a-z]+)`");
    private static final Pattern CITED = Pattern.compile("\"([^\"]+)\"\\s+in\\s+`belay\\s+help\\s+([a-z]+)`");

    private final Manual manual = new Manual();

    static List<String> topics() {
        return new Manual().topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyPageBeginsWithATitleAndHasSections(String topic) {
        String page = manual.page(topic).orElseThrow();

        assertTrue(page.startsWith("# "), topic);
        assertTrue(sectionsOf(topic).size() >= 3, topic);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theSectionsOfAPageAreAllOfIt(String topic) {
        String page = manual.page(topic).orElseThrow();
        StringBuilder joined = new StringBuilder("# " + sectionsOf(topic).get(0).title() + "\n");
        for (Section section : sectionsOf(topic)) {
            joined.append("\n## " + section.heading() + "\n\n" + section.body() + "\n");
        }

        assertEquals(page, joined.toString());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyMentionedPageExists(String topic) {
        Matcher mention = MENTION.matcher(manual.page(topic).orElseThrow().replace('\n', ' '));
        while (mention.find()) {
            assertTrue(manual.topics().contains(mention.group(1)), mention.group());
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyCitedSectionExists(String topic) {
        Matcher cited = CITED.matcher(manual.page(topic).orElseThrow());
        while (cited.find()) {
            String heading = cited.group(1).replace('\n', ' ');
            assertTrue(
                    sectionsOf(cited.group(2)).stream()
                            .anyMatch(s -> s.heading().equals(heading)),
                    heading);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyCodeBlockIsClosedWithinItsSection(String topic) {
        for (Section section : sectionsOf(topic)) {
            assertEquals(1, section.body().split("```", -1).length % 2, section.heading());
        }
    }

    @Test
    void theFirstPageNamesAllOthers() {
        String start = manual.page("start").orElseThrow();
        for (String topic : manual.topics()) {
            assertTrue(topic.equals("start") || start.contains("`belay help " + topic + "`"), topic);
        }
    }

    @Test
    void noTwoSectionsOfAPageShareAHeading() {
        Set<String> seen = new HashSet<>();
        for (Section section : manual.sections()) {
            assertTrue(seen.add(section.topic() + section.heading()), section.heading());
        }
    }

    @Test
    void anUnknownTopicHasNoPage() {
        assertEquals(Optional.empty(), manual.page("nonsense"));
        assertEquals(Optional.empty(), manual.page("../version"));
    }

    @Test
    void theExampleOfASessionFileIsValid() throws IOException {
        Section section = manual.sections().stream()
                .filter(s -> s.heading().equals("A session file by example"))
                .findFirst()
                .orElseThrow();
        ObjectMapper json = new ObjectMapper();
        List<String> types = List.of("session", "user", "delta", "end", "undo", "set");
        int lines = 0;
        for (String line : section.body().split("\n")) {
            if (line.startsWith("{")) {
                JsonNode node = json.readTree(line);
                assertTrue(types.contains(node.get("type").asText()), line);
                lines++;
            }
        }
        assertFalse(lines == 0);
    }

    private List<Section> sectionsOf(String topic) {
        return manual.sections().stream().filter(s -> s.topic().equals(topic)).toList();
    }
}
