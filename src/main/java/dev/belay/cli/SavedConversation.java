package dev.belay.cli;

import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import dev.belay.export.Manuscript;
import dev.belay.session.Chronicle;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import java.io.IOException;
import java.util.Map;

/** A saved conversation for reading: without a lock, whoever else has it open. */
final class SavedConversation {

    private SavedConversation() {}

    /**
     * @param word of {@code belay sessions} that asks
     * @param wanted the session's id, the begin of that, or its title; blank for the last one
     */
    static Manuscript of(String word, String wanted, Context context) throws IOException {
        SessionsFolder folder = SessionsFolder.of(context);
        SessionStore store = folder.store();
        String id = wanted.isBlank()
                ? store.latest()
                        .orElseThrow(
                                () -> new UsageException("sessions " + word + ": there is no saved conversation yet"))
                : folder.find(word, wanted);
        try (Session session = Session.readOnly(store, id, context::warn)) {
            Chronicle chronicle = session.chronicle().under(id);
            if (isUnreadable(chronicle)) {
                throw new ProblemException(new Problem(
                        Kind.NOT_FOUND, "nothing in session " + id + " can be read", "its file is " + store.file(id)));
            }
            Map<Integer, String> thoughts = store.reasoning(id);
            return Manuscript.of(chronicle, thoughts);
        }
    }

    /** Whatever was begun or said tells at least when. */
    private static boolean isUnreadable(Chronicle chronicle) {
        return chronicle.entries().isEmpty()
                && chronicle.created().isEmpty()
                && chronicle.title().isEmpty()
                && chronicle.system().isEmpty();
    }
}
