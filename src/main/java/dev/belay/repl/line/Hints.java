package dev.belay.repl.line;

import dev.belay.repl.slash.SlashCommand;
import dev.belay.repl.slash.SlashCommands;
import java.util.ListIterator;
import org.jline.reader.History;

/** Guesses what a line that is being typed will be: a command, or a line that was there before. */
final class Hints {

    /** A guess after one letter would mostly be wrong. */
    private static final int ENOUGH = 2;

    private Hints() {}

    static Ghost after(String typed, History history) {
        boolean isCommand = typed.startsWith("/") && !typed.startsWith("//");
        if (isCommand && typed.indexOf(' ') < 0) {
            return command(typed.substring(1));
        }
        if (isCommand && typed.indexOf(' ') == typed.length() - 1) {
            return argument(typed.substring(1, typed.length() - 1));
        }
        return typed.length() < ENOUGH ? Ghost.NONE : earlier(typed, history);
    }

    private static Ghost command(String begun) {
        for (SlashCommand command : SlashCommands.ALL) {
            if (command.name().startsWith(begun)) {
                return new Ghost(command.name().substring(begun.length()), " " + explained(command));
            }
        }
        return Ghost.NONE;
    }

    private static Ghost argument(String name) {
        for (SlashCommand command : SlashCommands.ALL) {
            if (command.name().equals(name)) {
                return new Ghost("", explained(command));
            }
        }
        return Ghost.NONE;
    }

    private static String explained(SlashCommand command) {
        return (command.argument().isEmpty() ? "" : command.argument() + " ") + " " + command.summary();
    }

    private static Ghost earlier(String typed, History history) {
        ListIterator<History.Entry> entries = history.isEmpty() ? null : history.iterator(history.last() + 1);
        while (entries != null && entries.hasPrevious()) {
            String line = entries.previous().line();
            if (line.startsWith(typed) && line.length() > typed.length()) {
                return new Ghost(line.substring(typed.length()), "");
            }
        }
        return Ghost.NONE;
    }
}
