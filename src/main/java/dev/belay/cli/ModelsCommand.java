package dev.belay.cli;

import dev.belay.chat.Problem;
import dev.belay.chat.ProblemException;
import dev.belay.wire.Failures;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Lists the models of the provider that would be asked. */
final class ModelsCommand {

    private ModelsCommand() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        Preferences preferences = context.preferences();
        Models models = context.models(preferences.usualRole(), options.text("--base-url"));
        Choice chosen = models.choose(preferences.model());
        String filter = String.join(" ", words).toLowerCase(Locale.ROOT);
        StringBuilder lines = new StringBuilder();
        for (String name : list(models, chosen)) {
            if (name.toLowerCase(Locale.ROOT).contains(filter)) {
                lines.append(name).append('\n');
            }
        }
        if (lines.length() == 0) {
            context.warn("no model's name contains “" + filter + "”");
        }
        context.print(lines.toString());
        return Exit.COMPLETE;
    }

    private static List<String> list(Models models, Choice chosen) {
        try {
            return models.list(chosen);
        } catch (IOException broken) {
            Problem problem = Failures.beforeAnswer(broken, chosen.endpoint().get().baseUrl()).problem();
            throw new ProblemException(problem);
        }
    }
}
