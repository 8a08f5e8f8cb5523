package dev.belay.cli;

import dev.belay.session.SessionFinder;
import dev.belay.session.SessionStore;
import dev.belay.session.SessionUnclear;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The saved conversations as the words of {@code belay sessions} reach them.
 *
 * @param path where they lie
 */
record SessionsFolder(Path path) {

    static SessionsFolder of(Context context) {
        return new SessionsFolder(context.places().sessions());
    }

    SessionStore store() {
        return new SessionStore(path);
    }

    SessionFinder finder() {
        return new SessionFinder(store());
    }

    /** The id of the session that is meant by its id, the begin of that, or its title. */
    String find(String word, String wanted) throws IOException {
        try {
            return finder().find(wanted);
        } catch (SessionUnclear unclear) {
            throw new UsageException("sessions " + word + ": " + unclear.getMessage());
        }
    }
}
