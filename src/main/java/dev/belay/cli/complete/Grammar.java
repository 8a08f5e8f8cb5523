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

        /** The same option with other words after it. */
        public Option offering(List<String> others) {
            return new Option(names, label, description, others, values);
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
     * @param options that take other words here than elsewhere
     */
    public record Word(String word, Values next, List<Option> options) {}

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

    /** Whether an option takes other words after some word of a command. */
    boolean varies(Option option) {
        for (Command command : commands) {
            for (Word word : command.words()) {
                if (word.options().stream().anyMatch(other -> other.names().equals(option.names()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
