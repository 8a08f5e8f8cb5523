package dev.belay.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Screens that a person has looked at once and found good, as files of styled lines. With {@code -Dbelay.golden=write} they
 * are written anew instead of compared; the difference is then for the reviewer's eyes.
 */
public final class Golden {
    private static final String WRITE = "write";

    private Golden() {}

    /** The screen looks as this file says; a file that is missing is a failure. */
    public static void assertLooks(Path file, Screen screen) {
        List<String> seen = screen.styledLines();
        try {
            if (WRITE.equals(System.getProperty("belay.golden"))) {
                Files.createDirectories(file.getParent());
                Files.write(file, seen);
            } else {
                compare(file, seen);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(Path file, List<String> seen) throws IOException {
        List<String> expected = Files.exists(file) ? Files.readAllLines(file) : List.of("(there is no " + file + ")");
        for (int i = 0; i < Math.max(expected.size(), seen.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "(nothing)";
            String got = i < seen.size() ? seen.get(i) : "(nothing)";
            if (!wanted.equals(got)) {
                throw new AssertionError(file + ":" + (i + 1) + "\n  expected " + wanted + "\n  but was  " + got
                        + "\n\nall that is seen:\n" + String.join("\n", seen));
            }
        }
    }
}
