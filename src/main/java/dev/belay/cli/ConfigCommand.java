package dev.belay.cli;

import dev.belay.config.Spelling;
import java.io.IOException;
import java.util.List;

/** Everything about the config file. */
final class ConfigCommand {

    static final List<String> WORDS = List.of("path", "show", "roles", "edit", "check");

    /** Those that have nothing for programs. */
    static final List<String> TEXT_ALONE = List.of("path", "show", "edit", "check");

    private ConfigCommand() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        String word = String.join(" ", words);
        if (TEXT_ALONE.contains(word) && OutputForm.of(options).isForPrograms()) {
            throw new UsageException("config " + word + " prints text alone, so -o "
                    + options.text("-o").get() + " does not go with it");
        }
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
