package dev.belay.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie.
 *
 * @param target the build's folder
 * @param sources the folder of the launcher, the rules for shrinking and the licences
 */
record Layout(Path target, Path sources) {

    /** The program's folder, which can be moved. */
    Path home() {
        return target.resolve("belay");
    }

    Path lib() {
        return home().resolve("lib");
    }

    Path share() {
        return home().resolve("share");
    }

    Path runtime() {
        return home().resolve("runtime");
    }

    /** The project's folder. */
    Path root() {
        return sources.toAbsolutePath().getParent().getParent();
    }

    /** The libraries as they were released, copied there by the build. */
    Path released() {
        return target.resolve("libraries");
    }

    /** Those of the program, in the order of its class path. */
    List<Path> jars() throws IOException {
        return jars(lib());
    }

    static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
