package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.export.Export;
import dev.belay.export.Manuscript;
import dev.belay.export.NewFile;
import dev.belay.export.NewFile.Former;
import dev.belay.file.Reasons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a saved conversation out: to a file, or to standard output. */
final class SessionsExport {

    static final List<String> FORMS = List.of("markdown", "json", "html");

    private static final String OUTPUT = "-";

    private SessionsExport() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        Optional<Export> asked = asked(options);
        Optional<String> file = file(words, context);
        String session = String.join(" ", file.isPresent() ? words.subList(0, words.size() - 1) : words);
        if (file.isEmpty() || file.get().equals(OUTPUT)) {
            Manuscript manuscript = SavedConversation.of("export", session, context);
            print(asked.orElse(Export.MARKDOWN), manuscript, context);
            return Exit.COMPLETE;
        }
        Path path = path(file.get());
        Export form = asked.or(() -> Export.of(path))
                .orElseThrow(() -> new UsageException(
                        "sessions export: the name “" + file.get() + "” tells no form; let it end with "
                                + Export.endings() + ", or say -o markdown, json or html"));
        int turns =
                write(form, session, new NewFile(path, options.is("--force") ? Former.GOES : Former.STAYS), context);
        if (!options.is("-q")) {
            context.note("exported " + turns + (turns == 1 ? " turn to " : " turns to ") + path);
        }
        return Exit.COMPLETE;
    }

    static Optional<Export> asked(Options options) {
        return options.text("-o").isEmpty() ? Optional.empty() : Export.named(options.oneOf("-o", FORMS));
    }

    /** The last word, where its end, a slash or a session before it shows that it is one. */
    private static Optional<String> file(List<String> words, Context context) throws IOException {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String last = words.get(words.size() - 1);
        boolean looksSo = last.equals(OUTPUT)
                || last.contains("/")
                || Export.of(path(last)).isPresent();
        boolean isSecond = words.size() == 2
                && SessionsFolder.of(context).store().ids(words.get(0)).size() == 1;
        return looksSo || isSecond ? Optional.of(last) : Optional.empty();
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException none) {
            throw new UsageException("sessions export: “" + name + "” can be no file's name");
        }
    }

    static void print(Export form, Manuscript manuscript, Context context) throws IOException {
        String text = form.text(manuscript, () -> {});
        if (form == Export.JSON) {
            context.printJson(text);
        } else {
            context.out().foreign(text);
        }
        context.out().closeLine();
    }

    /** All is made first; until then a signal ends the program at once. It waits for the moment in which the file is there. */
    private static int write(Export form, String session, NewFile file, Context context) throws IOException {
        try {
            file.checkPlace();
            Manuscript manuscript = SavedConversation.of("export", session, context);
            byte[] bytes = form.text(manuscript, () -> {}).getBytes(StandardCharsets.UTF_8);
            context.interrupts().whenIdle(cause -> {});
            IOException broken = context.interrupts().checking(() -> written(file, bytes, context));
            if (broken != null) {
                throw broken;
            }
            return manuscript.chronicle().entries().size();
        } catch (FileAlreadyExistsException there) {
            throw cannot(file, "it is there already", "choose another name, or --force");
        } catch (java.nio.file.FileSystemException wrong) {
            throw cannot(file, Reasons.of(wrong), "choose another place");
        }
    }

    /** What went wrong; null for nothing. */
    private static @Nullable IOException written(NewFile file, byte[] bytes, Context context) {
        try {
            file.write(bytes, context.interrupts()::check);
            return null;
        } catch (IOException broken) {
            return broken;
        }
    }

    private static ProblemException cannot(NewFile file, String reason, String advice) {
        return ProblemException.file("cannot export to “" + file.path() + "”: " + reason, advice);
    }
}
