package dev.belay.cli;

import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.config.EditorCommand;
import dev.belay.os.Os;
import dev.belay.os.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the config in the person's editor, and checks what came of it. */
final class ConfigEdit {

    private static final String TEMPLATE = "/dev/belay/config.toml";

    /** With this a shell says that there is no such program. */
    private static final int NOT_FOUND = 127;

    private ConfigEdit() {}

    static Exit run(Context context) throws IOException {
        Path file = context.places().config();
        String editor = EditorCommand.in(context.environment())
                .orElseThrow(() -> ProblemException.configuration(
                        "no editor is known", "set EDITOR, or open " + file + " yourself"));
        create(file);
        int code = edit(editor, file, context);
        Cause leaving = context.interrupts().leaving();
        if (leaving != null) {
            return Exit.of(leaving);
        }
        if (code != 0) {
            context.complain(
                    code == NOT_FOUND
                            ? "the editor “" + editor + "” was not found (exit code " + code
                                    + "); set VISUAL or EDITOR, or open " + file + " yourself"
                            : "the editor ended with exit code " + code + "; the config is " + file);
            return Exit.FAILED;
        }
        return ConfigCheck.run(context);
    }

    /** A new one is for its owner's eyes, and holds every setting as a comment. */
    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent(), PrivateFiles.folder(file));
        Files.createFile(file, PrivateFiles.file(file));
        try (InputStream template = ConfigEdit.class.getResourceAsStream(TEMPLATE)) {
            Files.write(file, template.readAllBytes());
        }
    }

    /** Ctrl-C belongs to the editor for so long; a signal to leave ends it first. */
    private static int edit(String editor, Path file, Context context) throws IOException {
        Process process = Os.current().shell(editor, file).inheritIO().start();
        context.interrupts().whenIdle(cause -> {
            if (cause != Cause.KEY) {
                process.destroy();
            }
        });
        try {
            return process.waitFor();
        } catch (InterruptedException stray) {
            throw new IOException(stray);
        }
    }
}
