package dev.belay.screen;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    private Path folder;

    private final Screen screen =
            new Emulator(20, 3).print("\033[1mTitle\033[0m\ntext").screen();

    private String complaint(String file) throws IOException {
        Path golden = Files.writeString(folder.resolve("x.screen"), file);
        return assertThrows(AssertionError.class, () -> Golden.assertLooks(golden, screen))
                .getMessage();
    }

    @Test
    void a_screen_that_looks_as_the_file_says_is_good() throws IOException {
        Path golden = Files.writeString(folder.resolve("x.screen"), "‹b›Title‹/›\ntext\n");
        assertDoesNotThrow(() -> Golden.assertLooks(golden, screen));
    }

    @Test
    void the_first_line_that_differs_is_named() throws IOException {
        assertTrue(complaint("‹b›Title‹/›\nTEXT\n").contains("x.screen:2\n  expected TEXT\n  but was  text"));
    }

    @Test
    void lines_too_many_and_too_few_differ() throws IOException {
        assertTrue(complaint("‹b›Title‹/›\n").contains("(nothing)\n  but was  text"));
        assertTrue(complaint("‹b›Title‹/›\ntext\nmore\n").contains("expected more"));
    }

    @Test
    void a_missing_file_is_a_failure() {
        assertThrows(AssertionError.class, () -> Golden.assertLooks(folder.resolve("none.screen"), screen));
    }
}
