package dev.belay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What {@code -Pdist} has made to be given away. */
final class Packages {
    private Packages() {}

    /** The newest file that ends so; the test is skipped, with a word, in a build that makes none. */
    static Path ending(String end) {
        String dist = System.getProperty("belay.dist", "");
        Assumptions.assumeFalse(dist.isEmpty(), "no packages to try: they are made with -Pdist");
        try (Stream<Path> files = Files.list(Path.of(dist))) {
            return files.filter(file -> file.toString().endsWith(end))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(Path::toAbsolutePath)
                    .orElseGet(() -> Assumptions.abort("no " + end + " was made: its program is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
