package dev.belay.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A word that, as the first one, is a command of its own. */
enum Subcommand {
    HELP("help", "[TOPIC]", "Print a page of the manual.") {
        @Override
        Exit run(List<String> words, Options options, Context context) throws IOException {
            return HelpCommand.run(words, context);
        }
    },
    MODELS("models", "[FILTER]", "List the models that can be asked.") {
        @Override
        Exit run(List<String> words, Options options, Context context) throws IOException {
            return ModelsCommand.run(words, options, context);
        }
    },
    PROBE("probe", "[MODEL]", "Ask a model and stop it: does that work, how fast?") {
        @Override
        Exit run(List<String> words, Options options, Context context) throws IOException {
            return ProbeCommand.run(words, options, context);
        }
    },
    COMPLETION("completion", "SHELL", "Print completion for bash, zsh, fish, powershell.") {
        @Override
        void describe(CommandSpec spec) {
            CompletionCommand.describe(spec);
        }

        @Override
        Exit run(List<String> words, Options options, Context context) throws IOException {
            return CompletionCommand.run(words, options, context);
        }
    },
    STATS("stats", "[--by WHAT]", "Count what was asked, and what stopping spared.") {
        @Override
        Exit run(List<String> words, Options options, Context context) throws IOException {
            return StatsCommand.run(words, options, context);
        }

        @Override
        void describe(CommandSpec spec) {
            StatsCommand.describe(spec);
        }
    },
    CONFIG("config", "WHAT", "The config: path, show, roles, edit, check.") {
        @Override
        Exit run(List<String> words, Options options, Context context) throws IOException {
            return ConfigCommand.run(words, options, context);
        }
    },
    SESSIONS("sessions", "[WORD]", "The saved conversations: find, show, export, remove.") {
        @Override
        void describe(CommandSpec spec) {
            SessionsCommand.describe(spec);
        }

        @Override
        Exit run(List<String> words, Options options, Context context) throws IOException {
            return SessionsCommand.run(words, options, context);
        }
    };

    private final String word;
    private final String argument;
    private final String summary;

    Subcommand(String word, String argument, String summary) {
        this.word = word;
        this.argument = argument;
        this.summary = summary;
    }

    abstract Exit run(List<String> words, Options options, Context context) throws IOException;

    /** Adds the options that this command has besides those of all. */
    void describe(CommandSpec spec) {
        // Most have none.
    }

    /** The options that it has besides those of all. */
    List<OptionSpec> ownOptions() {
        CommandSpec own = CommandSpec.create();
        describe(own);
        return own.options();
    }

    /** What it takes: the options of all, and its own. */
    CommandSpec spec() {
        CommandSpec spec = OptionTable.root();
        describe(spec);
        return spec;
    }

    String word() {
        return word;
    }

    /** The topic of the manual that explains it. */
    String page() {
        return switch (this) {
            case HELP, COMPLETION -> "start";
            case PROBE -> "trouble";
            default -> word;
        };
    }

    String argument() {
        return argument;
    }

    String summary() {
        return summary;
    }

    static Optional<Subcommand> named(String word) {
        for (Subcommand command : values()) {
            if (command.word.equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
