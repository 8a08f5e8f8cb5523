package dev.belay.cli;

import dev.belay.file.Reasons;
import dev.belay.session.Removal;
import dev.belay.session.SessionInUse;
import dev.belay.view.Cleaner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Removes saved conversations for good. */
final class SessionsRm {

    private SessionsRm() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        if (words.isEmpty()) {
            throw new UsageException("sessions rm: say which after it; belay sessions lists them");
        }
        SessionsFolder folder = SessionsFolder.of(context);
        List<String> ids = new ArrayList<>();
        for (String word : words) {
            String id = folder.find("rm", word);
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        if (!options.is("--yes") && !consents(ids, folder, context)) {
            context.note("nothing is removed");
            return Exit.FAILED;
        }
        boolean all = true;
        for (String id : ids) {
            all &= remove(id, folder, options, context);
        }
        return all ? Exit.COMPLETE : Exit.FAILED;
    }

    private static boolean consents(List<String> ids, SessionsFolder folder, Context context) throws IOException {
        if (!context.streams().inputIsTerminal() || !context.streams().errorsAreTerminal()) {
            throw new UsageException("sessions rm: nobody can be asked here; --yes removes without asking");
        }
        StringBuilder question = new StringBuilder();
        for (String id : ids) {
            question.append(id)
                    .append("  ")
                    .append(Cleaner.clean(folder.name(id)).replaceAll("\\s", " "))
                    .append('\n');
        }
        question.append(ids.size() == 1 ? "Remove it for good?" : "Remove these " + ids.size() + " for good?");
        return Consent.ask(question.toString(), context);
    }

    private static boolean remove(String id, SessionsFolder folder, Options options, Context context) {
        try {
            new Removal(folder.store()).of(id);
            if (!options.is("-q")) {
                context.note("removed " + id);
            }
            return true;
        } catch (SessionInUse inUse) {
            context.complain(Sessions.inUse(id, inUse) + "; leave that one first");
        } catch (IOException e) {
            context.complain("session " + id + " cannot be removed: " + Reasons.of(e));
        }
        return false;
    }
}
