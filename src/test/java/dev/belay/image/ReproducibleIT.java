package dev.belay.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's folder is made a second time, from the same jars. */
class ReproducibleIT {

    private static final Path FIRST = Path.of(System.getProperty("belay.image"));

    @TempDir
    private Path again;

    @Test
    void a_second_build_makes_the_same_files() throws Exception {
        Path target = FIRST.toAbsolutePath().getParent();
        for (String made : new String[] {"belay.jar", "picocli-sources.jar", "third-party/THIRD-PARTY.txt"}) {
            Folders.copy(target.resolve(made), again.resolve(made));
        }
        for (Path library : Layout.jars(target.resolve("libraries"))) {
            Folders.copy(library, again.resolve("libraries").resolve(library.getFileName()));
        }

        Image.build(new Layout(again, Path.of("src/image")));

        Map<String, String> first = files(FIRST);
        first.keySet().removeIf(name -> name.endsWith(".aot") || name.endsWith(".jsa"));
        assertTrue(first.size() > 50, "few files: " + first.keySet());
        Map<String, String> second = files(again.resolve("belay"));
        assertEquals(String.join("\n", first.keySet()), String.join("\n", second.keySet()));
        first.entrySet().removeAll(second.entrySet());
        assertEquals(Map.of(), first, "differ the second time");
    }

    /** Names with modes and contents; of jars the times as well, which the class archives know. */
    private static Map<String, String> files(Path folder) throws Exception {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                String time = file.toString().endsWith(".jar")
                        ? " " + Files.getLastModifiedTime(file).toInstant()
                        : "";
                found.put(
                        folder.relativize(file).toString(),
                        HexFormat.of().formatHex(hash, 0, 8) + " " + Files.getPosixFilePermissions(file) + time);
            }
        }
        return found;
    }
}
