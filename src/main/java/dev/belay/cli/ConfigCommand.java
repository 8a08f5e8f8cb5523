package dev.belay.cli;

import dev.belay.config.Spelling;
import java.io.IOException;
import java.util.List;

/** Everything about the config file. */
final class ConfigCommand {

    static final List<String> WORDS = List.of("path", "show", "roles", "edit", "check");

    private ConfigCommand() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        String word = String.join(" ", words);
        return switch (word) {
            case "" -> throw new UsageException("config: say " + String.join(", ", WORDS) + " after it");
            case "path" -> {
                context.print(context.places().config() + "\n");
                yield Exit.COMPLETE;
            }
            case "show" -> ConfigShow.run(options, context);
            case "roles" -> ConfigRoles.run(options, context);
            case "edit" -> ConfigEdit.run(context);
            case "check" -> ConfigCheck.run(context);
            default ->
                throw new UsageException("config: there is no “" + word + "”" + Spelling.advice(word, WORDS)
                        + " (to send these words to a model: belay -- config …)");
        };
    }
}
