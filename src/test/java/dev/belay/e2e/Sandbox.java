package dev.belay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A home of its own for one test: nothing of the machine's user, no Java on the PATH, no keys. One thread. */
final class Sandbox {
    /** What the launcher and the tests' shell lines may call; a tool that is not here is one that belay must not need. */
    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "env",
            "cat",
            "head",
            "tr",
            "kill",
            "stty",
            "tty",
            "readlink",
            "dirname",
            "basename",
            "uname",
            "nohup",
            "printf",
            "true");

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Sandbox(Path root) {
        this.root = root;
        environment.put("HOME", folder("home").toString());
        environment.put("XDG_CONFIG_HOME", folder("config").toString());
        environment.put("XDG_DATA_HOME", folder("data").toString());
        environment.put("XDG_STATE_HOME", folder("state").toString());
        environment.put("XDG_CACHE_HOME", folder("cache").toString());
        environment.put("XDG_RUNTIME_DIR", folder("run").toString());
        environment.put("TMPDIR", folder("tmp").toString());
        environment.put("PATH", tools(folder("bin")).toString());
        environment.put("TERM", "xterm-256color");
        environment.put("LANG", "C.UTF-8");
    }

    private static Path tools(Path bin) {
        for (String tool : TOOLS) {
            Stream.of("/usr/bin", "/bin")
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .ifPresent(found -> link(bin.resolve(tool), found));
        }
        return bin;
    }

    private static void link(Path from, Path to) {
        try {
            Files.createSymbolicLink(from, to);
        } catch (FileAlreadyExistsException e) {
            // the second name of the same place
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A build that runs as a background job has Ctrl-C ignored, and children inherit that: give them a terminal's signals. */
    static List<String> withDefaultSignals(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("/usr/bin/env", "--default-signal"));
        whole.addAll(command);
        return whole;
    }

    Sandbox set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Under which everything lies that the test has and the program writes. */
    Path root() {
        return root;
    }

    Path work() {
        return folder("work");
    }

    Path sessions() {
        return Path.of(environment.get("XDG_DATA_HOME"), "belay", "sessions");
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shell script that is a program on the PATH. */
    Path program(String name, String script) {
        try {
            Path file = Files.writeString(folder("bin").resolve(name), "#!/bin/sh\n" + script + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The journal of the one session there is. */
    Journal journal() {
        List<Journal> all = journals();
        if (all.size() != 1) {
            throw new AssertionError("expected one session in " + sessions() + ", found " + all.size());
        }
        return all.get(0);
    }

    /** Waits until this has come of an answer, as the journals have it: for answers that are not shown as they come. */
    void awaitJournal(String text) {
        try (FileWatch watch = new FileWatch(sessions())) {
            watch.await(
                    () -> journals().stream()
                            .anyMatch(journal -> journal.answers().contains(text)),
                    "in a journal: " + text);
        }
    }

    List<Journal> journals() {
        if (!Files.isDirectory(sessions())) {
            return List.of();
        }
        try (var files = Files.list(sessions())) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .map(Journal::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
