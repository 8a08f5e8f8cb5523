package dev.belay.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own with little room, for who may mount one. One thread. */
final class SmallDisk implements AutoCloseable {
    private final Path place;

    SmallDisk(Path place, String size) throws IOException {
        this.place = Files.createDirectories(place);
        try {
            Commands.output("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString());
        } catch (AssertionError | java.io.UncheckedIOException refused) {
            Assumptions.abort("no small disk can be mounted here, which takes root: " + refused.getMessage());
        }
    }

    /** Writes until there is no room. */
    void fill() {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(place.resolve("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // as it should be
        }
    }

    void makeRoom() throws IOException {
        Files.delete(place.resolve("filler"));
    }

    @Override
    public void close() {
        Commands.output("umount", "-l", place.toString());
    }
}
