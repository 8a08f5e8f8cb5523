package dev.belay.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.belay.NeedsPosix;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @Test
    @NeedsPosix
    void where_there_are_modes_they_are_the_owners_alone(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"), PrivateFiles.folder(folder));
        Path file = Files.createFile(inner.resolve("file"), PrivateFiles.file(inner));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void where_there_are_none_files_are_made_all_the_same() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path folder = windows.getPath("C:\\work\\a\\b");
            Files.createDirectories(folder, PrivateFiles.folder(folder));
            Path file = Files.createFile(folder.resolve("file"), PrivateFiles.file(folder));
            assertTrue(Files.isRegularFile(file));
        }
    }
}
