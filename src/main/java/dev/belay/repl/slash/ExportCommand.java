package dev.belay.repl.slash;

import dev.belay.chat.ProblemException;
import dev.belay.export.Export;
import dev.belay.export.Manuscript;
import dev.belay.export.NewFile;
import dev.belay.file.Reasons;
import dev.belay.file.TypedPath;
import dev.belay.repl.Repl;
import dev.belay.session.Chronicle;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Writes the conversation to a file of the person's own, which must be a new one. */
final class ExportCommand implements SlashCommand {

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String argument() {
        return "FILE";
    }

    @Override
    public String summary() {
        return "write this conversation to a new file: .md, .json, .html";
    }

    @Override
    public boolean takesPath() {
        return true;
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Chronicle chronicle = repl.dialogue().session().chronicle();
        if (argument.isEmpty()) {
            repl.notice("/export FILE writes this conversation; the name ends with " + Export.endings());
        } else if (chronicle.entries().isEmpty()) {
            repl.notice("there is nothing to export yet");
        } else {
            Path file = path(argument, repl);
            Export form = Export.of(file)
                    .orElseThrow(() -> cannot(file, "its name tells no form", "let it end with " + Export.endings()));
            repl.stoppable().perform(() -> {
                write(form, chronicle, file, repl);
            });
            int turns = chronicle.entries().size();
            repl.notice("exported " + turns + (turns == 1 ? " turn to " : " turns to ") + file);
        }
    }

    private static Path path(String typed, Repl repl) {
        try {
            return new TypedPath(typed, repl.tray().home()).meant();
        } catch (InvalidPathException none) {
            throw cannot(typed, "that is no path", "name a file");
        }
    }

    private static void write(Export form, Chronicle chronicle, Path file, Repl repl) {
        try {
            Manuscript manuscript =
                    Manuscript.of(chronicle, repl.shelf().sessions().reasoning(chronicle.id()));
            form.write(manuscript, new NewFile(file, NewFile.Former.STAYS), repl.stoppable()::check);
        } catch (FileAlreadyExistsException there) {
            throw cannot(file, "it is there already", "choose another name");
        } catch (IOException e) {
            throw cannot(file, Reasons.of(e), "choose another place");
        }
    }

    private static ProblemException cannot(Object file, String reason, String advice) {
        return ProblemException.file("cannot export to “" + file + "”: " + reason, advice);
    }
}
