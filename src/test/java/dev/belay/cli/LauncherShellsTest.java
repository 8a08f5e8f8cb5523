package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.NeedsPosix;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in every shell that may be some system's {@code sh}, with a Java that only tells how it was called. */
@NeedsPosix
class LauncherShellsTest {

    private static final String JAVA = """
            #!/bin/sh
            for word in "$@" "options: ${JAVA_TOOL_OPTIONS-none}" "ctype: $LC_CTYPE"; do
              printf '%s\\n' "$word"
            done >"${0%/*}/told"
            open=
            { : 9<&0; } 2>/dev/null && open=0
            { : 9>&1; } 2>/dev/null && open="$open 1"
            (: 9>&2) && open="$open 2"
            echo "$open" >"${0%/*}/open"
            if [ "${SAYS-}" ]; then
              echo said 2>/dev/null || echo lost >&2
              echo complained >&2
            fi
            exit 0
            """;

    @TempDir
    Path home;

    private Path launcher;

    @BeforeEach
    void install() throws IOException {
        String text = Files.readString(Path.of("src/image/belay"))
                .replaceAll("@(?!CLASS_PATH|\")[A-Z_]+@", "")
                .replace("@CLASS_PATH@", "jars");
        launcher = script("bin/belay", text);
        script("runtime/bin/java", JAVA);
    }

    private Path script(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs it, with all streams in files or pipes, and has what Java was told. */
    private List<String> told(String shell, String... words) throws Exception {
        run(call(shell, words));
        return Files.readAllLines(home.resolve("runtime/bin/told"));
    }

    private List<String> call(String shell, String... words) {
        List<String> call = new ArrayList<>(Arrays.asList(shell.split(" ")));
        Stream<String> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator));
        assumeTrue(
                folders.anyMatch(folder -> Files.isExecutable(Path.of(folder, call.get(0)))),
                call.get(0) + " is not installed");
        call.add(launcher.toString());
        call.addAll(List.of(words));
        return call;
    }

    private String run(List<String> call) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dx=y");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("SAYS", "yes");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static String property(List<String> told, String name) {
        String begin = "-Dbelay." + name + "=";
        return told.stream()
                .filter(word -> word.startsWith(begin))
                .findFirst()
                .orElseThrow()
                .substring(begin.length());
    }

    /** Each shell that is, or could be, /bin/sh: of Debian, of macOS and Fedora, of Alpine, of Android and the BSDs. */
    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash --posix", "bash", "busybox sh", "mksh", "ksh", "zsh --emulate sh"})
    void every_shell_calls_java_alike(String shell) throws Exception {
        List<String> told = told(shell, "--system", "be  brief", "what is \"$HOME\"?", "ä\n*");
        List<String> words = told.subList(told.indexOf("dev.belay.Main"), told.size());
        assertEquals(
                List.of(
                        "dev.belay.Main",
                        "--system",
                        "be  brief",
                        "what is \"$HOME\"?",
                        "ä",
                        "*",
                        "options: none",
                        "ctype: C.UTF-8"),
                words);
        assertEquals("ask-https", property(told, "use"));
        assertEquals("", property(told, "terminals"));
        assertEquals("0", property(told, "input"));
        assertEquals("UTF-8", property(told, "charset"));
        assertEquals("ask", property(told(shell, "-m", "ollama/x", "hello"), "use"));
        assertEquals("look", property(told(shell, "sessions"), "use"));
    }

    /**
     * A stream that is closed must be open when Java starts, and what it would get goes nowhere: Java sees it of standard
     * output. bash leaves the launcher itself in the place of standard error, for reading only, which is as good.
     */
    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash --posix", "bash", "busybox sh", "mksh", "ksh"})
    void every_shell_opens_streams_that_are_closed(String shell) throws Exception {
        String call = "'" + String.join("' '", call(shell, "hello")) + "' ";
        assertEquals("said\ncomplained", run(List.of("sh", "-c", call + "<&-")).strip());
        assertEquals("lost\ncomplained", run(List.of("sh", "-c", call + ">&-")).strip());
        assertEquals("said", run(List.of("sh", "-c", call + "2>&-")).strip());
        assertEquals("", run(List.of("sh", "-c", call + "<&- >&- 2>&-")).strip());
        assertEquals("0 1 2", Files.readString(home.resolve("runtime/bin/open")).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash --posix", "bash", "busybox sh", "mksh", "ksh", "zsh --emulate sh"})
    void every_shell_finds_the_program_behind_links(String shell) throws Exception {
        Path folder = Files.createDirectory(home.resolve("links"));
        Files.createSymbolicLink(folder.resolve("one"), Path.of("../bin/belay"));
        launcher = Files.createSymbolicLink(folder.resolve("two"), folder.resolve("one"));
        List<String> told = told(shell, "hello");
        assertTrue(told.contains("-Dlibrary.jline.path=" + folder.resolve("../bin/../lib")), told.toString());
    }
}
