package dev.belay.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value of the config that is fit to be seen: keys, passwords, and commands that may hold some are blotted out.
 *
 * @param path the names that lead to it
 * @param text the value as it is written in TOML, on one line
 */
public record Visible(List<String> path, String text) {

    /** In place of a value that cannot be. */
    public static final String MISTAKE = "a mistake: belay config check explains it";

    private static final String HIDDEN = "•••";
    private static final int LONGEST = 60;

    /** Everything in the file that means something. */
    public static List<Visible> in(Settings settings) {
        List<Visible> all = new ArrayList<>();
        Tables.visit(settings.root(), (table, keys) -> {
            for (Key<?> key : keys) {
                Object value = table.values().get(key.name());
                if (value != null && !Keys.TABLES.contains(key)) {
                    add(table, key, value, all);
                }
            }
        });
        for (String section : List.of(Keys.ALIASES, Keys.ROLES)) {
            texts(settings.root(), section, all);
        }
        return all;
    }

    private static void add(Table table, Key<?> key, Object value, List<Visible> all) {
        if (key.kind().read(value).isEmpty()) {
            all.add(new Visible(table.to(key.name()), MISTAKE));
        } else if (value instanceof Entries headers) {
            headers.keySet()
                    .forEach(name -> all.add(new Visible(table.table(key.name()).to(name), HIDDEN)));
        } else if (key == Keys.KEY_COMMAND) {
            all.add(new Visible(table.to(key.name()), HIDDEN));
        } else {
            Object shown = key == Keys.PROXY ? value.toString().replaceAll("[^/@]*@", HIDDEN + "@") : value;
            all.add(new Visible(table.to(key.name()), toml(shown)));
        }
    }

    private static void texts(Table root, String section, List<Visible> all) {
        if (root.values().get(section) instanceof Entries entries) {
            for (Map.Entry<String, Object> entry : entries.entrySet()) {
                if (entry.getValue() instanceof String text) {
                    all.add(new Visible(List.of(section, entry.getKey()), toml(text)));
                }
            }
        }
    }

    private static String toml(Object value) {
        if (value instanceof List<?> list) {
            List<String> each = new ArrayList<>();
            list.forEach(one -> each.add(toml(one)));
            return "[" + String.join(", ", each) + "]";
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    /** A text in quotes, on one line and not too long. */
    public static String quoted(String text) {
        String line = text.strip().replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s*\\R\\s*", " ");
        return "\"" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…") + "\"";
    }

    /** As it is written before the value. */
    public String name() {
        return Mistake.dotted(path);
    }
}
