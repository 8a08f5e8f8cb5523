package dev.belay.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The folder for Windows, made and started on the system at hand, from another place than where it was made. */
@Timeout(180)
class AppImageIT {

    private static final int FIRST_WITH_CONTENT = 18;

    @TempDir
    static Path folder;

    private static Path launcher;

    @BeforeAll
    static void make() throws Exception {
        assumeTrue(Runtime.version().feature() >= FIRST_WITH_CONTENT, "this JDK's jpackage takes no content");
        Layout layout = new Layout(Path.of(System.getProperty("belay.image")).getParent(), Path.of("src/image"));
        AppImage made = new AppImage(layout, folder.resolve("made"));
        made.make();
        Path moved = Files.move(folder.resolve("made"), folder.resolve("moved to another place"));
        launcher = moved.resolve(folder.resolve("made").relativize(made.launcher()));
    }

    private record Ran(int exit, String out, String errors) {}

    private Ran run(String input, String... words) throws Exception {
        Path errors = folder.resolve("errors");
        List<String> call = new ArrayList<>(List.of(launcher.toString()));
        call.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(call).redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")) {
            environment.put(variable, folder.resolve("home").toString());
        }
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(errors));
    }

    @Test
    void a_question_is_answered_and_nothing_else_is_printed() throws Exception {
        Ran ran = run("how do I stop an answer? ä€😀", "-m", "guide");
        assertEquals(0, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("Ctrl-C"), ran.toString());
        assertFalse(ran.out().contains("\u001b"), "a pipe is known to be none by the program itself: " + ran.out());
        assertFalse(ran.errors().contains("OpenJDK"), ran.errors());
    }

    @Test
    void words_and_exit_codes_arrive_as_they_are() throws Exception {
        assertEquals("belay", run("", "--version").out().split(" ")[0]);
        Ran wrong = run("", "--no-such-option", "a  b");
        assertEquals(2, wrong.exit());
        assertTrue(wrong.errors().contains("--no-such-option"), wrong.errors());
    }

    /** Of the class archive nothing is told when the JVM refuses it, so it is asked by an option for once. */
    @Test
    void the_archive_is_taken_also_in_another_place() throws Exception {
        assumeTrue(JavaRuntime.hasCache(), "this JDK has no archive for it");
        Path app;
        try (Stream<Path> files = Files.walk(launcher.getParent().getParent())) {
            app = files.filter(file -> file.endsWith("belay.cfg"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
        String jars = Layout.jars(app).stream()
                .map(Path::toString)
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
        assertEquals(0, start(app, jars));
    }

    /** {@code AOTMode=on} ends the JVM when the archive does not fit. */
    private static int start(Path app, String jars) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>();
        Path java = new Layout(Path.of(System.getProperty("belay.image")).getParent(), Path.of("src/image"))
                .runtime()
                .resolve("bin/java");
        call.add(java.toString());
        call.addAll(JavaRuntime.OPTIONS);
        call.addAll(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + app.resolve("belay.aot"), "-cp", jars));
        call.addAll(List.of("dev.belay.Main", "--version"));
        return new ProcessBuilder(call).inheritIO().start().waitFor();
    }
}
