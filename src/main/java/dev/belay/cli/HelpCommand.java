package dev.belay.cli;

import dev.belay.guide.Manual;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints the manual. */
final class HelpCommand {

    private HelpCommand() {}

    static Exit run(List<String> words, Context context) throws IOException {
        Manual manual = new Manual();
        if (words.isEmpty()) {
            context.print("The manual's topics; belay help TOPIC prints one:\n\n  "
                    + String.join("\n  ", manual.topics()) + "\n\nbelay --help lists the options.\n");
            return Exit.COMPLETE;
        }
        String topic = words.get(0).toLowerCase(Locale.ROOT);
        // A command that has no page of its name has its help.
        Optional<String> page =
                manual.page(topic).or(() -> Subcommand.named(topic).map(HelpText::of));
        if (words.size() > 1 || page.isEmpty()) {
            throw new UsageException("help: there is no topic “" + String.join(" ", words) + "”; there are "
                    + String.join(", ", manual.topics()) + ". To send these words to a model: belay -- help …");
        }
        context.print(page.get());
        return Exit.COMPLETE;
    }
}
