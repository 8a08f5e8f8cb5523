package dev.belay.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a file stands under its name: what tells whether somebody else has had a hand in it.
 *
 * @param key tells this file from another one of the same name; null where the file system has none
 * @param size its length in bytes
 */
record Standing(@Nullable Object key, long size) {

    /** There is no such file. */
    static final Standing GONE = new Standing(null, -1);

    static Standing of(Path file) throws IOException {
        try {
            return of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (NoSuchFileException gone) {
            return GONE;
        }
    }

    /** Windows has no keys; a file that took another one's place was made at another time. */
    static Standing of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
        return new Standing(key, attributes.size());
    }

    /** Not by comparing records: that is linked anew at each start, which takes 20 ms. */
    boolean isGone() {
        return size < 0;
    }

    Standing grown(long by) {
        return new Standing(key, size + by);
    }

    /**
     * What has become of it meanwhile, when it cannot be added to any more; else empty. Another file of the same length is
     * taken for the same: not all file systems keep to their keys.
     */
    String fate(Standing now) {
        if (now.isGone()) {
            return "was deleted";
        }
        boolean isAnother = now.size != size && !Objects.equals(key, now.key);
        if (isAnother) {
            return "was replaced";
        }
        return now.size < size ? "was cut short" : "";
    }
}
