package dev.belay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The programs that keep a terminal alive while nobody looks at it, with sockets of the test's own. */
enum Multiplexer {
    TMUX("/usr/bin/tmux", "\002d") {
        @Override
        List<String> start(Sandbox box, List<String> command) {
            return with(tmux(box, "-u", "-f", "/dev/null", "new-session", "-s", NAME), command);
        }

        @Override
        List<String> attach(Sandbox box) {
            return tmux(box, "-u", "attach-session", "-t", NAME);
        }

        @Override
        String history(Sandbox box, String last) {
            return Commands.output(
                    tmux(box, "capture-pane", "-p", "-J", "-S", "-", "-t", NAME).toArray(String[]::new));
        }

        @Override
        void end(Sandbox box) {
            Commands.output(tmux(box, "kill-server").toArray(String[]::new));
        }

        private List<String> tmux(Sandbox box, String... words) {
            return with(List.of(program(), "-S", box.root().resolve("tmux").toString()), List.of(words));
        }
    },
    SCREEN("/usr/bin/screen", "\001d") {
        @Override
        List<String> start(Sandbox box, List<String> command) {
            return with(screen(box, "-U", "-c", "/dev/null", "-h", "5000", "-S", NAME), command);
        }

        @Override
        List<String> attach(Sandbox box) {
            return screen(box, "-U", "-r", NAME);
        }

        @Override
        String history(Sandbox box, String last) {
            Path copy = box.root().resolve("history");
            try (FileWatch watch = new FileWatch(box.root())) {
                Commands.output(screen(box, "-S", NAME, "-X", "hardcopy", "-h", copy.toString())
                        .toArray(String[]::new));
                watch.await(() -> read(copy).contains(last), "the copy of the history");
                return read(copy);
            }
        }

        @Override
        void end(Sandbox box) {
            Commands.output(screen(box, "-S", NAME, "-X", "quit").toArray(String[]::new));
        }

        private List<String> screen(Sandbox box, String... words) {
            return with(List.of("/usr/bin/env", "SCREENDIR=" + privateFolder(box), program()), List.of(words));
        }
    };

    private static final String NAME = "belay-test";

    private final String program;
    private final String detach;

    Multiplexer(String program, String detach) {
        this.program = program;
        this.detach = detach;
    }

    String program() {
        return program;
    }

    boolean isInstalled() {
        return Files.isExecutable(Path.of(program));
    }

    /** The keys that leave it running and give the terminal back. */
    String detachKeys() {
        return detach;
    }

    abstract List<String> start(Sandbox box, List<String> command);

    abstract List<String> attach(Sandbox box);

    /**
     * All lines that can be read by scrolling back.
     *
     * @param last is among them, near the end
     */
    abstract String history(Sandbox box, String last);

    /** Ends it and what runs in it. */
    abstract void end(Sandbox box);

    private static List<String> with(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private static Path privateFolder(Sandbox box) {
        Path folder = box.folder("screen");
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** It may be being written, and end in the middle of a character. */
    private static String read(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
