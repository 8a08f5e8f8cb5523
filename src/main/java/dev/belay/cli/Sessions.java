package dev.belay.cli;

import dev.belay.session.Session;
import dev.belay.session.SessionFinder;
import dev.belay.session.SessionInUse;
import dev.belay.session.SessionStore;
import dev.belay.session.SessionUnclear;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds or makes the session that the options ask for. */
final class Sessions {

    /** Asks the person a question that is answered with yes or no. */
    interface Consent {
        boolean given(String question) throws IOException;
    }

    private final SessionStore store;
    private final boolean saves;
    private final Consumer<String> warn;

    Sessions(SessionStore store, boolean saves, Consumer<String> warn) {
        this.store = store;
        this.saves = saves;
        this.warn = warn;
    }

    Session create() {
        return saves ? Session.create(store, warn) : Session.unsaved();
    }

    /** The session of {@code -c} or {@code --session}, else a new one. */
    Session of(Options options, Consent fork) throws IOException {
        Optional<String> id = options.text("--session");
        if (id.isPresent()) {
            return resume(find(id.get()), fork);
        }
        if (!options.is("-c")) {
            return create();
        }
        String latest =
                store.latest().orElseThrow(() -> new UsageException("-c: there is no session yet to go on with"));
        if (store.isAhead(latest, Instant.now())) {
            warn.accept("session " + latest + " is dated ahead of the clock; --session chooses another");
        }
        return resume(latest, fork);
    }

    /** By its id or the begin of that; the titles are read only where no id fits. */
    private String find(String wanted) throws IOException {
        try {
            return new SessionFinder(store).find(wanted);
        } catch (SessionUnclear unclear) {
            throw new UsageException("--session: " + unclear.getMessage());
        }
    }

    /** Whether what is said is kept on disk. */
    boolean isSaving() {
        return saves;
    }

    /** Who writes to it. */
    static String inUse(String id, SessionInUse inUse) {
        String holder = inUse.holder().isEmpty() ? "another belay" : "process " + inUse.holder();
        return "session " + id + " is in use by " + holder;
    }

    private Session resume(String id, Consent fork) throws IOException {
        if (!saves) {
            return Session.readOnly(store, id, warn);
        }
        try {
            return Session.resume(store, id, warn);
        } catch (SessionInUse inUse) {
            String busy = inUse(id, inUse);
            if (fork.given(busy + ". Go on in a copy?")) {
                return Session.copy(store, id, warn);
            }
            throw new UsageException(busy + "; leave that one first, or start without -c and --session");
        }
    }
}
