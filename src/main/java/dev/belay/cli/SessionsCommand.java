package dev.belay.cli;

import dev.belay.config.Spelling;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Everything about the saved conversations: the first word says what. */
final class SessionsCommand {

    static final List<String> WORDS = List.of("list", "search", "show", "export", "rename", "rm", "path");

    private SessionsCommand() {}

    /** The options of all its words. */
    static void describe(CommandSpec spec) {
        OptionTable.text(spec, "COUNT", "List or find so many sessions; 0 for all.", "-n", "--limit");
        OptionTable.flag(spec, "List or find all.", "--all");
        OptionTable.text(spec, "WHEN", "Only what is newer: 7d, 2h, or a date such as 2026-11-20.", "--since");
        OptionTable.text(spec, "OUTCOME", "Only what ended so: complete, interrupted or failed.", "--outcome");
        OptionTable.flag(spec, "Remove without asking.", "--yes");
        OptionTable.flag(spec, "Export over a file that is there.", "--force");
    }

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        String word = words.isEmpty() ? WORDS.get(0) : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        if (!rest.isEmpty() && rest.get(0).isBlank() && !word.equals("list") && !word.equals("search")) {
            throw new UsageException("sessions " + word + ": no session is named, the word for it is blank");
        }
        return switch (word) {
            case "list" -> SessionsList.run(rest, options, context);
            case "search" -> SessionsSearch.run(rest, options, context);
            case "show" -> SessionsShow.run(rest, options, context);
            case "export" -> SessionsExport.run(rest, options, context);
            case "rename" -> SessionsRename.run(rest, options, context);
            case "rm" -> SessionsRm.run(rest, options, context);
            case "path" -> SessionsPath.run(rest, context);
            default ->
                throw new UsageException("sessions: there is no “" + word + "”" + Spelling.advice(word, WORDS)
                        + " (to send these words to a model: belay -- sessions …)");
        };
    }
}
