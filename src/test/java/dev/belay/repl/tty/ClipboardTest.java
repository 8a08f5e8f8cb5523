package dev.belay.repl.tty;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.NeedsPosix;
import dev.belay.config.Environment;
import dev.belay.os.Os;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@NeedsPosix
class ClipboardTest {

    private static final String ESC = "\u001b";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    private Clipboard clipboard(String type) {
        variables.put("PATH", folder.toString());
        return new Clipboard(type, new Environment(variables), () -> {});
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A program that is found in the path. */
    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private String taken() throws IOException {
        return Files.readString(folder.resolve("taken"));
    }

    @Test
    void aTerminalIsSentBase64() {
        assertEquals(
                ESC + "]52;c;" + base64("aä😀\n") + "\u0007",
                clipboard("xterm").sequence("aä😀\n").orElseThrow());
    }

    @Test
    void tmuxPassesItOnWithItsEscapesDoubled() {
        variables.put("TMUX", "/tmp/tmux,1,0");
        String expected = ESC + "Ptmux;" + ESC + ESC + "]52;c;" + base64("a") + "\u0007" + ESC + "\\";
        assertEquals(expected, clipboard("screen-256color").sequence("a").orElseThrow());
        variables.put("STY", "1.pts");
        assertEquals(expected, clipboard("tmux-256color").sequence("a").orElseThrow());
    }

    @Test
    void screenPassesItOnInPieces() {
        variables.put("STY", "1.pts");
        String text = "x".repeat(1000);
        String sequence = clipboard("screen").sequence(text).orElseThrow();
        StringBuilder outside = new StringBuilder();
        for (String piece : sequence.split(ESC + "\\\\")) {
            assertTrue(piece.startsWith(ESC + "P") && piece.length() < 400, piece);
            outside.append(piece.substring(2));
        }
        assertEquals(ESC + "]52;c;" + base64(text) + "\u0007", outside.toString());
        variables.put("TMUX", "/tmp/tmux,1,0");
        assertTrue(
                clipboard("screen.xterm-256color").sequence(text).orElseThrow().startsWith(ESC + "P" + ESC + "]52"));
    }

    @Test
    void whatIsTooLongIsNotSent() {
        assertTrue(clipboard("xterm").sequence("x".repeat(74_994)).isPresent());
        assertTrue(clipboard("xterm").sequence("x".repeat(74_993) + "ä").isEmpty());
    }

    @Test
    void aTerminalThatWouldShowItIsSentNothing() {
        assertFalse(clipboard("dumb").hasTerminal());
        assertFalse(clipboard("linux").hasTerminal());
        assertTrue(clipboard("xterm-256color").hasTerminal());
    }

    @Test
    void theDesktopsProgramIsHandedTheText() throws IOException {
        program("xclip", "echo \"$@\" > " + folder + "/taken; cat >> " + folder + "/taken");
        assertEquals(Optional.empty(), clipboard("xterm").system("no display"));
        variables.put("DISPLAY", ":0");
        assertEquals(Optional.of("xclip"), clipboard("xterm").system("aä\nb"));
        assertEquals("-selection clipboard\naä\nb", taken());
    }

    @Test
    void whereOneFailsTheNextIsTried() throws IOException {
        program("wl-copy", "exit 1");
        program("xclip", "exit 1");
        program("xsel", "cat > " + folder + "/taken");
        variables.put("WAYLAND_DISPLAY", "wayland-0");
        variables.put("DISPLAY", ":0");
        assertEquals(Optional.of("xsel"), clipboard("xterm").system("text"));
        assertEquals("text", taken());
    }

    @Test
    void tmuxHasABufferOfItsOwn() throws IOException {
        program("tmux", "echo \"$@\" > " + folder + "/taken; cat >> " + folder + "/taken");
        variables.put("TMUX", "/tmp/tmux,1,0");
        assertEquals(Optional.of("tmux"), clipboard("tmux").system("text"));
        assertEquals("load-buffer -w -\ntext", taken());
    }

    /** Its program takes what has no mark for the letters of the person's country. */
    @Test
    void theOneOfWindowsIsHandedUtf16WithAMark() throws IOException {
        program("clip.exe", "cat > " + folder + "/taken");
        variables.put("PATH", folder.toString());
        Clipboard windows = new Clipboard("xterm-256color", new Environment(variables), () -> {}, Os.WINDOWS);
        assertEquals(Optional.of("clip.exe"), windows.system("aä😀"));
        assertEquals("\uFEFFaä😀", new String(Files.readAllBytes(folder.resolve("taken")), StandardCharsets.UTF_16LE));
    }

    @Test
    void aProgramThatNeitherReadsNorEndsIsGivenUp() throws IOException {
        program("xclip", "exec sleep 600");
        variables.put("DISPLAY", ":0");
        assertEquals(Optional.empty(), clipboard("xterm").system("x".repeat(1_000_000)));
    }

    @Test
    void waitingForAProgramCanBeStopped() throws IOException {
        program("xclip", "echo $$ > " + folder + "/pid; exec sleep 600");
        variables.put("DISPLAY", ":0");
        variables.put("PATH", folder.toString());
        Clipboard stopping = new Clipboard("xterm", new Environment(variables), () -> {
            if (Files.exists(folder.resolve("pid"))) {
                throw new IllegalStateException("stopped");
            }
        });
        assertThrows(IllegalStateException.class, () -> stopping.system("text"));
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        ProcessHandle.of(pid)
                .ifPresent(process -> assertDoesNotThrow(() -> process.onExit().get(30, TimeUnit.SECONDS)));
    }
}
