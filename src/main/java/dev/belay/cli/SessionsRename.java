package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.file.Reasons;
import dev.belay.session.Heading;
import dev.belay.session.Session;
import dev.belay.session.SessionInUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Gives a saved conversation a title. */
final class SessionsRename {

    /** In place of a title: none. */
    private static final String NONE = "-";

    private SessionsRename() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        if (words.size() < 2) {
            throw new UsageException("sessions rename: say which, and the title, after it; - removes the title");
        }
        SessionsFolder folder = SessionsFolder.of(context);
        String id = folder.find("rename", words.get(0));
        String title = String.join(" ", words.subList(1, words.size())).strip();
        if (title.isEmpty()) {
            throw new UsageException("sessions rename: the title is blank; - removes it");
        }
        Path file = folder.store().file(id);
        FileTime changed = Files.getLastModifiedTime(file);
        Exit exit = renamed(id, title, folder, options, context);
        // A new name is no new turn: -c goes on with the same session as before.
        Files.setLastModifiedTime(file, changed);
        return exit;
    }

    private static Exit renamed(String id, String title, SessionsFolder folder, Options options, Context context) {
        try (Session session = Session.resume(folder.store(), id, context::warn)) {
            if (!session.isKept()) {
                return Exit.FAILED;
            }
            session.heading().title(title.equals(NONE) ? "" : Heading.line(title));
            String now = session.heading().title();
            if (!options.is("-q")) {
                context.note(now.isEmpty() ? id + " has no title" : id + " is called “" + now + "”");
            }
            return session.isSaved() || session.conversation().rounds().isEmpty() ? Exit.COMPLETE : Exit.FAILED;
        } catch (SessionInUse inUse) {
            throw ProblemException.file(Sessions.inUse(id, inUse), "/title names it there");
        } catch (IOException e) {
            throw ProblemException.file(
                    "session " + id + " cannot be read: " + Reasons.of(e), "check the folder of the sessions");
        }
    }
}
