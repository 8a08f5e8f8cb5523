package dev.belay.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that the program brings along, made of the JDK that runs the build. */
final class JavaRuntime {

    /** Every module that the jars and the runtime need; java.logging is OkHttp's, jdk.unsupported is for signals. */
    static final List<String> MODULES =
            List.of("java.base", "java.logging", "jdk.crypto.ec", "jdk.httpserver", "jdk.net", "jdk.unsupported");

    /** For every start, and for the training runs: archives are refused by a JVM with others. */
    static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xms16m",
            "-Xmn8m",
            "--enable-native-access=ALL-UNNAMED");

    private final Path home;

    JavaRuntime(Path home) {
        this.home = home;
    }

    Path java() {
        return home.resolve("bin/java");
    }

    /** Whether it can keep classes linked, and not only parsed. */
    static boolean hasCache() {
        return Runtime.version().feature() >= 25;
    }

    void link() throws IOException, InterruptedException {
        Folders.delete(home);
        JavaTool.run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", MODULES),
                        "--output",
                        home.toString(),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        Runtime.version().feature() >= 21 ? "zip-6" : "2"));
        for (String tool : List.of("bin/keytool", "bin/jwebserver", "lib/jexec", "lib/jrt-fs.jar")) {
            Files.deleteIfExists(home.resolve(tool));
        }
        shorten(home.resolve("conf/security/java.security"));
        stripSymbols(home.resolve("lib/server/libjvm.so"));
    }

    /**
     * Read at each start, and nearly all of it is comments. The first five providers are in java.base; those after them were
     * left out, and would be looked for.
     */
    private static void shorten(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
        lines.removeIf(line -> line.matches("security\\.provider\\.([6-9]|\\d\\d)=.*"));
        Files.write(file, lines);
    }

    /** Names of functions inside the JVM, for its developers: 5 MB. */
    private static void stripSymbols(Path library) throws InterruptedException {
        if (!Files.exists(library)) {
            return;
        }
        try {
            new ProcessBuilder("strip", "--strip-unneeded", library.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            System.out.println("no program named strip (binutils): the runtime is 5 MB larger than it could be");
        }
    }

    /** Whether it knows an option, which may be for testing and gone in the next version. */
    boolean takes(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java().toString(), "-XX:+UnlockDiagnosticVMOptions", option, "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
