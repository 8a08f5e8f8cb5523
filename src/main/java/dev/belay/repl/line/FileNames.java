package dev.belay.repl.line;

import dev.belay.file.TypedPath;
import dev.belay.view.Cleaner;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;

/** Offers the files that a path which is being typed may become. A line is one word to the editor: each offer is a line. */
public final class FileNames {

    private final Path home;

    /** @param home what {@code ~} stands for */
    public FileNames(Path home) {
        this.home = home;
    }

    /**
     * Goes on with what was typed, whether that is quoted, escaped or neither.
     *
     * @param typed the whole line
     * @param begun the path at its end
     */
    void add(String typed, String begun, List<Candidate> candidates) {
        boolean quoted = begun.startsWith("\"") || begun.startsWith("'");
        String quote = quoted ? begun.substring(0, 1) : "";
        String path = quoted ? begun.substring(1) : new TypedPath(begun, home).unescaped();
        int slash = lastParting(path);
        String name = path.substring(slash + 1);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder(path.substring(0, slash + 1)))) {
            for (Path entry : entries) {
                String found = entry.getFileName().toString();
                if (found.startsWith(name) && found.startsWith(".") == name.startsWith(".") && isPlain(found)) {
                    candidates.add(file(typed + found.substring(name.length()), found, quote, entry));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException unreadable) {
            // Then there is nothing to offer.
        }
    }

    private int lastParting(String path) {
        TypedPath typed = new TypedPath(path, home);
        int at = path.length() - 1;
        while (at >= 0 && !typed.parts(path.charAt(at))) {
            at--;
        }
        return at;
    }

    private Path folder(String path) {
        return new TypedPath(path, home).atHome(path.isEmpty() ? "." : path);
    }

    /** What could steer the terminal is not put into the line. */
    private static boolean isPlain(String name) {
        return name.indexOf('\n') < 0
                && name.indexOf('\t') < 0
                && Cleaner.clean(name).equals(name);
    }

    private static Candidate file(String line, String name, String quote, Path entry) {
        return Files.isDirectory(entry)
                ? new Candidate(line + "/", name + "/", null, null, null, null, false)
                : new Candidate(line + quote, name, null, null, null, null, false);
    }
}
