package dev.belay.config;

import java.util.List;

/**
 * Something in the config file that is not as it must be.
 *
 * @param path the names that lead to it, from the top of the file
 * @param message what is wrong and what would be right, without any value that may be a key
 */
public record Mistake(List<String> path, String message) {

    public Mistake {
        path = List.copyOf(path);
    }

    /** The path as it is written in TOML. */
    public static String dotted(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String name : path) {
            text.append(text.length() == 0 ? "" : ".").append(isBare(name) ? name : "\"" + name + "\"");
        }
        return text.toString();
    }

    private static boolean isBare(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
