package dev.belay.repl;

import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.config.EditorCommand;
import dev.belay.config.Environment;
import dev.belay.os.Os;
import dev.belay.os.PrivateFiles;
import dev.belay.repl.tty.Tty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The person's own editor, with a text in it. It has the terminal and every key until it ends. Lives on the conversation's
 * thread.
 */
public final class ExternalEditor {

    /** With these a shell says that there is no such program, or that it is none. */
    private static final int NOT_RUNNABLE = 126;

    private static final int NOT_FOUND = 127;

    /** With this it says that Ctrl-C has ended it, which is no failure: the text is as it was. */
    private static final int STOPPED = 130;

    private final Environment environment;
    private final Tty tty;
    private final Interrupts interrupts;
    private final Interrupts.Idle usual;

    /** @param usual told of signals when no editor is open */
    ExternalEditor(Environment environment, Tty tty, Interrupts interrupts, Interrupts.Idle usual) {
        this.environment = environment;
        this.tty = tty;
        this.interrupts = interrupts;
        this.usual = usual;
    }

    /**
     * Has a text edited.
     *
     * @return what came of it; empty when it was left as it was, or the program is to end
     * @throws ProblemException when no editor can be started, or it says that it failed
     */
    public Optional<String> edit(String text) {
        String command = EditorCommand.in(environment)
                .orElseThrow(() -> ProblemException.configuration("no editor is known", "set VISUAL or EDITOR"));
        try {
            Path folder = Files.createTempDirectory(temporary(), "belay-");
            try {
                Path file = folder.resolve("message.md");
                Files.createFile(file, PrivateFiles.file(file));
                Files.writeString(file, text.isEmpty() ? text : text + "\n");
                check(tty.lend(() -> run(command, file)), command);
                String edited = read(file);
                return interrupts.leaving() != null || edited.equals(text) ? Optional.empty() : Optional.of(edited);
            } finally {
                remove(folder);
            }
        } catch (IOException broken) {
            throw ProblemException.configuration(
                    "the editor cannot have the text: " + broken.getMessage(), "the text is as it was");
        }
    }

    private Path temporary() {
        Path named = Path.of(environment.get("TMPDIR").orElse(System.getProperty("java.io.tmpdir")));
        return Files.isDirectory(named) ? named : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Ctrl-C belongs to the editor for so long; a signal to leave ends it first. */
    private int run(String command, Path file) throws IOException {
        Process process = Os.current().shell(command, file).inheritIO().start();
        interrupts.whenIdle(cause -> {
            if (cause != Cause.KEY) {
                process.destroy();
            }
            usual.fired(cause);
        });
        try {
            if (interrupts.leaving() != null) {
                process.destroy();
            }
            return process.waitFor();
        } catch (InterruptedException stray) {
            throw new IOException(stray);
        } finally {
            interrupts.whenIdle(usual);
        }
    }

    private void check(int code, String command) {
        if (interrupts.leaving() == null && (code == NOT_FOUND || code == NOT_RUNNABLE)) {
            throw ProblemException.configuration(
                    "the editor “" + command + "” cannot be started", "set VISUAL or EDITOR; the text is as it was");
        }
        if (interrupts.leaving() == null && code != 0 && code != STOPPED) {
            throw ProblemException.configuration("the editor ended with exit code " + code, "the text is as it was");
        }
    }

    /** Without the line break that editors put at the end. */
    private static String read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** With whatever the editor has left beside the text. */
    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
