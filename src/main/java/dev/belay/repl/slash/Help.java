package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the commands and the keys that matter, or tells all about one command. */
final class Help implements SlashCommand {

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
            repl.print(list());
        } else if (command.isPresent()) {
            repl.print(line(command.get()));
            repl.explain(ManualPage.about(command.get()));
        } else {
            repl.notice("there is no command /" + name + "; did you mean /"
                    + SlashCommands.nearest(name).name() + "?");
        }
    }

    /** Every line fits into 80 columns. */
    static String list() {
        StringBuilder list = new StringBuilder();
        for (SlashCommand command : SlashCommands.ALL) {
            list.append(line(command));
        }
        return list.append('\n')
                .append("  Ctrl-C            stop the answer; what came is kept (Esc does the same)\n")
                .append("  Ctrl-D            leave\n")
                .append("  Alt-Enter         new line; so does a \\ at the end, or \"\"\" around a block\n")
                .append("  Up, Ctrl-R        earlier messages\n")
                .append("  //text            a message that begins with a slash\n")
                .append("  belay help        the manual, in the shell\n")
                .toString();
    }

    private static String line(SlashCommand command) {
        String call = ("/" + command.name() + " " + command.argument()).strip();
        return "  " + call + " ".repeat(18 - call.length()) + command.summary() + "\n";
    }
}
