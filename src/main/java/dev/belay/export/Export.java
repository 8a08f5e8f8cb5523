package dev.belay.export;

import dev.belay.export.html.HtmlPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a conversation is written out. */
public enum Export {
    /** For people, and for other programs that show it. */
    MARKDOWN("markdown", ".md", ".markdown") {
        @Override
        public String text(Manuscript manuscript, Runnable pulse) {
            return new MarkdownExport(manuscript).text(pulse);
        }
    },
    /** For programs: an object with the list of turns. */
    JSON("json", ".json") {
        @Override
        public String text(Manuscript manuscript, Runnable pulse) throws IOException {
            return new JsonExport(manuscript).text(pulse);
        }
    },
    /** For people: a page that needs nothing besides itself. */
    HTML("html", ".html", ".htm") {
        @Override
        public String text(Manuscript manuscript, Runnable pulse) {
            return new HtmlPage(manuscript).text(pulse);
        }
    };

    private final String word;
    private final List<String> endings;

    Export(String word, String... endings) {
        this.word = word;
        this.endings = List.of(endings);
    }

    /** @param pulse called again and again meanwhile; what it throws ends the writing */
    public abstract String text(Manuscript manuscript, Runnable pulse) throws IOException;

    /** The name by which it is asked for. */
    public String word() {
        return word;
    }

    /** The form that a file's name asks for. */
    public static Optional<Export> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (Export form : values()) {
            for (String ending : form.endings) {
                if (name.endsWith(ending)) {
                    return Optional.of(form);
                }
            }
        }
        return Optional.empty();
    }

    /** The form with this name. */
    public static Optional<Export> named(String word) {
        for (Export form : values()) {
            if (form.word.equals(word)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** What names should end with, as a person is told it. */
    public static String endings() {
        List<String> first = new ArrayList<>();
        for (Export form : values()) {
            first.add(form.endings.get(0));
        }
        int last = first.size() - 1;
        return String.join(", ", first.subList(0, last)) + " or " + first.get(last);
    }

    /**
     * Writes the conversation to a file; half of one is never left.
     *
     * @param pulse called again and again meanwhile; what it throws ends the writing
     * @throws java.nio.file.FileAlreadyExistsException when there is such a file, and it is to stay
     */
    public void write(Manuscript manuscript, NewFile file, Runnable pulse) throws IOException {
        file.checkPlace();
        byte[] bytes = text(manuscript, pulse).getBytes(StandardCharsets.UTF_8);
        file.write(bytes, pulse);
    }
}
