package dev.belay.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

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
    CONFIG("config", "WHAT", "Do this with the config: path, show, edit, check.") {
        @Override
        Exit run(List<String> words, Options options, Context context) throws IOException {
            return ConfigCommand.run(words, options, context);
        }
    },
    SESSIONS("sessions", "[WORD]", "List, search, show, export, rename or remove saved conversations.") {
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

    /** What it takes: the options of all, and its own. */
    CommandSpec spec() {
        CommandSpec spec = OptionTable.root();
        describe(spec);
        return spec;
    }

    String word() {
        return word;
    }

    String argument() {
        return argument;
    }

    String summary() {
        return summary;
    }

    /** Words that are set aside, so that they never come to mean something new in somebody's script. */
    static final List<String> RESERVED = List.of("stats", "probe", "completion");

    static Optional<Subcommand> named(String word) {
        for (Subcommand command : values()) {
            if (command.word.equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
