package dev.belay.cli;

import java.io.IOException;
import java.util.List;

/** Prints where the saved conversations lie, or one of them. */
final class SessionsPath {

    private SessionsPath() {}

    static Exit run(List<String> words, Context context) throws IOException {
        SessionsFolder folder = SessionsFolder.of(context);
        String name = String.join(" ", words);
        context.print((name.isBlank() ? folder.path() : folder.file(folder.find("path", name))) + "\n");
        return Exit.COMPLETE;
    }
}
