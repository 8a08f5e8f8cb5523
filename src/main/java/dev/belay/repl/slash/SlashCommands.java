package dev.belay.repl.slash;

import java.util.List;
import java.util.Optional;

/** All commands of the prompt, in the order in which the help shows them. */
public final class SlashCommands {

    public static final List<SlashCommand> ALL = List.of(
            new Help(), new Model(), new Models(), new SystemPrompt(), new Continue(), new Retry(), new Undo(), new Clear(),
            new Usage(), new Exit());

    private SlashCommands() {}

    public static Optional<SlashCommand> named(String name) {
        for (SlashCommand command : ALL) {
            if (command.name().equals(name)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** The command whose name is the fewest keystrokes away. */
    public static SlashCommand nearest(String name) {
        SlashCommand nearest = ALL.get(0);
        for (SlashCommand command : ALL) {
            if (keystrokes(name, command.name()) < keystrokes(name, nearest.name())) {
                nearest = command;
            }
        }
        return nearest;
    }

    /** Letters to insert, remove or replace until one word is the other (Levenshtein); a begun word costs little. */
    static int keystrokes(String from, String to) {
        if (!from.isEmpty() && to.startsWith(from)) {
            return 1;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
