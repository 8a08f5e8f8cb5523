package dev.belay.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user's manual: one Markdown page per topic, read from the class path when asked for. */
public final class Manual {
    private static final String PLACE = "/dev/belay/manual/";
    private static final String TITLE = "# ";
    private static final String HEADING = "\n## ";

    /** A new page is a file and a word here. */
    private static final List<String> TOPICS = List.of(
            "start",
            "stopping",
            "keys",
            "display",
            "commands",
            "models",
            "scripts",
            "sessions",
            "stats",
            "options",
            "config",
            "files",
            "safety",
            "trouble",
            "guide");

    /** The names of the pages, in reading order. */
    public List<String> topics() {
        return TOPICS;
    }

    /** The whole page as Markdown; empty when there is no such topic. */
    public Optional<String> page(String topic) {
        return TOPICS.contains(topic) ? Optional.of(read(topic)) : Optional.empty();
    }

    /** The headings of a page's sections, in their order. */
    public List<String> headings(String topic) {
        List<Section> sections = new ArrayList<>();
        addSections(topic, read(topic), sections);
        return sections.stream().map(Section::heading).toList();
    }

    /** What stands under a heading, as Markdown; empty when there is no such. */
    public Optional<String> section(String topic, String heading) {
        List<Section> sections = new ArrayList<>();
        addSections(topic, read(topic), sections);
        return sections.stream()
                .filter(section -> section.heading().equals(heading))
                .map(Section::body)
                .findFirst();
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (String topic : TOPICS) {
            addSections(topic, read(topic), sections);
        }
        return sections;
    }

    private static void addSections(String topic, String page, List<Section> sections) {
        int start = page.indexOf(HEADING);
        String title = page.substring(TITLE.length(), page.indexOf('\n'));
        while (start >= 0) {
            int next = page.indexOf(HEADING, start + 1);
            String whole = page.substring(start + HEADING.length(), next < 0 ? page.length() : next);
            int line = whole.indexOf('\n');
            sections.add(new Section(
                    topic,
                    title,
                    whole.substring(0, line),
                    whole.substring(line).strip()));
            start = next;
        }
    }

    private static String read(String topic) {
        try (InputStream in = Manual.class.getResourceAsStream(PLACE + topic + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
