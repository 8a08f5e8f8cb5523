package dev.belay.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A home that lasts for the benchmarks only: folders of its own, no keys, and no Java on belay's PATH. */
record Home(Path root, Path image, Map<String, String> environment) implements AutoCloseable {

    /** What belay may call where it is there, as on a person's machine: infocmp costs time at the start of a terminal. */
    private static final List<String> TOOLS = List.of("sh", "env", "kill", "readlink", "infocmp", "tput", "stty");

    static Home create(Path image) throws IOException {
        Path root = Files.createTempDirectory("belay-bench-");
        Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8"));
        environment.put("HOME", root.toString());
        for (String folder : List.of("CONFIG", "DATA", "STATE", "CACHE")) {
            environment.put("XDG_" + folder + "_HOME", root.resolve(folder).toString());
        }
        environment.put("TMPDIR", Files.createDirectory(root.resolve("tmp")).toString());
        Path bin = Files.createDirectory(root.resolve("bin"));
        for (String tool : TOOLS) {
            String found = find(tool);
            if (found != null) {
                Files.createSymbolicLink(bin.resolve(tool), Path.of(found));
            }
        }
        environment.put("PATH", bin.toString());
        Home home = new Home(root, image, Map.copyOf(environment));
        if (!Files.isExecutable(Path.of(home.launcher()))) {
            throw new IOException(home.launcher() + " is missing: build the image first");
        }
        return home;
    }

    /** The same with one more variable. */
    Home with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Home(root, image, Map.copyOf(more));
    }

    /** Where a reference program lies on this machine, or null. */
    static String find(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    String launcher() {
        return image.resolve("bin/belay").toAbsolutePath().toString();
    }

    Path file(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
