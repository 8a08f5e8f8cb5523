package dev.belay.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a conversation is written to a file of the person's own. */
public enum Export {
    /** For people. */
    MARKDOWN(".md") {
        @Override
        String text(Chronicle chronicle, Runnable pulse) {
            return new MarkdownExport(chronicle).text(pulse);
        }
    },
    /** For programs: an object with the list of turns. */
    JSON(".json") {
        @Override
        String text(Chronicle chronicle, Runnable pulse) throws IOException {
            return new JsonExport(chronicle).text(pulse);
        }
    };

    private final String ending;

    Export(String ending) {
        this.ending = ending;
    }

    abstract String text(Chronicle chronicle, Runnable pulse) throws IOException;

    /** The form that a file's name asks for. */
    public static Optional<Export> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (Export form : values()) {
            if (name.endsWith(form.ending)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** What names may end with. */
    public static List<String> endings() {
        List<String> endings = new ArrayList<>();
        for (Export form : values()) {
            endings.add(form.ending);
        }
        return endings;
    }

    /**
     * Writes the conversation to a new file; half of one is never left.
     *
     * @param pulse called again and again meanwhile; what it throws ends the writing
     * @throws java.nio.file.FileAlreadyExistsException when there is such a file
     */
    public void write(Chronicle chronicle, Path file, Runnable pulse) throws IOException {
        byte[] bytes = text(chronicle, pulse).getBytes(StandardCharsets.UTF_8);
        Files.createFile(file);
        try {
            Files.write(file, bytes, StandardOpenOption.WRITE);
        } catch (IOException half) {
            Files.deleteIfExists(file);
            throw half;
        }
    }
}
