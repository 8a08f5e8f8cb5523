package dev.belay.config;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of roles beside the config file: each file with a name that ends with {@code .md} is one.
 *
 * @param folder which need not be there; null for none
 */
record RoleFiles(@Nullable Path folder) {

    static final RoleFiles NONE = new RoleFiles(null);
    static final String FOLDER = "roles";
    private static final String ENDING = ".md";

    /** The role's file; empty when there is none of this name, or no file could have it. */
    Optional<RoleFile> named(String name) {
        Path path = folder != null && isSafe(name) ? possible(name) : null;
        return path != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(RoleFile.read(name, path))
                : Optional.empty();
    }

    /** Null for a name that no file can have, as one with a colon on Windows. */
    private @Nullable Path possible(String name) {
        try {
            return path(name);
        } catch (InvalidPathException none) {
            return null;
        }
    }

    /** Whether the name is a file's own: with no way to another folder, and nothing that a terminal would obey. */
    static boolean isSafe(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c == '\\' || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                return false;
            }
        }
        return !name.isBlank() && name.equals(name.strip()) && !name.startsWith(".") && !name.equals("-");
    }

    /** All that a role can be called by, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String name : found()) {
            if (isSafe(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Those of the files that no role can be called by. */
    List<String> badNames() {
        List<String> names = found();
        names.removeIf(RoleFiles::isSafe);
        return names;
    }

    private List<String> found() {
        List<String> names = new ArrayList<>();
        if (folder == null) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING) && !name.startsWith(".")) {
                    names.add(name.substring(0, name.length() - ENDING.length()));
                }
            }
        } catch (IOException | DirectoryIteratorException none) {
            return new ArrayList<>();
        }
        Collections.sort(names);
        return names;
    }

    Path path(String name) {
        return Objects.requireNonNull(folder, "there is no folder").resolve(name + ENDING);
    }

    /** As it is called in sentences. */
    static String shown(Path path) {
        return FOLDER + "/" + path.getFileName();
    }
}
