package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.NeedsPosix;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorCommandTest {

    @TempDir
    Path folder;

    private static Optional<String> in(String... variables) {
        Map<String, String> all = new java.util.HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            all.put(variables[i], variables[i + 1]);
        }
        return EditorCommand.in(new Environment(all));
    }

    @Test
    void the_one_that_is_named_comes_first() {
        assertEquals(Optional.of("code --wait"), in("EDITOR", "code --wait"));
        assertEquals(Optional.of("vim"), in("EDITOR", "code --wait", "VISUAL", "vim"));
    }

    @Test
    @NeedsPosix
    void else_a_usual_one_is_looked_for_past_what_is_no_folder() throws IOException {
        String path = "no\0folder" + File.pathSeparator + folder;
        assertEquals(Optional.empty(), in("PATH", path));
        Path nano = Files.createFile(folder.resolve("nano"));
        Files.setPosixFilePermissions(nano, PosixFilePermissions.fromString("rwx------"));
        assertEquals(Optional.of("nano"), in("PATH", path));
    }
}
