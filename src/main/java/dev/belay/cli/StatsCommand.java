package dev.belay.cli;

import dev.belay.config.Spelling;
import dev.belay.repl.stats.By;
import dev.belay.repl.stats.Report;
import dev.belay.repl.stats.ReportText;
import dev.belay.repl.stats.Scope;
import dev.belay.repl.stats.Statistics;
import dev.belay.repl.tty.Width;
import dev.belay.session.SessionStore;
import dev.belay.session.count.AskedTurns;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Counts what was asked in all saved sessions. A stop ends the program at once: it has nothing to put away. */
final class StatsCommand {

    private static final String SINCE = "--since";
    private static final String BY = "--by";
    static final List<String> WORDS = List.of("model", "day", "provider");

    private StatsCommand() {}

    static void describe(CommandSpec spec) {
        OptionTable.text(spec, "WHEN", "Count from then on: 7d or 2h back, or a date such as 2026-11-20.", SINCE);
        OptionTable.text(spec, "WHAT", "A line for each model, day or provider.", BY);
    }

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        if (!words.isEmpty()) {
            throw new UsageException("stats: “" + String.join(" ", words) + "” says nothing to it; " + BY
                    + " model, day or" + " provider groups (to send these words to a model: belay -- stats …)");
        }
        OutputForm form = OutputForm.of(options);
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        Scope scope = new Scope(options.since(now), by(options), now.getZone());
        context.preferences();
        Statistics statistics = new Statistics(scope, new Tariffs(context.services()));
        AskedTurns turns = new AskedTurns(new SessionStore(context.places().sessions()));
        turns.read(statistics);
        print(
                statistics.report(),
                options.text("-o").isEmpty() && !context.out().isTerminal() ? OutputForm.JSON : form,
                context);
        tell(turns, context);
        return Exit.COMPLETE;
    }

    /** A person gets a table, a program one object. */
    private static void print(Report report, OutputForm form, Context context) throws IOException {
        switch (form) {
            case TEXT, MARKDOWN -> context.print(new ReportText(report, width(context), context.outStyle()).text());
            case JSON -> context.printJson(new StatsJson(report).object());
            case JSONL -> context.printJson(new StatsJson(report).lines());
        }
    }

    private static Optional<By> by(Options options) {
        Optional<String> word = options.text(BY);
        if (word.isPresent() && !WORDS.contains(word.get())) {
            throw new UsageException(BY + ": there is no “" + word.get() + "”" + Spelling.advice(word.get(), WORDS));
        }
        return word.map(name -> By.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private static int width(Context context) {
        return context.out().isTerminal() ? Width.OUTPUT.getAsInt() : 80;
    }

    private static void tell(AskedTurns turns, Context context) {
        if (turns.unreadable() > 0) {
            context.warn(count(turns.unreadable(), "session")
                    + " could not be read, or a newer belay wrote them: not counted");
        }
        if (turns.damagedLines() > 0) {
            context.warn(count(turns.damagedLines(), "line") + " in other sessions could not be read: left out");
        }
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
