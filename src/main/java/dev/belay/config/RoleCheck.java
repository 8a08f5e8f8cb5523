package dev.belay.config;

import dev.belay.chat.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Looks for everything in the files of roles that is not as it must be. */
public final class RoleCheck {

    private RoleCheck() {}

    /** Each mistake as a sentence with its file and line, file by file. */
    public static List<String> of(Settings settings) {
        RoleFiles files = settings.roleFiles();
        List<String> sentences = new ArrayList<>();
        for (String name : files.badNames()) {
            sentences.add(RoleFiles.shown(files.path(name)) + ": no role can have this name");
        }
        for (String name : files.names()) {
            if (settings.root().values().get(Keys.ROLES) instanceof Entries roles && roles.containsKey(name)) {
                sentences.add(RoleFiles.shown(files.path(name)) + " is never read: " + settings.roleOrigin(name)
                        + " has a role of this name, which comes first");
            }
            sentences.addAll(mistakes(name, files));
        }
        return sentences;
    }

    private static List<String> mistakes(String name, RoleFiles files) {
        try {
            RoleFile file = RoleFile.read(name, files.path(name));
            List<String> mistakes = file.mistakes();
            if (mistakes.isEmpty() && file.role().about().isEmpty()) {
                mistakes.add(RoleFiles.shown(files.path(name))
                        + " has no text: below the settings stands the system prompt");
            }
            return mistakes;
        } catch (ProblemException unreadable) {
            return List.of(unreadable.problem().sentence());
        }
    }
}
