package dev.belay.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What may lie beside a session's file: the one that is to take its place, and those whose place it took.
 *
 * @param file the session's
 */
record Beside(Path file) {

    /** Where it is written anew. */
    Path part() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /**
     * Keeps what lies there under another name, and under both until the other one is there: at no time is there no file.
     *
     * @return that name; empty when nothing lies there
     */
    String setAside() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        for (int n = 1; ; n++) {
            String name = file.getFileName() + ".old" + (n == 1 ? "" : "-" + n);
            try {
                link(file.resolveSibling(name));
                return name;
            } catch (FileAlreadyExistsException another) {
                // So often has that happened.
            }
        }
    }

    private void link(Path aside) throws IOException {
        try {
            Files.createLink(aside, file);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(file, aside);
        }
    }

    /** All that is left of former ones, but for the lock. */
    List<Path> leftovers() throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent(), file.getFileName() + ".*")) {
            for (Path each : files) {
                if (!each.toString().endsWith(".lock")) {
                    left.add(each);
                }
            }
        }
        return left;
    }
}
