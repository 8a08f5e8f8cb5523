package dev.belay.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Removes a saved session for good: its file, what went along with its messages, and its lock. */
public final class Removal {

    private final SessionStore store;

    public Removal(SessionStore store) {
        this.store = store;
    }

    /**
     * Removes it. The session's own file goes last: what is left of one that cannot be removed is listed still.
     *
     * @throws SessionInUse when another process writes to it
     */
    public void of(String id) throws IOException, SessionInUse {
        Path file = store.file(id);
        SessionLock lock = store.lock(file);
        try {
            new Contents(file).delete();
            for (Path former : new Beside(file).leftovers()) {
                Files.deleteIfExists(former);
            }
            Files.deleteIfExists(file);
        } finally {
            lock.close();
        }
    }
}
