package dev.belay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What {@code -Pdist} has made to be given away. */
final class Packages {
    private Packages() {}

    /** The one file that ends so; the test is skipped, with a word, in a build that makes none. */
    static Path ending(String end) {
        Path dist = Path.of(System.getProperty("belay.dist", "target/dist"));
        Assumptions.assumeTrue(Files.isDirectory(dist), "no packages to try: they are made with -Pdist");
        try (Stream<Path> files = Files.list(dist)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseGet(() -> Assumptions.abort("no " + end + " was made: its program is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
