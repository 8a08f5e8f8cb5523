import dev.belay.cli.ManPages;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
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
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
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
    private static final String MODULES = "java.base,java.logging,jdk.crypto.ec,jdk.httpserver,jdk.net,jdk.unsupported";

    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xms16m",
            "-Xmn8m",
            "--enable-native-access=ALL-UNNAMED");

    /** Settings of every sort, so that reading them is learned as well; none that changes what the training does. */
    private static final String CONFIG = """
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

    private Image(Path target, Path launcher) {
        this.target = target;
        this.launcher = launcher;
        this.home = target.resolve("belay");
        this.lib = home.resolve("lib");
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
        document();
        link();
        writeLauncher();
        train();
    }

    /** Its released jar is Java 5 bytecode, which class archives refuse; from its sources it starts 30 to 50 ms sooner. */
    private void compilePicocli() throws IOException {
        Path sources = emptied(target.resolve("picocli-sources"));
        Path classes = emptied(target.resolve("picocli-classes"));
        List<String> call =
                new ArrayList<>(List.of("-nowarn", "-Xlint:none", "--release", "17", "-d", classes.toString()));
        try (JarFile jar = new JarFile(target.resolve("picocli-sources.jar").toFile())) {
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
        run("javac", call);
        pack(classes, lib.resolve("picocli.jar"));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(classes)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(classes.relativize(file).toString(), file));
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
            Files.copy(jar.getInputStream(entry), lib.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What helps at the shell, and under which licences all of it is, in the places below {@code share} where packages put it. */
    private void document() throws IOException {
        Path share = home.resolve("share");
        ManPages.write(share.resolve("man/man1"));
        Path completions = target.resolveSibling("completions");
        copy(completions.resolve("belay.bash"), share.resolve("bash-completion/completions/belay"));
        copy(completions.resolve("_belay"), share.resolve("zsh/site-functions/_belay"));
        copy(completions.resolve("belay.fish"), share.resolve("fish/vendor_completions.d/belay.fish"));
        Path texts = emptied(share.resolve("doc/belay"));
        copy(target.resolve("THIRD-PARTY.txt"), texts.resolve("THIRD-PARTY.txt"));
        copy(target.resolveSibling("LICENSE"), texts.resolve("LICENSE"));
        try (Stream<Path> licences = Files.list(launcher.resolveSibling("licenses"))) {
            for (Path licence : licences.toList()) {
                copy(licence, texts.resolve("licenses").resolve(licence.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
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
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private void link() throws IOException {
        Path runtime = home.resolve("runtime");
        delete(runtime);
        List<String> call = List.of(
                "--add-modules",
                MODULES,
                "--output",
                runtime.toString(),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                Runtime.version().feature() >= 21 ? "zip-6" : "2");
        run("jlink", call);
        shorten(runtime.resolve("conf/security/java.security"));
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

    /** An option of JDK 25 for testing, which a later one may not have. */
    private String askOptions() throws Exception {
        String option = "-XX:-AOTReplayTraining";
        Process process = new ProcessBuilder(
                        home.resolve("runtime/bin/java").toString(),
                        "-XX:+UnlockDiagnosticVMOptions",
                        option,
                        "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0 ? option : "";
    }

    private void writeLauncher() throws Exception {
        String classPath = jars().stream()
                .map(jar -> "$home/lib/" + jar.getFileName())
                .collect(Collectors.joining(File.pathSeparator));
        String text = Files.readString(launcher)
                .replace("@JVM_OPTIONS@", String.join(" ", JVM_OPTIONS))
                .replace("@ASK_OPTIONS@", askOptions())
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
        try (Servers servers = new Servers(target.resolve("training-root.pem"))) {
            train("ask", List.of(servers.plain()), typist -> {});
            train("ask-https", List.of(servers.plain(), servers.http2(), servers.http1()), typist -> {});
            train("chat", List.of(servers.plain()), typist -> {
                typist.after("› ", "how do I stop an answer?\r");
                typist.after("manual", "\u001b");
                typist.after("interrupted", "");
                typist.after("› ", "/help\r/usage\rdraft\u0003\u0003/exit\r");
            });
        }
    }

    /** Models that training runs ask, outside of the JVM that learns: what servers need must not be in its archive. */
    private static final class Servers implements AutoCloseable {
        private static final String CHUNK =
                "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                        + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}\n\n";

        /** Something of everything that answers are made of. */
        private static final String ANSWER =
                "# A title\\n\\nSome **strong**, *stressed* and ~~struck~~ words, `code`, a "
                        + "[link](https://example.com) and https://example.com, &amp; \\\\*.\\n\\n> quoted\\n\\n- one\\n  - [ ] task\\n1. two\\n\\n"
                        + "| a | b |\\n|---|:-:|\\n| 1 | **2** |\\n\\n---\\n\\n```java\\n// comment\\npublic int x = \\\"s\\\".length() + 1;\\n```\\n\\n"
                        + "```python\\ndef f(x):\\n    return 'x'\\n```\\n";

        private static final String END =
                "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":100}}\n\ndata: [DONE]\n\n";

        private final MockWebServer plain = new MockWebServer();
        private final MockWebServer http2 = new MockWebServer();
        private final MockWebServer http1 = new MockWebServer();

        /** The encrypted ones have the two kinds of keys that servers have, signed by a root of their own. */
        Servers(Path rootFile) throws IOException {
            HeldCertificate root = new HeldCertificate.Builder()
                    .rsa2048()
                    .certificateAuthority(0)
                    .build();
            Files.writeString(rootFile, root.certificatePem());
            HeldCertificate.Builder leaf =
                    new HeldCertificate.Builder().signedBy(root).addSubjectAlternativeName("127.0.0.1");
            secure(http2, leaf.ecdsa256().build());
            secure(http1, leaf.rsa2048().build());
            http1.setProtocols(List.of(Protocol.HTTP_1_1));
            for (MockWebServer server : List.of(plain, http2, http1)) {
                server.setDispatcher(new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        MockResponse.Builder response =
                                new MockResponse.Builder().addHeader("Content-Type", "text/event-stream");
                        String body = answer() + END;
                        // HTTP/2 has frames, and no chunks within them.
                        return (server == http2 ? response.body(body) : response.chunkedBody(body, CHUNK.length()))
                                .build();
                    }
                });
                server.start(InetAddress.getLoopbackAddress(), 0);
            }
        }

        private static String answer() {
            StringBuilder chunks = new StringBuilder();
            for (String word : ANSWER.split("(?<= )|(?<=\\\\n)")) {
                chunks.append(CHUNK.replace("%s", word));
            }
            return chunks.toString();
        }

        private static void secure(MockWebServer server, HeldCertificate certificate) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
        }

        String plain() {
            return url(plain);
        }

        String http2() {
            return url(http2);
        }

        String http1() {
            return url(http1);
        }

        private static String url(MockWebServer server) {
            return server.url("/v1").newBuilder().host("127.0.0.1").build().toString();
        }

        @Override
        public void close() {
            plain.close();
            http2.close();
            http1.close();
        }
    }

    private static boolean hasCache() {
        return Runtime.version().feature() >= 25;
    }

    /** What a person types in a training run. */
    private interface Script {
        void type(Typist typist) throws IOException, InterruptedException;
    }

    private void train(String use, List<String> servers, Script script) throws Exception {
        Path archive = lib.resolve(use + (hasCache() ? ".aot" : ".jsa"));
        Files.deleteIfExists(lib.resolve(use + ".aot"));
        Files.deleteIfExists(lib.resolve(use + ".jsa"));
        Path folder = emptied(target.resolve("training-" + use));
        Path log = folder.resolve("log");
        Files.writeString(Files.createDirectory(folder.resolve("belay")).resolve("config.toml"), CONFIG);
        JniNativePty pty = (JniNativePty) new JniTerminalProvider().open(new Attributes(), Size.of(80, 24));
        File terminal = new File(pty.getName());
        ProcessBuilder training = new ProcessBuilder(trainingCall(use, servers, archive))
                .redirectInput(terminal)
                .redirectOutput(terminal)
                .redirectError(log.toFile());
        training.environment().keySet().removeIf(Image::wouldChange);
        for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")) {
            training.environment().put(variable, folder.toString());
        }
        training.environment()
                .putAll(Map.of("TERM", "xterm-256color", "LC_ALL", "C.UTF-8", "OLLAMA_HOST", "127.0.0.1:1"));
        training.environment()
                .put("SSL_CERT_FILE", target.resolve("training-root.pem").toString());
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

    private List<String> trainingCall(String use, List<String> servers, Path archive) throws IOException {
        List<String> call = new ArrayList<>();
        call.add(home.resolve("runtime/bin/java").toString());
        call.add((hasCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        call.addAll(JVM_OPTIONS);
        call.add("-Dlibrary.jline.path=" + lib);
        call.add("-cp");
        call.add(jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        call.addAll(List.of("dev.belay.Training", use));
        call.addAll(servers);
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
