package dev.belay.repl.tty;

import dev.belay.config.Environment;
import dev.belay.os.Os;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The clipboards that can be reached: the system's by a program of its own, and the terminal's by what is written to it. */
public final class Clipboard {

    private static final long LIMIT_MILLIS = 2_000;
    private static final long STEP_MILLIS = 20;

    private final String terminalType;
    private final Environment environment;
    private final Runnable pulse;
    private final Os os;

    /**
     * @param terminalType as in {@code TERM}
     * @param pulse called while a program is waited for; what it throws ends that
     */
    public Clipboard(String terminalType, Environment environment, Runnable pulse) {
        this(terminalType, environment, pulse, Os.current());
    }

    Clipboard(String terminalType, Environment environment, Runnable pulse, Os os) {
        this.terminalType = terminalType;
        this.environment = environment;
        this.pulse = pulse;
        this.os = os;
    }

    /** Whether the terminal can be asked at all. */
    public boolean hasTerminal() {
        return Osc52.isKnownTo(terminalType);
    }

    /** What the terminal is to be sent; empty when it would not take this much. */
    public Optional<String> sequence(String text) {
        return Osc52.copying(text, terminalType, environment);
    }

    /** Hands a text to the system's clipboard; the name of the program that took it, or nothing. */
    public Optional<String> system(String text) {
        List<List<String>> programs = programs();
        try {
            return programs.isEmpty() ? Optional.empty() : taker(programs, text);
        } catch (IOException noRoom) {
            return Optional.empty();
        }
    }

    /** The text is in a file and not in a pipe: a program that does not read cannot hold up anything. */
    private Optional<String> taker(List<List<String>> programs, String text) throws IOException {
        Path file = Files.createTempFile("belay-", ".txt");
        try {
            Files.write(file, bytes(text));
            for (List<String> program : programs) {
                if (takes(program, file.toFile())) {
                    return Optional.of(program.get(0));
                }
            }
            return Optional.empty();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The program on Windows takes anything else for the letters of the person's country. */
    private byte[] bytes(String text) {
        return os == Os.WINDOWS
                ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Those that may reach a clipboard from here, the likeliest first. */
    private List<List<String>> programs() {
        List<List<String>> programs = new ArrayList<>();
        if (environment.get("WAYLAND_DISPLAY").isPresent()) {
            programs.add(List.of("wl-copy", "--type", "text/plain"));
        }
        if (environment.get("DISPLAY").isPresent()) {
            programs.add(List.of("xclip", "-selection", "clipboard"));
            programs.add(List.of("xsel", "--clipboard", "--input"));
        }
        if (os == Os.MAC) {
            programs.add(List.of("pbcopy"));
        }
        if (os == Os.WINDOWS) {
            programs.add(List.of("clip.exe"));
        }
        if (environment.get("TMUX").isPresent()) {
            programs.add(List.of("tmux", "load-buffer", "-w", "-"));
        }
        programs.removeIf(program -> place(program.get(0)).isEmpty());
        return programs;
    }

    private Optional<Path> place(String program) {
        for (String folder : environment.get("PATH").orElse("").split(File.pathSeparator)) {
            try {
                Path place = Path.of(folder).resolve(program);
                if (!folder.isEmpty() && Files.isExecutable(place)) {
                    return Optional.of(place);
                }
            } catch (InvalidPathException none) {
                // No folder, no program.
            }
        }
        return Optional.empty();
    }

    /** In a session of its own where that can be had: it stays behind to serve the clipboard, and a Ctrl-Z is not for it. */
    private boolean takes(List<String> program, File text) throws IOException {
        List<String> command = new ArrayList<>();
        place("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.add(place(program.get(0)).get().toString());
        command.addAll(program.subList(1, program.size()));
        Process process = new ProcessBuilder(command)
                .redirectInput(text)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            for (long waited = 0; waited < LIMIT_MILLIS; waited += STEP_MILLIS) {
                if (process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return process.exitValue() == 0;
                }
                pulse.run();
            }
            return false;
        } catch (InterruptedException stray) {
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
