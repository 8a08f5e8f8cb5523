package dev.belay.os;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders for their owner's eyes, as they are made.
 *
 * <p>Where a file system has no modes, as on Windows, nothing is asked for: what is made in a person's profile there is
 * closed to other people by what it inherits, and a list of our own would shut out backups as well.
 */
public final class PrivateFiles {

    private static final FileAttribute<?>[] INHERITED = {};
    private static final FileAttribute<?>[] FILE = mode("rw-------");
    private static final FileAttribute<?>[] FOLDER = mode("rwx------");

    private PrivateFiles() {}

    /** With what a file is to be made there. */
    public static FileAttribute<?>[] file(Path place) {
        return hasModes(place) ? FILE.clone() : INHERITED;
    }

    /** With what a folder is to be made there. */
    public static FileAttribute<?>[] folder(Path place) {
        return hasModes(place) ? FOLDER.clone() : INHERITED;
    }

    private static FileAttribute<?>[] mode(String letters) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(letters))};
    }

    private static boolean hasModes(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
