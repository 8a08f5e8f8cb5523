import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the program's folder for Windows, with a native {@code belay.exe}, from the one that {@link Image} has made: the
 * runtime and the jars. Run on the JDK that becomes the runtime, as a single source file:
 * {@code java src/image/AppImage.java target}. It runs on the other systems as well, so that its options can be tried there.
 *
 * <p>There is no script: cmd asks “Terminate batch job (Y/N)?” after each Ctrl-C, when a script was what was started.
 */
public final class AppImage {

    /** As in {@link Image}, which is a program of its own; and nothing that the JVM says gets among what belay says. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xms16m",
            "-Xmn8m",
            "--enable-native-access=ALL-UNNAMED");

    private static final List<String> SILENCE =
            List.of("-Xlog:disable", "-Xlog:all=off", "-XX:+UnlockDiagnosticVMOptions", "-XX:-DisplayVMOutput");

    /** The first version of jpackage whose launcher can be kept from starting itself again. */
    private static final int FIRST_WITHOUT_RESTART = 24;

    private static final String ARCHIVE = "belay.aot";

    private final Path image;
    private final Path target;
    private final Path made;
    private final Path app;

    private AppImage(Path target) {
        this.target = target;
        this.image = target.resolve("belay");
        this.made = target.resolve("app-image");
        this.app = made.resolve(
                switch (system()) {
                    case "windows" -> "belay/app";
                    case "mac" -> "belay.app/Contents/app";
                    default -> "belay/lib/app";
                });
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "mac" : "other";
    }

    /** @param args the build's folder */
    public static void main(String[] args) throws Exception {
        new AppImage(Path.of(args[0]).toAbsolutePath()).build();
    }

    private void build() throws Exception {
        if (system().equals("windows") && Runtime.version().feature() < FIRST_WITHOUT_RESTART) {
            throw new IllegalStateException("the launchers of this JDK die of Ctrl-C; build with one from 25 on");
        }
        delete(made);
        Path input = gathered();
        pack(input);
        touchJars();
        train();
        Files.writeString(app.resolve("belay.cfg"), launch());
    }

    /** The jars and the library for the console; archives that were learned for the script are not for this launcher. */
    private Path gathered() throws IOException {
        Path input = target.resolve("app-image-input");
        delete(input);
        Files.createDirectories(input);
        try (Stream<Path> files = Files.list(image.resolve("lib"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".aot") && !name.endsWith(".jsa")) {
                    Files.copy(file, input.resolve(name));
                }
            }
        }
        return input;
    }

    private void pack(Path input) {
        List<String> call = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                "belay",
                "--input",
                input.toString(),
                "--main-jar",
                "belay.jar",
                "--main-class",
                "dev.belay.Main",
                "--runtime-image",
                image.resolve("runtime").toString(),
                "--dest",
                made.toString()));
        if (system().equals("windows")) {
            call.add("--win-console");
        }
        int code = ToolProvider.findFirst("jpackage")
                .orElseThrow()
                .run(System.out, System.err, call.toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException("jpackage failed: " + call);
        }
    }

    /** The archive remembers the jars' times: a fixed one survives packing and unpacking. */
    private void touchJars() throws IOException {
        for (Path jar : jars()) {
            Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Asks the guide, and keeps what the JVM learned: one archive for all uses. Below 25 there is none. */
    private void train() throws Exception {
        if (Runtime.version().feature() < 25) {
            return;
        }
        Path folder = target.resolve("training-app-image");
        delete(folder);
        Files.createDirectories(folder);
        Path log = folder.resolve("log");
        List<String> call = new ArrayList<>();
        call.add(image.resolve("runtime/bin/java").toString());
        call.add("-XX:AOTCacheOutput=" + app.resolve(ARCHIVE));
        call.addAll(JVM_OPTIONS);
        call.add("-Dlibrary.jline.path=" + app);
        call.add("-cp");
        call.add(jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        call.addAll(List.of("dev.belay.Training", "guide"));
        ProcessBuilder training =
                new ProcessBuilder(call).redirectErrorStream(true).redirectOutput(log.toFile());
        training.environment().keySet().removeIf(AppImage::wouldChange);
        for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")) {
            training.environment().put(variable, folder.toString());
        }
        training.environment().put("OLLAMA_HOST", "127.0.0.1:1");
        Process process = training.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)
                    || process.exitValue() != 0
                    || !Files.exists(app.resolve(ARCHIVE))) {
                throw new IllegalStateException("the training run failed, see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** What in the environment of the build would make a training run another one. */
    private static boolean wouldChange(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return name.endsWith("_KEY") || name.endsWith("_PROXY") || name.startsWith("BELAY_");
    }

    /**
     * What the launcher reads. Without {@code win.norestart} it would start itself a second time, and the first one, which
     * knows nothing of Ctrl-C, would die of it and take the second along before anything is saved.
     */
    private String launch() throws IOException {
        List<String> lines = new ArrayList<>(List.of("[Application]", "win.norestart=true"));
        for (Path jar : jars()) {
            lines.add("app.classpath=$APPDIR" + File.separator + jar.getFileName());
        }
        lines.add("app.mainclass=dev.belay.Main");
        lines.add("");
        lines.add("[JavaOptions]");
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(SILENCE);
        if (Files.exists(app.resolve(ARCHIVE))) {
            options.add("-XX:AOTCache=$APPDIR" + File.separator + ARCHIVE);
        }
        options.add("-Dlibrary.jline.path=$APPDIR");
        options.add("-Dbelay.charset=UTF-8");
        options.forEach(option -> lines.add("java-options=" + option));
        return String.join("\n", lines) + "\n";
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
