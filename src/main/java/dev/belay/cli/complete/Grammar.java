package dev.belay.cli.complete;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line, as far as a shell has to know it.
 *
 * @param options of all commands
 * @param commands the subcommands
 */
public record Grammar(List<Option> options, List<Command> commands) {
    public Grammar {
        options = List.copyOf(options);
        commands = List.copyOf(commands);
    }

    /**
     * An option.
     *
     * @param names with their dashes, the short one first
     * @param label what its value is called; empty for one that takes none
     * @param description one sentence
     * @param words what may follow, where that is fixed
     * @param values what may follow else
     */
    public record Option(List<String> names, String label, String description, List<String> words, Values values) {
        boolean takesValue() {
            return !label.isEmpty();
        }

        /** Without the full stop, as lists of completions have it. */
        String summary() {
            return withoutStop(description);
        }
    }

    /**
     * A subcommand.
     *
     * @param options it has besides those of all
     * @param words what may follow it, where that is fixed
     * @param values what may follow it else
     */
    public record Command(String word, String description, List<Option> options, List<Word> words, Values values) {
        String summary() {
            return withoutStop(description);
        }
    }

    /**
     * A word after a subcommand.
     *
     * @param next what may follow it
     */
    public record Word(String word, Values next) {}

    /** The names of all options, of commands too, that take a value; each once. */
    List<String> namesWithValue() {
        List<String> names = new ArrayList<>();
        for (Option option : allOptions()) {
            if (option.takesValue()) {
                option.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
            }
        }
        return names;
    }

    /** The options of all, and then of each command. */
    List<Option> allOptions() {
        List<Option> all = new ArrayList<>(options);
        commands.forEach(command -> all.addAll(command.options()));
        return all;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
