package dev.belay.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The config file as it was read.
 *
 * @param path where it is
 * @param text what is in it; may hold keys
 */
public record ConfigFile(Path path, String text) {

    private static final String HINT = "belay config check lists all mistakes, belay config edit opens the file";

    /**
     * Reads the file that the environment names, else the usual one.
     *
     * @return empty when there is none
     * @throws ProblemException when it cannot be read, or when one that was named is not there
     */
    public static Optional<ConfigFile> in(Environment environment) {
        Path path = Places.in(environment).config();
        if (Files.exists(path)) {
            return Optional.of(read(path));
        }
        if (environment.get(Places.CONFIG_VARIABLE).isPresent()) {
            throw ProblemException.configuration(
                    Places.CONFIG_VARIABLE + " names " + path + ", and there is no such file",
                    "mend the name, or unset the variable");
        }
        return Optional.empty();
    }

    private static ConfigFile read(Path path) {
        try {
            String text = Files.readString(path);
            return new ConfigFile(path, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            throw ProblemException.configuration(path + " is not in UTF-8", "save it in that encoding");
        } catch (IOException unreadable) {
            throw ProblemException.configuration("cannot read " + path, "check what it is and who may read it");
        }
    }

    /** What is in it. */
    Entries tables() {
        try {
            return TomlReader.read(text);
        } catch (IOException broken) {
            throw ProblemException.configuration(syntax(broken).get(0), HINT);
        }
    }

    /** Each place where it is no TOML, as a sentence; empty when it is. */
    public List<String> syntaxErrors() {
        try {
            TomlReader.read(text);
            return List.of();
        } catch (IOException broken) {
            return syntax(broken);
        }
    }

    private List<String> syntax(IOException broken) {
        List<String> sentences = new ArrayList<>();
        for (SyntaxError error : Positions.in(text).errors()) {
            sentences.add(name() + ", line " + error.line() + ", column " + error.column() + ": " + error.message());
        }
        if (sentences.isEmpty()) {
            boolean placed = broken instanceof JsonProcessingException toml && toml.getLocation() != null;
            String line = placed
                    ? ", line "
                            + ((JsonProcessingException) broken).getLocation().getLineNr()
                    : "";
            sentences.add(name() + line + ": this is no TOML");
        }
        return sentences;
    }

    /** The mistakes as sentences, in the order of their lines. */
    public List<String> sentences(List<Mistake> mistakes) {
        Positions positions = Positions.in(text);
        List<Mistake> sorted = new ArrayList<>(mistakes);
        sorted.sort(Comparator.comparingInt(mistake -> positions.line(mistake.path())));
        List<String> sentences = new ArrayList<>();
        for (Mistake mistake : sorted) {
            sentences.add(where(positions.line(mistake.path())) + ": " + mistake.message());
        }
        return sentences;
    }

    /** The file's name and the line of a key. */
    public String where(List<String> path) {
        return where(Positions.in(text).line(path));
    }

    private String where(int line) {
        return line == 0 ? name() : name() + ", line " + line;
    }

    ProblemException problem(Mistake mistake) {
        String sentence = where(mistake.path()) + ": " + mistake.message();
        return ProblemException.configuration(sentence, sentence.endsWith("?") ? "" : HINT);
    }

    private String name() {
        return String.valueOf(path.getFileName());
    }

    /** Where it is: what is in it is not for logs. */
    @Override
    public String toString() {
        return path.toString();
    }
}
