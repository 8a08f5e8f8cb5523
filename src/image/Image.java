import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * Builds the program's folder from the jars: runtime, launcher and the trained class archive. Run by the build, as a single
 * source file, on the JDK that becomes the runtime.
 */
public final class Image {

    /** Every module that the jars and the runtime need; java.logging is OkHttp's, jdk.unsupported is for signals. */
    private static final String MODULES =
            "java.base,java.logging,jdk.crypto.ec,jdk.httpserver,jdk.net,jdk.unsupported";

    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xms16m",
            "-Xmn8m",
            "--enable-native-access=ALL-UNNAMED");

    /** Known to the training run, too; the keys are good for nothing else. */
    private static final char[] KEYS_PASSWORD = "training".toCharArray();

    /** Settings of every sort, so that reading them is learned as well; none that changes what the training does. */
    private static final String CONFIG =
            """
            temperature = 0.7
            timeout = "5m"
            color = "auto"
            save = true
            [aliases]
            fast = "local/small"
            [roles.brief]
            system = "Answer in one sentence."
            [models."local/*"]
            stop = ["END"]
            [providers.local]
            base_url = "http://127.0.0.1:1/v1"
            headers = { X-Team = "red" }
            """;

    private final Path target;
    private final Path launcher;
    private final Path home;
    private final Path lib;
    private final Path certificates;

    private Image(Path target, Path launcher) {
        this.target = target;
        this.launcher = launcher;
        this.home = target.resolve("belay");
        this.lib = home.resolve("lib");
        this.certificates = target.resolve("training-certificates");
    }

    /** @param args the build's folder and the launcher's source */
    public static void main(String[] args) throws Exception {
        new Image(Path.of(args[0]), Path.of(args[1])).build();
    }

    private void build() throws Exception {
        Files.copy(target.resolve("belay.jar"), lib.resolve("belay.jar"), StandardCopyOption.REPLACE_EXISTING);
        compilePicocli();
        unpackTerminalLibrary();
        touchJars();
        link();
        writeLauncher();
        train();
    }

    /** Its released jar is Java 5 bytecode, which class archives refuse; from its sources it starts 30 to 50 ms sooner. */
    private void compilePicocli() throws IOException {
        Path sources = emptied(target.resolve("picocli-sources"));
        Path classes = emptied(target.resolve("picocli-classes"));
        List<String> call = new ArrayList<>(List.of("-nowarn", "-Xlint:none", "--release", "17", "-d", classes.toString()));
        try (JarFile jar = new JarFile(target.resolve("picocli-sources.jar").toFile())) {
            for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".java")).toList()) {
                if (entry.getName().startsWith("picocli/groovy") || entry.getName().contains("module-info")) {
                    continue;
                }
                Path file = sources.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(jar.getInputStream(entry), file);
                call.add(file.toString());
            }
        }
        run("javac", call);
        pack(classes, lib.resolve("picocli.jar"));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(classes)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(classes.relativize(file).toString(), file));
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                JarEntry entry = new JarEntry(file.getKey().replace(File.separatorChar, '/'));
                entry.setTime(0);
                packed.putNextEntry(entry);
                Files.copy(file.getValue(), packed);
            }
        }
    }

    /** Else it would be unpacked into the temporary folder at each start. */
    private void unpackTerminalLibrary() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Mac" : "Linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        String name = system.equals("Mac") ? "libjlinenative.jnilib" : "libjlinenative.so";
        try (JarFile jar = new JarFile(lib.resolve("jline-native.jar").toFile())) {
            JarEntry entry = jar.getJarEntry("org/jline/nativ/" + system + "/" + machine + "/" + name);
            Files.copy(
                    jar.getInputStream(entry),
                    lib.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The archive remembers the jars' times: a fixed one survives packing and unpacking. */
    private void touchJars() throws IOException {
        FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        for (Path jar : jars()) {
            Files.setLastModifiedTime(jar, time);
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private void link() throws IOException {
        Path runtime = home.resolve("runtime");
        delete(runtime);
        List<String> call = List.of(
                "--add-modules", MODULES,
                "--output", runtime.toString(),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress", Runtime.version().feature() >= 21 ? "zip-6" : "2");
        run("jlink", call);
        dropAbsentProviders(runtime.resolve("conf/security/java.security"));
    }

    /** The first five are in java.base; those after them were left out, and would be looked for at each start. */
    private static void dropAbsentProviders(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        lines.removeIf(line -> line.matches("security\\.provider\\.([6-9]|\\d\\d)=.*"));
        Files.write(file, lines);
    }

    private void writeLauncher() throws IOException {
        String classPath =
                jars().stream().map(jar -> "$home/lib/" + jar.getFileName()).collect(Collectors.joining(File.pathSeparator));
        String text = Files.readString(launcher)
                .replace("@JVM_OPTIONS@", String.join(" ", JVM_OPTIONS))
                .replace("@CLASS_PATH@", classPath);
        Path script = home.resolve("bin/belay");
        Files.createDirectories(script.getParent());
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs the program, at a terminal of its own, and keeps what the JVM learned: one archive for each kind of use. */
    private void train() throws Exception {
        if (!hasCache()) {
            // Below 25 the program's archive lies on top of the runtime's own, which jlink leaves out.
            new ProcessBuilder(home.resolve("runtime/bin/java").toString(), "-Xshare:dump", "-Xlog:disable")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        makeCertificates();
        train("ask", typist -> {});
        train("chat", typist -> {
            typist.after("› ", "how do I stop an answer?\r");
            typist.after("manual", "\u001b");
            typist.after("interrupted", "");
            typist.after("› ", "/help\r/usage\rdraft\u0003\u0003/exit\r");
        });
    }

    /** A root, and what it signed for this machine, of the two kinds of keys that servers have. */
    private void makeCertificates() throws Exception {
        emptied(certificates);
        HeldCertificate root = new HeldCertificate.Builder().rsa2048().certificateAuthority(0).build();
        Files.writeString(certificates.resolve("root.pem"), root.certificatePem());
        HeldCertificate.Builder leaf = new HeldCertificate.Builder().signedBy(root).addSubjectAlternativeName("127.0.0.1");
        save(leaf.ecdsa256().build(), root, "ec.p12");
        save(leaf.rsa2048().build(), root, "rsa.p12");
    }

    private void save(HeldCertificate leaf, HeldCertificate root, String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {leaf.certificate(), root.certificate()};
        store.setKeyEntry("server", leaf.keyPair().getPrivate(), KEYS_PASSWORD, chain);
        try (OutputStream out = Files.newOutputStream(certificates.resolve(name))) {
            store.store(out, KEYS_PASSWORD);
        }
    }

    private static boolean hasCache() {
        return Runtime.version().feature() >= 25;
    }

    /** What a person types in a training run. */
    private interface Script {
        void type(Typist typist) throws IOException, InterruptedException;
    }

    private void train(String use, Script script) throws Exception {
        Path archive = lib.resolve(use + (hasCache() ? ".aot" : ".jsa"));
        Files.deleteIfExists(lib.resolve(use + ".aot"));
        Files.deleteIfExists(lib.resolve(use + ".jsa"));
        Path folder = emptied(target.resolve("training-" + use));
        Path log = folder.resolve("log");
        Files.writeString(Files.createDirectory(folder.resolve("belay")).resolve("config.toml"), CONFIG);
        JniNativePty pty = (JniNativePty) new JniTerminalProvider().open(new Attributes(), Size.of(80, 24));
        File terminal = new File(pty.getName());
        ProcessBuilder training = new ProcessBuilder(trainingCall(use, archive))
                .redirectInput(terminal)
                .redirectOutput(terminal)
                .redirectError(log.toFile());
        training.environment().keySet().removeIf(Image::wouldChange);
        for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")) {
            training.environment().put(variable, folder.toString());
        }
        training.environment().putAll(Map.of("TERM", "xterm-256color", "LC_ALL", "C.UTF-8", "OLLAMA_HOST", "127.0.0.1:1"));
        training.environment().put("SSL_CERT_FILE", certificates.resolve("root.pem").toString());
        Process process = training.start();
        try {
            script.type(new Typist(pty));
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0 || !Files.exists(archive)) {
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

    private List<String> trainingCall(String use, Path archive) throws IOException {
        List<String> call = new ArrayList<>();
        call.add(home.resolve("runtime/bin/java").toString());
        call.add((hasCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        call.addAll(JVM_OPTIONS);
        call.add("-Dlibrary.jline.path=" + lib);
        call.add("-cp");
        call.add(jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        call.addAll(List.of("dev.belay.Training", use));
        call.addAll(List.of(certificates.resolve("ec.p12").toString(), certificates.resolve("rsa.p12").toString()));
        return call;
    }

    /** Types at a terminal once the right words are on it. */
    private static final class Typist {
        private final StringBuilder screen = new StringBuilder();
        private final OutputStream keys;

        Typist(JniNativePty pty) throws IOException {
            keys = pty.getMasterOutput();
            InputStream drawn = pty.getMasterInput();
            Thread reader = new Thread(() -> read(drawn));
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream drawn) {
            byte[] bytes = new byte[1 << 12];
            try {
                for (int count = drawn.read(bytes); count >= 0; count = drawn.read(bytes)) {
                    synchronized (screen) {
                        screen.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
                        screen.notifyAll();
                    }
                }
            } catch (IOException left) {
                // The program has closed its terminal.
            }
        }

        void after(String words, String typed) throws IOException, InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            synchronized (screen) {
                while (screen.indexOf(words) < 0) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) {
                        throw new IllegalStateException("training: waited for “" + words + "”, saw\n" + screen);
                    }
                    screen.wait(left);
                }
                screen.delete(0, screen.indexOf(words) + words.length());
            }
            keys.write(typed.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        }
    }

    private static void run(String tool, List<String> call) {
        int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, call.toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + Arrays.asList(call.toArray()));
        }
    }

    private static Path emptied(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
