package dev.belay.cli;

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
            Map<Integer, String> thoughts = store.reasoning(id);
            return Manuscript.of(chronicle, thoughts);
        }
    }
}
