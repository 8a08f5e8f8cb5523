package dev.belay.cli;

import dev.belay.cli.CallTable.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.OptionSpec;

/** The text of {@code --help}, in 80 columns. */
final class HelpText {

    /** What it is, in a few words. */
    static final String SUMMARY = "chat with language models in the terminal";

    private static final String PROMISE = "belay: " + SUMMARY + """
            . Ctrl-C really stops the model,
            keeps what you have read, and gives you the prompt back.
            """;

    private static final String END = """

            Words after -- are sent as they are. Exit codes: 0 complete, 1 failed, 2 usage,
            3 not configured, 124 time limit, 130 interrupted, 141 output closed.
            belay help lists the pages of the manual: start, stopping, models and others.
            """;

    private HelpText() {}

    /** Of the program. */
    static String of() {
        StringBuilder text = new StringBuilder(PROMISE)
                .append('\n')
                .append(lines(CallTable.calls()).indent(2));
        for (OptionGroup group : OptionGroup.values()) {
            text.append(section(group.heading(), table(group.options())));
        }
        return text + section("Commands", lines(commands())) + section("Examples", lines(CallTable.examples())) + END;
    }

    /** What one command takes besides the options of all. */
    static String of(Subcommand command) {
        List<OptionSpec> own = new ArrayList<>(command.ownOptions());
        own.removeIf(OptionSpec::hidden);
        String options = own.isEmpty() ? "" : section("Options", table(own));
        return "belay " + command.word() + ": " + command.summary() + "\n\n"
                + lines(CallTable.calls(command)).indent(2) + options
                + section("Examples", lines(CallTable.examples(command)))
                + "\nbelay --help lists the options of all commands; " + page(command) + "\n";
    }

    private static String page(Subcommand command) {
        return "belay help " + command.page() + " says more.";
    }

    private static String section(String heading, String lines) {
        return "\n" + heading + ":\n" + lines.indent(2);
    }

    private static String lines(List<Call> calls) {
        int widest =
                calls.stream().mapToInt(call -> call.words().length()).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (Call call : calls) {
            String gap = " ".repeat(widest - call.words().length() + 3);
            lines.append(call.words()).append(gap).append(call.meaning()).append('\n');
        }
        return lines.toString();
    }

    private static List<Call> commands() {
        return Stream.of(Subcommand.values())
                .map(command -> new Call("belay " + command.word() + " " + command.argument(), command.summary()))
                .toList();
    }

    private static String table(List<OptionSpec> options) {
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Help.Ansi.OFF),
                new Column(30, 0, Column.Overflow.SPAN),
                new Column(48, 1, Column.Overflow.WRAP));
        for (OptionSpec option : options) {
            table.addRowValues(names(option), option.description()[0]);
        }
        return table.toString();
    }

    static String names(OptionSpec option) {
        String[] names = option.names();
        boolean isAttached = option.paramLabel().startsWith("[=");
        String label = option.arity().max() == 0 ? "" : (isAttached ? "" : " ") + option.paramLabel();
        return (names.length == 1 ? "    " + names[0] : names[0] + ", " + names[1]) + label;
    }
}
