package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import dev.belay.repl.SessionSource;
import dev.belay.repl.SessionTable;
import dev.belay.session.SessionSummary;
import java.io.IOException;
import java.util.List;

/** Lists the saved sessions, the newest first. */
final class Sessions implements SlashCommand {

    private static final String ALL = "all";

    /** What else is on the screen: the titles, two notes, the command and the next prompt. */
    private static final int BESIDES = 6;

    private static final int USUAL_ROWS = 24;

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public String argument() {
        return "[WORDS]";
    }

    @Override
    public String summary() {
        return "list the saved conversations, or those so called; all: all";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        return List.of(new Suggestion(ALL, "more than fit the screen"));
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        boolean all = argument.equals(ALL) || argument.startsWith(ALL + " ");
        String words = all ? argument.substring(ALL.length()).strip() : argument;
        int rows = repl.size().getRows() > 0 ? repl.size().getRows() : USUAL_ROWS;
        int most = all ? Integer.MAX_VALUE : Math.max(1, rows - BESIDES);
        repl.stoppable().perform(() -> {
            SessionSource sessions = repl.shelf().sessions();
            List<SessionSummary> found = sessions.newest(words, most);
            if (found.isEmpty()) {
                repl.notice(
                        words.isEmpty()
                                ? "there is no saved conversation"
                                : "no conversation is called “" + words + "”");
                return;
            }
            print(found, repl);
            repl.notice(note(found.size(), words, found.size() == most ? sessions.count() : found.size()));
        });
    }

    /** Line by line: a list of thousands can be stopped. */
    private static void print(List<SessionSummary> found, Repl repl) throws IOException {
        String here = repl.dialogue().session().id();
        int width = repl.size().getColumns() > 0 ? repl.size().getColumns() : 80;
        String table = new SessionTable(found, here, System.currentTimeMillis()).fitted(width, repl.style());
        for (String line : table.split("(?<=\n)")) {
            repl.stoppable().check();
            repl.print(line);
        }
    }

    private static String note(int shown, String words, int all) {
        String more = shown == all
                ? ""
                : words.isEmpty()
                        ? "the newest " + shown + " of " + all + ", /sessions all lists all; "
                        : "the newest " + shown + ", /sessions all " + words + " lists all such; ";
        return more + "/resume ID goes on with one";
    }
}
