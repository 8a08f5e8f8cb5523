package dev.belay.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.NeedsPosix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsTest {

    @ParameterizedTest
    @CsvSource({"Linux,LINUX", "Mac OS X,MAC", "Windows 11,WINDOWS", "Windows Server 2025,WINDOWS", "FreeBSD,UNIX"})
    void each_system_is_known_by_its_name(String name, Os os) {
        assertEquals(os, Os.named(name));
    }

    @Test
    void only_windows_has_no_sh_and_a_console_that_is_a_terminal_of_today() {
        assertFalse(Os.WINDOWS.isPosix());
        assertTrue(Os.LINUX.isPosix() && Os.MAC.isPosix() && Os.UNIX.isPosix());
        assertEquals("dumb", Os.LINUX.terminalType());
        assertEquals("xterm-256color", Os.WINDOWS.terminalType());
    }

    @Test
    @NeedsPosix
    void a_command_of_the_persons_own_is_run_by_the_shell_with_the_file_behind_it() throws Exception {
        Process process = Os.LINUX.shell("printf '%s|' a", Path.of("b $c.md")).start();
        assertEquals("a|b $c.md|", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** cmd takes the first quote and the last one off, and no other. */
    @Test
    void on_windows_all_the_command_is_one_word_in_quotes() {
        assertEquals(
                List.of("cmd.exe", "/d", "/s", "/c", "\"code --wait \"C:\\my files\\m.md\"\""),
                Os.WINDOWS.shell("code --wait", Path.of("C:\\my files\\m.md")).command());
        assertEquals(
                List.of("cmd.exe", "/d", "/s", "/c", "\"type key.txt\""),
                Os.WINDOWS.shell("type key.txt").command());
    }
}
