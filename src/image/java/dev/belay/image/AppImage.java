package dev.belay.image;

import dev.belay.os.Os;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program's folder as Windows has it, with a native {@code belay.exe}, made of the runtime and the jars of the other one.
 * It can be made on the other systems as well, so that its options are tried there.
 *
 * <p>There is no script: cmd asks “Terminate batch job (Y/N)?” after each Ctrl-C, when a script was what was started.
 */
final class AppImage {

    /** Nothing that the JVM says gets among what belay says. */
    private static final List<String> SILENCE =
            List.of("-Xlog:disable", "-Xlog:all=off", "-XX:+UnlockDiagnosticVMOptions", "-XX:-DisplayVMOutput");

    /** The first version of jpackage whose launcher can be kept from starting itself again. */
    private static final int FIRST_WITHOUT_RESTART = 24;

    private static final String ARCHIVE = "belay.aot";

    private final Layout layout;
    private final Path folder;
    private final Path app;

    /** @param folder that the program's folder will be in */
    AppImage(Layout layout, Path folder) {
        this.layout = layout;
        this.folder = folder;
        this.app = folder.resolve(
                switch (Os.current()) {
                    case WINDOWS -> "belay/app";
                    case MAC -> "belay.app/Contents/app";
                    default -> "belay/lib/app";
                });
    }

    /** What is started. */
    Path launcher() {
        return folder.resolve(
                switch (Os.current()) {
                    case WINDOWS -> "belay/belay.exe";
                    case MAC -> "belay.app/Contents/MacOS/belay";
                    default -> "belay/bin/belay";
                });
    }

    void make() throws IOException, InterruptedException {
        if (Os.current() == Os.WINDOWS && Runtime.version().feature() < FIRST_WITHOUT_RESTART) {
            throw new IllegalStateException("the launchers of this JDK die of Ctrl-C; build with one from 25 on");
        }
        Folders.emptied(folder);
        pack(gathered());
        for (Path jar : Layout.jars(app)) {
            Files.setLastModifiedTime(jar, Jar.TIME);
        }
        train();
        Files.writeString(app.resolve("belay.cfg"), launch());
    }

    /** The jars and the library for the console; archives that were learned for the script are not for this launcher. */
    private Path gathered() throws IOException {
        Path input = Folders.emptied(layout.target().resolve("app-image-input"));
        try (Stream<Path> files = Files.list(layout.lib())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".aot") && !name.endsWith(".jsa")) {
                    Files.copy(file, input.resolve(name));
                }
            }
        }
        return input;
    }

    private void pack(Path input) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>();
        call.addAll(List.of("--type", "app-image", "--name", "belay", "--dest", folder.toString()));
        call.addAll(List.of("--input", input.toString(), "--main-jar", "belay.jar", "--main-class", "dev.belay.Main"));
        call.addAll(List.of("--runtime-image", layout.runtime().toString()));
        call.addAll(List.of("--app-content", layout.share().toString()));
        if (Os.current() == Os.WINDOWS) {
            call.add("--win-console");
        }
        JavaTool.run("jpackage", call);
    }

    /** Without a terminal, which cannot be had there: one archive for all uses. Below 25 there is none. */
    private void train() throws IOException, InterruptedException {
        if (!JavaRuntime.hasCache()) {
            return;
        }
        Path home = Folders.emptied(layout.target().resolve("training-app-image"));
        Path root = home.resolve("root.pem");
        try (ModelServers servers = new ModelServers(root)) {
            List<String> call = new ArrayList<>();
            call.add(new JavaRuntime(layout.runtime()).java().toString());
            call.add("-XX:AOTCacheOutput=" + app.resolve(ARCHIVE));
            call.addAll(JavaRuntime.OPTIONS);
            call.add("-Dlibrary.jline.path=" + app);
            call.add("-cp");
            call.add(Layout.jars(app).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            call.addAll(List.of("dev.belay.Training", "shown", servers.plain(), servers.http2(), servers.http1()));
            ProcessBuilder training = new ProcessBuilder(call)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile());
            ClassArchives.prepare(training.environment(), home, root);
            Process process = training.start();
            process.getOutputStream().close();
            if (process.waitFor() != 0 || !Files.exists(app.resolve(ARCHIVE))) {
                throw new IllegalStateException("the training run failed, see " + home.resolve("log"));
            }
        }
    }

    /**
     * What the launcher reads. Without {@code win.norestart} it would start itself a second time, and the first one, which
     * knows nothing of Ctrl-C, would die of it and take the second along before anything is saved.
     */
    private String launch() throws IOException {
        List<String> lines = new ArrayList<>(List.of("[Application]", "win.norestart=true"));
        for (Path jar : Layout.jars(app)) {
            lines.add("app.classpath=$APPDIR" + File.separator + jar.getFileName());
        }
        lines.addAll(List.of("app.mainclass=dev.belay.Main", "", "[JavaOptions]"));
        List<String> options = new ArrayList<>(JavaRuntime.OPTIONS);
        options.addAll(SILENCE);
        if (Files.exists(app.resolve(ARCHIVE))) {
            options.add("-XX:AOTCache=$APPDIR" + File.separator + ARCHIVE);
        }
        options.addAll(List.of("-Dlibrary.jline.path=$APPDIR", "-Dbelay.charset=UTF-8"));
        options.forEach(option -> lines.add("java-options=" + option));
        return String.join("\n", lines) + "\n";
    }
}
