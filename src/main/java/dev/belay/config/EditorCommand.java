package dev.belay.config;

import dev.belay.os.Os;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The program in which a person edits texts, as a shell command that a file name may follow. */
public final class EditorCommand {

    private EditorCommand() {}

    /** {@code VISUAL}, {@code EDITOR}, or a usual one that is there. */
    public static Optional<String> in(Environment environment) {
        Optional<String> named = environment.get("VISUAL").or(() -> environment.get("EDITOR"));
        return named.isPresent() ? named : usual(environment.get("PATH").orElse(""));
    }

    private static Optional<String> usual(String path) {
        for (String editor : Os.current().editors()) {
            for (String folder : path.split(File.pathSeparator)) {
                if (isIn(folder, editor)) {
                    return Optional.of(editor);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(String folder, String editor) {
        try {
            return Files.isExecutable(Path.of(folder, editor));
        } catch (InvalidPathException none) {
            // What stands in PATH need be no folder.
            return false;
        }
    }
}
