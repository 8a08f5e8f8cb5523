package dev.belay.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The text of {@code --help}, in 80 columns. */
final class HelpText {

    /** What it is, in a few words. */
    static final String SUMMARY = "chat with language models in the terminal";

    private static final String USE = "belay: " + SUMMARY + """
            . Ctrl-C really stops the model,
            keeps what you have read, and gives you the prompt back.

              belay                         chat
              belay PROMPT...               ask once, answer to standard output
              ... | belay [PROMPT...]       the same, about what comes through the pipe
              belay -c                      go on with the last session

            """;

    private static final String END = """

            Words after -- are sent as they are. Exit codes: 0 complete, 1 failed, 2 usage,
            3 not configured, 124 time limit, 130 interrupted, 141 output closed.
            belay help stopping, belay help models and others explain more.
            """;

    private HelpText() {}

    static String of(CommandSpec spec) {
        String options = table(spec.options());
        StringBuilder commands = new StringBuilder("\n");
        for (Subcommand command : Subcommand.values()) {
            String call = command.word() + " " + command.argument();
            commands.append("  belay ")
                    .append(call)
                    .append(" ".repeat(22 - call.length()))
                    .append(command.summary());
            commands.append('\n');
        }
        return USE + options + commands + END;
    }

    /** What one command takes besides the options of all. */
    static String of(Subcommand command) {
        List<OptionSpec> own = new ArrayList<>(command.ownOptions());
        own.removeIf(OptionSpec::hidden);
        return "belay " + command.word() + " " + command.argument() + "\n\n" + command.summary() + "\n"
                + (own.isEmpty() ? "" : "\n" + table(own)) + "\nbelay --help lists the options of all commands.\n";
    }

    private static String table(List<OptionSpec> options) {
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Help.Ansi.OFF),
                new Column(30, 2, Column.Overflow.SPAN),
                new Column(50, 1, Column.Overflow.WRAP));
        for (OptionSpec option : options) {
            table.addRowValues(names(option), option.description()[0]);
        }
        return table.toString();
    }

    /** The ways to call it. */
    static List<String> calls() {
        return USE.lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" {3,}")[0])
                .toList();
    }

    static String names(OptionSpec option) {
        String[] names = option.names();
        boolean isAttached = option.paramLabel().startsWith("[=");
        String label = option.arity().max() == 0 ? "" : (isAttached ? "" : " ") + option.paramLabel();
        return (names.length == 1 ? "    " + names[0] : names[0] + ", " + names[1]) + label;
    }
}
