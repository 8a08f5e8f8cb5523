package dev.belay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all: it is written under another name beside its place, and then moved.
 *
 * @param former what becomes of a file that is there already
 */
public record NewFile(Path path, Former former) {

    private static final int PIECE = 1 << 16;

    /** What becomes of a file in its place. */
    public enum Former {
        /** It stays, and nothing is written. */
        STAYS,
        /** The new one takes its place. */
        GOES
    }

    /** @throws IOException when it is clear before any work that it cannot be written */
    public void checkPlace() throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder");
        }
        if (former == Former.STAYS && isFile()) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (!Files.isDirectory(folder())) {
            throw new NoSuchFileException(folder().toString());
        }
    }

    /** A pipe or a device is no file: there is nothing to keep. */
    private boolean isFile() {
        return Files.exists(path) && (Files.isRegularFile(path) || Files.isSymbolicLink(path))
                || Files.isSymbolicLink(path);
    }

    private Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    /** @param pulse called again and again meanwhile; what it throws ends the writing, and nothing is left */
    public void write(byte[] bytes, Runnable pulse) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            fill(path, bytes, pulse);
            return;
        }
        Path part = Files.createFile(
                target().resolveSibling(".belay-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part"));
        try {
            fill(part, bytes, pulse);
            pulse.run();
            place(part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Behind a link is what is meant. */
    private Path target() throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    private static void fill(Path file, byte[] bytes, Runnable pulse) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            for (int from = 0; from < bytes.length; from += PIECE) {
                pulse.run();
                out.write(bytes, from, Math.min(PIECE, bytes.length - from));
            }
        }
    }

    private void place(Path part) throws IOException {
        if (former == Former.GOES) {
            Files.move(part, target(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            // A link is refused where a file is, even one that has come this moment.
            Files.createLink(path, part);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.move(part, path);
        }
    }
}
