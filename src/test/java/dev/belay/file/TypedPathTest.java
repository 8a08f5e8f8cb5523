package dev.belay.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPathTest {

    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
    private final FileSystem unix = Jimfs.newFileSystem(Configuration.unix());
    private final Path atWindows = windows.getPath("C:\\Users\\me");
    private final Path atUnix = unix.getPath("/home/me");

    @AfterEach
    void close() throws IOException {
        windows.close();
        unix.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Users\\me\\my notes\\a.txt",
                "\"C:\\Users\\me\\my notes\\a.txt\"",
                "~\\my notes\\a.txt",
                "~/my notes/a.txt"
            })
    void on_windows_a_backslash_parts_folders(String typed) throws IOException {
        Files.createDirectories(atWindows.resolve("my notes"));
        Path file = Files.createFile(atWindows.resolve("my notes\\a.txt"));
        Path meant = new TypedPath(typed, atWindows).meant();
        assertTrue(Files.isSameFile(file, meant), meant.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/me/my\\ notes", "~/my\\ notes", "'/home/me/my notes'", "/home/me/my notes"})
    void elsewhere_it_stands_before_a_blank(String typed) {
        assertEquals(atUnix.resolve("my notes"), new TypedPath(typed, atUnix).meant());
    }

    @Test
    void only_what_parts_folders_there_parts() {
        assertTrue(new TypedPath("", atWindows).parts('\\'));
        assertTrue(new TypedPath("", atWindows).parts('/'));
        assertTrue(new TypedPath("", atUnix).parts('/'));
        assertFalse(new TypedPath("", atUnix).parts('\\'));
        assertEquals("~x", new TypedPath("~x", atUnix).meant().toString());
    }
}
