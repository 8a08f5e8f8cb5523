package dev.belay.cli;

import dev.belay.repl.SessionTable;
import dev.belay.repl.tty.Width;
import dev.belay.session.SessionFinder;
import dev.belay.session.SessionSummary;
import java.io.IOException;
import java.util.List;

/** Lists the saved conversations, the newest first. */
final class SessionsList {

    /** So many when nobody says how many. */
    static final int USUAL = 30;

    private SessionsList() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        OutputForm form = OutputForm.of(options);
        SessionsOptions given = new SessionsOptions(options);
        int most = given.most(USUAL);
        SessionFinder finder = SessionsFolder.of(context).finder();
        List<SessionSummary> found =
                finder.newest(given.filter(String.join(" ", words)), most == Integer.MAX_VALUE ? most : most + 1);
        boolean isMore = found.size() > most;
        List<SessionSummary> shown = isMore ? found.subList(0, most) : found;
        context.print(text(shown, form, context), form);
        if (!options.is("-q")) {
            tell(shown.size(), isMore, context);
        }
        return Exit.COMPLETE;
    }

    private static void tell(int shown, boolean isMore, Context context) {
        if (isMore) {
            context.note("the newest " + shown + "; -n COUNT lists more, -n 0 all");
        } else if (shown == 0) {
            context.note("there is no such conversation");
        }
    }

    /** A person gets a table, a program columns that are parted by tabs. */
    private static String text(List<SessionSummary> sessions, OutputForm form, Context context) {
        return switch (form) {
            case JSON -> SessionJson.array(sessions);
            case JSONL -> SessionJson.lines(sessions);
            case TEXT, MARKDOWN ->
                context.out().isTerminal()
                        ? new SessionTable(sessions, "", System.currentTimeMillis())
                                .fitted(Width.OUTPUT.getAsInt(), context.outStyle())
                        : SessionRows.of(sessions);
        };
    }
}
