package dev.belay.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A path as a person types it, or as a window that a file is dragged to does: {@code ~} for home, quotes around it, a
 * backslash before a blank where that does not part folders. A file that has such a name as it stands comes first.
 *
 * @param typed without blanks around it
 * @param home what {@code ~} stands for
 */
public record TypedPath(String typed, Path home) {

    /** @throws dev.belay.chat.ProblemException when it can be no path */
    Path path() {
        if (typed.isEmpty()) {
            throw NotAttached.noPath(typed);
        }
        try {
            return meant();
        } catch (InvalidPathException none) {
            throw NotAttached.noPath(typed);
        }
    }

    /** @throws InvalidPathException when it can be no path */
    public Path meant() {
        return isThere(typed) ? of(typed) : atHome(unquoted());
    }

    private boolean isThere(String path) {
        try {
            return Files.exists(of(path));
        } catch (InvalidPathException quoted) {
            // No name may hold a quote on Windows.
            return false;
        }
    }

    private Path of(String path) {
        return home.getFileSystem().getPath(path);
    }

    /** The path that a text without quotes stands for. */
    public Path atHome(String path) {
        boolean isHome = path.equals("~") || path.startsWith("~") && parts(path.charAt(1));
        return of(isHome ? home + path.substring(1) : path);
    }

    /** Whether this character parts a folder from what is in it. */
    public boolean parts(char c) {
        return c == '/' || c == '\\' && !escapes();
    }

    private boolean escapes() {
        return !home.getFileSystem().getSeparator().equals("\\");
    }

    private String unquoted() {
        int last = typed.length() - 1;
        char first = typed.isEmpty() ? 0 : typed.charAt(0);
        if (last > 0 && (first == '"' || first == '\'') && typed.charAt(last) == first) {
            return typed.substring(1, last);
        }
        return unescaped();
    }

    /** Without the backslashes that a shell would need. */
    public String unescaped() {
        StringBuilder path = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            if (escapes() && typed.charAt(i) == '\\' && i + 1 < typed.length()) {
                i++;
            }
            path.append(typed.charAt(i));
        }
        return path.toString();
    }
}
