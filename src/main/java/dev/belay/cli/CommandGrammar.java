package dev.belay.cli;

import dev.belay.cli.complete.Grammar;
import dev.belay.cli.complete.Shell;
import dev.belay.cli.complete.Values;
import dev.belay.guide.Manual;
import dev.belay.provider.Dialects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** The command line as shells are told of it, from the same tables as parsing and help. */
public final class CommandGrammar {

    /** What may follow an option, by its long name; every option with a value is here or in {@link #WORDS}. */
    private static final Map<String, Values> VALUES = Map.ofEntries(
            Map.entry("--model", Values.MODELS),
            Map.entry("--base-url", Values.FREE),
            Map.entry("--system", Values.FREE),
            Map.entry("--role", Values.ROLES),
            Map.entry("--param", Values.FREE),
            Map.entry("--file", Values.FILES),
            Map.entry("--temperature", Values.FREE),
            Map.entry("--max-tokens", Values.FREE),
            Map.entry("--session", Values.SESSIONS),
            Map.entry("--timeout", Values.FREE),
            Map.entry("--since", Values.FREE),
            Map.entry("--limit", Values.FREE),
            Map.entry("--schema", Values.FILES),
            Map.entry("--idle-timeout", Values.FREE));

    private static final Map<String, List<String>> WORDS = Map.of(
            "--dialect", Dialects.words(),
            "--reasoning", List.of("none", "minimal", "low", "medium", "high"),
            "--output", OutputForm.WORDS,
            "--by", StatsCommand.WORDS,
            "--truncate", Asking.TRUNCATE,
            "--outcome", SessionsOptions.OUTCOMES,
            "--on-interrupt", Printing.ON_INTERRUPT,
            "--color", Context.COLOURS);

    /** Where an option means something else after a word of {@code sessions}. */
    private static final Map<String, List<String>> FORMS_OF_SESSIONS =
            Map.of("show", SessionsShow.FORMS, "export", SessionsExport.FORMS);

    private static final List<String> TEXT_FORMS = List.of("markdown", "text");

    private CommandGrammar() {}

    public static Grammar get() {
        List<Grammar.Command> commands = new ArrayList<>();
        for (Subcommand command : Subcommand.values()) {
            commands.add(command(command));
        }
        return new Grammar(options(OptionTable.root().options()), commands);
    }

    private static Grammar.Command command(Subcommand command) {
        List<Grammar.Word> words = words(command);
        return new Grammar.Command(
                command.word(), command.summary(), options(command.ownOptions()), words, values(command));
    }

    private static Values values(Subcommand command) {
        return switch (command) {
            case MODELS -> Values.PROVIDERS;
            case PROBE -> Values.MODELS;
            default -> Values.FREE;
        };
    }

    private static List<Grammar.Word> words(Subcommand command) {
        return switch (command) {
            case HELP -> free(new Manual().topics());
            case CONFIG -> configWords();
            case COMPLETION ->
                free(Arrays.stream(Shell.values()).map(Shell::word).toList());
            case SESSIONS -> sessionWords();
            default -> List.of();
        };
    }

    private static List<Grammar.Word> configWords() {
        return ConfigCommand.WORDS.stream()
                .map(word -> new Grammar.Word(
                        word, Values.FREE, offering(ConfigCommand.TEXT_ALONE.contains(word) ? TEXT_FORMS : List.of())))
                .toList();
    }

    private static List<Grammar.Word> sessionWords() {
        List<Grammar.Word> words = new ArrayList<>();
        for (String word : SessionsCommand.WORDS) {
            boolean namesOne = !word.equals("list") && !word.equals("search");
            words.add(new Grammar.Word(
                    word,
                    namesOne ? Values.SESSIONS : Values.FREE,
                    offering(FORMS_OF_SESSIONS.getOrDefault(word, List.of()))));
        }
        return words;
    }

    /** The forms that may follow {@code -o} there; none where they are the usual ones. */
    private static List<Grammar.Option> offering(List<String> forms) {
        return forms.isEmpty()
                ? List.of()
                : List.of(option(OptionTable.root().findOption("-o")).offering(forms));
    }

    private static List<Grammar.Word> free(List<String> words) {
        return words.stream()
                .map(word -> new Grammar.Word(word, Values.FREE, List.of()))
                .toList();
    }

    private static List<Grammar.Option> options(List<OptionSpec> specs) {
        List<Grammar.Option> options = new ArrayList<>();
        for (OptionSpec spec : specs) {
            if (!spec.hidden()) {
                options.add(option(spec));
            }
        }
        return options;
    }

    private static Grammar.Option option(OptionSpec spec) {
        String name = spec.longestName();
        // A value that has to be attached is no word of its own.
        boolean takesValue = spec.arity().max() > 0 && !spec.paramLabel().startsWith("[=");
        List<String> words = WORDS.getOrDefault(name, List.of());
        if (takesValue && words.isEmpty() && !VALUES.containsKey(name)) {
            throw new IllegalStateException("what may follow " + name + " is not said");
        }
        return new Grammar.Option(
                List.of(spec.names()),
                takesValue ? spec.paramLabel() : "",
                spec.description()[0],
                takesValue ? words : List.of(),
                VALUES.getOrDefault(name, Values.FREE));
    }
}
