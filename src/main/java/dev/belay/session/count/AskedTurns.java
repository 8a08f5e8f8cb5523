package dev.belay.session.count;

import dev.belay.session.JournalLines;
import dev.belay.session.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all sessions for what was asked in them, one after the other; what was said is not held. Lives on one thread. */
public final class AskedTurns {

    private final SessionStore store;
    private int unreadable;
    private int damagedLines;

    public AskedTurns(SessionStore store) {
        this.store = store;
    }

    /** Takes turns, those of a session one after the other and in their order. */
    public interface Taker {
        void take(Asked turn);
    }

    /** Reads them all. */
    public void read(Taker taker) throws IOException {
        List<String> ids = new ArrayList<>(store.ids(""));
        Collections.sort(ids);
        JournalLines lines = new JournalLines();
        for (String id : ids) {
            store.pulse().run();
            if (Files.notExists(store.file(id))) {
                continue;
            }
            SessionTurns session = session(lines, id);
            if (session == null || !session.isReadable()) {
                unreadable++;
            } else {
                damagedLines += session.damagedLines();
                session.turns().forEach(taker::take);
            }
        }
    }

    private @Nullable SessionTurns session(JournalLines lines, String id) {
        Path file = store.file(id);
        try {
            return SessionTurns.read(lines, file, id);
        } catch (IOException unread) {
            return null;
        }
    }

    /** Sessions that could not be read, or were written by a later version. */
    public int unreadable() {
        return unreadable;
    }

    /** Lines that could not be read in the others. */
    public int damagedLines() {
        return damagedLines;
    }
}
