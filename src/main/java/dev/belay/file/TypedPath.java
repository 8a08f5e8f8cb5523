package dev.belay.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A path as a person types it, or as a window that a file is dragged to does: {@code ~} for home, quotes around it, a
 * backslash before a blank. A file that has such a name as it stands comes first.
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
        Path asItStands = Path.of(typed);
        return Files.exists(asItStands) ? asItStands : atHome(unquoted(typed));
    }

    /** The path that a text without quotes stands for. */
    public Path atHome(String path) {
        boolean isHome = path.equals("~") || path.startsWith("~/");
        return isHome ? Path.of(home + path.substring(1)) : Path.of(path);
    }

    private static String unquoted(String typed) {
        int last = typed.length() - 1;
        char first = typed.isEmpty() ? 0 : typed.charAt(0);
        if (last > 0 && (first == '"' || first == '\'') && typed.charAt(last) == first) {
            return typed.substring(1, last);
        }
        return unescaped(typed);
    }

    /** Without the backslashes that a shell would need. */
    public static String unescaped(String typed) {
        StringBuilder path = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) == '\\' && i + 1 < typed.length()) {
                i++;
            }
            path.append(typed.charAt(i));
        }
        return path.toString();
    }
}
