package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import java.io.IOException;

/** Lists the commands and the keys that matter. */
final class Help implements SlashCommand {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "this list";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        StringBuilder list = new StringBuilder();
        for (SlashCommand command : SlashCommands.ALL) {
            String call = ("/" + command.name() + " " + command.argument()).strip();
            list.append("  ").append(call).append(" ".repeat(18 - call.length())).append(command.summary()).append('\n');
        }
        list.append('\n')
                .append("  Ctrl-C            stop the answer; what came is kept (Esc does the same)\n")
                .append("  Ctrl-D            leave\n")
                .append("  Alt-Enter         new line; so does a \\ at the end, or \"\"\" around a block\n")
                .append("  Up, Ctrl-R        earlier messages\n")
                .append("  //text            a message that begins with a slash\n")
                .append("  belay help        the manual, in the shell\n");
        repl.print(list.toString());
    }
}
