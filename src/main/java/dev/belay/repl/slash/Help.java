package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import dev.belay.view.Cells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the commands and the keys that matter, or tells all about one command. */
final class Help implements SlashCommand {

    private static final int INDENT = 20;

    private static final String[][] KEYS = {
        {"Ctrl-C", "stop the answer; what came is kept (Esc does the same)"},
        {"Ctrl-D", "leave"},
        {"Alt-Enter", "new line; so does a \\ at the end, or \"\"\" around a block"},
        {"Up, Ctrl-R", "earlier messages"},
        {"//text", "a message that begins with a slash"},
        {"belay help", "the manual, in the shell"}
    };

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "this list, or more about one command";
    }

    @Override
    public String argument() {
        return "[NAME]";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        List<Suggestion> names = new ArrayList<>();
        for (SlashCommand command : SlashCommands.ALL) {
            names.add(new Suggestion(command.name(), command.summary()));
        }
        return names;
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        String name = argument.startsWith("/") ? argument.substring(1) : argument;
        Optional<SlashCommand> command = SlashCommands.named(name);
        if (argument.isEmpty()) {
            repl.print(list(columns(repl)));
        } else if (command.isPresent()) {
            repl.print(line(command.get(), columns(repl)));
            repl.explain(ManualPage.about(command.get()));
        } else {
            repl.notice("there is no command /" + name + "; did you mean /"
                    + SlashCommands.nearest(name).name() + "?");
        }
    }

    private static int columns(Repl repl) {
        return repl.size().getColumns() > 0 ? repl.size().getColumns() : 80;
    }

    /** Every line fits into so many columns, and into 80 without a break. */
    static String list(int columns) {
        StringBuilder list = new StringBuilder();
        for (SlashCommand command : SlashCommands.ALL) {
            list.append(line(command, columns));
        }
        list.append('\n');
        for (String[] key : KEYS) {
            list.append(line(key[0], key[1], columns));
        }
        return list.toString();
    }

    private static String line(SlashCommand command, int columns) {
        return line(("/" + command.name() + " " + command.argument()).strip(), command.summary(), columns);
    }

    private static String line(String call, String about, int columns) {
        String indent = " ".repeat(INDENT);
        return "  " + call + " ".repeat(INDENT - 2 - call.length())
                + String.join("\n" + indent, Cells.wrapped(about, Math.max(1, columns - INDENT))) + "\n";
    }
}
