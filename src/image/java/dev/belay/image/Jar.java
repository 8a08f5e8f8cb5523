package dev.belay.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;

/** Jars that are the same whenever they are made: sorted, without times, no manifest. */
final class Jar {

    /** Class archives remember the jars' times: a fixed one survives packing and unpacking. */
    static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private Jar() {}

    static void write(SortedMap<String, byte[]> entries, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            packed.setLevel(Deflater.BEST_COMPRESSION);
            for (var file : entries.entrySet()) {
                JarEntry entry = new JarEntry(file.getKey());
                entry.setTime(0);
                packed.putNextEntry(entry);
                packed.write(file.getValue());
            }
        }
        Files.setLastModifiedTime(jar, TIME);
    }

    /** Without what only module paths and other Java versions would read: the program has a class path and one version. */
    static SortedMap<String, byte[]> read(Path jar) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                String name = entry.getName();
                if (!name.startsWith("META-INF/versions/")
                        && !name.startsWith("META-INF/maven/")
                        && !name.equals(JarFile.MANIFEST_NAME)
                        && !name.endsWith("module-info.class")) {
                    entries.put(name, file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return entries;
    }
}
