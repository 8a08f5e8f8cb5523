package dev.belay.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/** The script that starts the program with its own Java. */
final class Launcher {

    /** What was worth compiling in training is not when one question is asked. */
    private static final String NO_REPLAY = "-XX:-AOTReplayTraining";

    /** Archives are mapped where they were made for: their million addresses need not be changed at each start. */
    private static final String NO_RELOCATION = "-XX:ArchiveRelocationMode=0";

    private final Layout layout;
    private final JavaRuntime runtime;

    Launcher(Layout layout, JavaRuntime runtime) {
        this.layout = layout;
        this.runtime = runtime;
    }

    void write() throws IOException, InterruptedException {
        String classPath = layout.jars().stream()
                .map(jar -> "$home/lib/" + jar.getFileName())
                .collect(Collectors.joining(File.pathSeparator));
        String text = Files.readString(layout.sources().resolve("belay"))
                .replace("@JVM_OPTIONS@", String.join(" ", JavaRuntime.OPTIONS))
                .replace("@START_OPTIONS@", runtime.takes(NO_RELOCATION) ? NO_RELOCATION : "")
                .replace("@ASK_OPTIONS@", runtime.takes(NO_REPLAY) ? NO_REPLAY : "")
                .replace("@CLASS_PATH@", classPath);
        Path script = layout.home().resolve("bin/belay");
        Files.createDirectories(script.getParent());
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
