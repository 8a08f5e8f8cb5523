package dev.belay.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * Runs the program, at a terminal of its own, and keeps what the JVM learned. Two archives: a question in a script pays for
 * every class that a chat or an encrypted connection would have in it.
 */
final class ClassArchives {

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

    /** All that a training run has of the build's environment: a key there would have it ask a provider. */
    private static final Set<String> NEEDED = Set.of("PATH", "Path", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot");

    private final Layout layout;
    private final JavaRuntime runtime;

    ClassArchives(Layout layout, JavaRuntime runtime) {
        this.layout = layout;
        this.runtime = runtime;
    }

    void train() throws IOException, InterruptedException {
        if (!JavaRuntime.hasCache()) {
            // Below 25 the program's archive lies on top of the runtime's own, which jlink leaves out.
            new ProcessBuilder(runtime.java().toString(), "-Xshare:dump", "-Xlog:disable")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        try (ModelServers servers = new ModelServers(rootCertificate())) {
            train("ask", List.of(servers.plain()), typist -> {});
            train("chat", List.of(servers.plain(), servers.http2(), servers.http1()), typist -> {
                typist.after("› ", "how do I stop an answer?\r");
                typist.after("manual", "\u001b");
                typist.after("interrupted", "");
                typist.after("› ", "/help\r/usage\rdraft\u0003\u0003/exit\r");
            });
        }
    }

    private Path rootCertificate() {
        return layout.target().resolve("training-root.pem");
    }

    /** What a person types in a training run. */
    private interface Script {
        void type(Typist typist) throws IOException, InterruptedException;
    }

    private void train(String use, List<String> servers, Script script) throws IOException, InterruptedException {
        Path archive = layout.lib().resolve(use + (JavaRuntime.hasCache() ? ".aot" : ".jsa"));
        Path folder = Folders.emptied(layout.target().resolve("training-" + use));
        Path log = folder.resolve("log");
        Files.writeString(Files.createDirectory(folder.resolve("belay")).resolve("config.toml"), CONFIG);
        JniNativePty pty = (JniNativePty) new JniTerminalProvider().open(new Attributes(), Size.of(80, 24));
        File terminal = new File(pty.getName());
        ProcessBuilder training = new ProcessBuilder(call(use, servers, archive))
                .redirectInput(terminal)
                .redirectOutput(terminal)
                .redirectError(log.toFile());
        prepare(training.environment(), folder, rootCertificate());
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

    /** Nothing in the environment of the build makes a training run another one. */
    static void prepare(Map<String, String> environment, Path folder, Path rootCertificate) {
        environment.keySet().retainAll(NEEDED);
        for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")) {
            environment.put(variable, folder.toString());
        }
        environment.putAll(Map.of("TERM", "xterm-256color", "LC_ALL", "C.UTF-8", "OLLAMA_HOST", "127.0.0.1:1"));
        environment.put("SSL_CERT_FILE", rootCertificate.toString());
    }

    private List<String> call(String use, List<String> servers, Path archive) throws IOException {
        List<String> call = new ArrayList<>();
        call.add(runtime.java().toString());
        call.add((JavaRuntime.hasCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        call.addAll(JavaRuntime.OPTIONS);
        call.add("-Dlibrary.jline.path=" + layout.lib());
        call.add("-cp");
        call.add(layout.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        call.addAll(List.of("dev.belay.Training", use));
        call.addAll(servers);
        return call;
    }
}
