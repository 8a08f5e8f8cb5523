package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.file.Reasons;
import dev.belay.repl.SessionSource;
import dev.belay.session.Session;
import dev.belay.session.SessionFinder;
import dev.belay.session.SessionInUse;
import dev.belay.session.SessionStore;
import dev.belay.session.SessionSummary;
import dev.belay.session.SessionUnclear;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The sessions as the prompt reaches them: what goes wrong with one is a sentence, and the conversation goes on. */
final class PromptSessions implements SessionSource {

    private final SessionStore store;
    private final Sessions sessions;
    private final Consumer<String> warn;

    /**
     * @param store whose pulse ends what takes long
     * @param sessions knows whether anything is saved
     */
    PromptSessions(SessionStore store, Sessions sessions, Consumer<String> warn) {
        this.store = store;
        this.sessions = sessions;
        this.warn = warn;
    }

    /** Something that reads files. */
    private interface Reading<T> {
        T done() throws IOException;
    }

    @Override
    public Session create() {
        return sessions.create();
    }

    @Override
    public String find(String wanted) {
        return reading(() -> {
            try {
                return new SessionFinder(store).find(wanted);
            } catch (SessionUnclear unclear) {
                throw ProblemException.file(unclear.getMessage(), "/sessions lists them");
            }
        });
    }

    @Override
    public Session resume(String id) {
        return reading(() -> {
            try {
                return sessions.isSaving() ? Session.resume(store, id, warn) : Session.readOnly(store, id, warn);
            } catch (SessionInUse inUse) {
                throw ProblemException.file(Sessions.inUse(id, inUse), "/fork " + id + " goes on in a copy");
            }
        });
    }

    @Override
    public Session copy(String id, int turns) {
        checkSaving();
        return reading(() -> fork(Session.readOnly(store, id, warn), turns));
    }

    @Override
    public Session fork(Session session, int turns) {
        checkSaving();
        int there = session.conversation().rounds().size();
        if (turns < 1 || turns > there && turns != Session.WHOLE) {
            throw ProblemException.file(
                    "there is no turn " + turns + ": that conversation has " + there
                            + (there == 1 ? " turn" : " turns"),
                    "a copy ends with the turn that is named");
        }
        return reading(() -> session.fork(store, warn, turns));
    }

    private void checkSaving() {
        if (!sessions.isSaving()) {
            throw ProblemException.file(
                    "nothing is saved in this chat, so there can be no copy", "start without --no-save");
        }
    }

    @Override
    public List<SessionSummary> newest(String words, int most) {
        return reading(() -> new SessionFinder(store).newest(words, most));
    }

    @Override
    public Map<Integer, String> reasoning(String id) {
        return reading(() -> id.isEmpty() ? Map.of() : store.reasoning(id));
    }

    @Override
    public int count() {
        return reading(() -> new SessionFinder(store).count());
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.done();
        } catch (IOException e) {
            throw ProblemException.file(
                    "the session cannot be read: " + Reasons.of(e), "check the folder of the sessions");
        }
    }
}
