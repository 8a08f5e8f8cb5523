package dev.belay.cli;

import dev.belay.repl.SessionTable;
import dev.belay.repl.tty.Width;
import dev.belay.session.SessionFinder;
import dev.belay.session.SessionStore;
import java.io.IOException;
import java.util.List;

/** Lists the saved conversations, the newest first. */
final class SessionsList {

    private static final int USUAL = 30;

    private SessionsList() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        SessionFinder finder = new SessionFinder(new SessionStore(context.places().sessions()));
        SessionTable table =
                new SessionTable(finder.newest(String.join(" ", words), USUAL), "", System.currentTimeMillis());
        context.print(table.fitted(Width.OUTPUT.getAsInt(), context.style()));
        return Exit.COMPLETE;
    }
}
