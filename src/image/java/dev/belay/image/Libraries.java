package dev.belay.image;

import dev.belay.os.Os;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The program's jars: belay's own, and the libraries as far as belay uses them. */
final class Libraries {

    private static final String PICOCLI = "picocli.jar";

    private final Layout layout;

    Libraries(Layout layout) {
        this.layout = layout;
    }

    void prepare() throws IOException, InterruptedException {
        Folders.emptied(layout.lib());
        Path full = Folders.emptied(layout.target().resolve("full"));
        for (Path jar : Layout.jars(layout.released())) {
            Jar.write(Jar.read(jar), full.resolve(jar.getFileName()));
        }
        Jar.write(Jar.read(layout.target().resolve("belay.jar")), full.resolve("belay.jar"));
        compilePicocli(full.resolve(PICOCLI));
        Path shrunk = Folders.emptied(layout.target().resolve("shrunk"));
        new Shrinker(layout).shrink(full, shrunk);
        for (Path jar : Layout.jars(shrunk)) {
            Jar.write(Jar.read(jar), layout.lib().resolve(jar.getFileName()));
        }
        unpackTerminalLibrary();
    }

    /** Its released jar is Java 5 bytecode, which class archives refuse; from its sources it starts 30 to 50 ms sooner. */
    private void compilePicocli(Path picocli) throws IOException, InterruptedException {
        Path sources = Folders.emptied(layout.target().resolve("picocli-sources"));
        Path classes = Folders.emptied(layout.target().resolve("picocli-classes"));
        List<String> call =
                new ArrayList<>(List.of("-nowarn", "-Xlint:none", "--release", "17", "-d", classes.toString()));
        try (JarFile jar =
                new JarFile(layout.target().resolve("picocli-sources.jar").toFile())) {
            for (JarEntry entry :
                    jar.stream().filter(e -> e.getName().endsWith(".java")).toList()) {
                if (entry.getName().startsWith("picocli/groovy")
                        || entry.getName().contains("module-info")) {
                    continue;
                }
                Path file = sources.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(jar.getInputStream(entry), file);
                call.add(file.toString());
            }
        }
        JavaTool.run("javac", call);
        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                entries.put(name, Files.readAllBytes(file));
            }
        }
        Jar.write(entries, picocli);
    }

    /** Else it would be unpacked into the temporary folder at each start. */
    private void unpackTerminalLibrary() throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        String system = switch (Os.current()) {
            case WINDOWS -> "Windows";
            case MAC -> "Mac";
            default -> "Linux";
        };
        String name = switch (Os.current()) {
            case WINDOWS -> "jlinenative.dll";
            case MAC -> "libjlinenative.jnilib";
            default -> "libjlinenative.so";
        };
        try (JarFile jar =
                new JarFile(layout.released().resolve("jline-native.jar").toFile())) {
            JarEntry entry = jar.getJarEntry("org/jline/nativ/" + system + "/" + machine + "/" + name);
            Files.copy(jar.getInputStream(entry), layout.lib().resolve(name));
        }
    }
}
