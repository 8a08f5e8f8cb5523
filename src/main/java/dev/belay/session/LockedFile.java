package dev.belay.session;

import dev.belay.os.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session's file as it lies on the disk, its lock, and how it stood when it was last written to. Lives on the turn's
 * thread, but for {@link #force}.
 */
final class LockedFile {

    private final SessionStore store;
    private final Path file;
    private @Nullable SessionLock lock;
    private @Nullable FileChannel channel;
    private Standing standing;
    private boolean isAtLine;

    /**
     * @param lock held already; null when it is to be taken with the first line
     * @param standing of a file that was read; {@link Standing#GONE} for one that is to be made
     */
    LockedFile(SessionStore store, String id, @Nullable SessionLock lock, Standing standing) {
        this.store = store;
        this.file = store.file(id);
        this.lock = lock;
        this.standing = standing;
    }

    Path path() {
        return file;
    }

    /** Adds these bytes; those that could not be written remain in the buffer. */
    void write(ByteBuffer bytes) throws IOException {
        FileChannel to = channel == null ? open() : channel;
        if (!isAtLine) {
            isAtLine = true;
            endLine();
        }
        int begin = bytes.position();
        try {
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
        } finally {
            standing = standing.grown(bytes.position() - begin);
        }
    }

    private FileChannel open() throws IOException {
        lock();
        boolean isNew = standing.isGone();
        FileChannel opened = isNew ? create(file) : FileChannel.open(file, StandardOpenOption.APPEND);
        channel = opened;
        Standing now = Standing.of(file);
        standing = isNew ? now : new Standing(now.key(), standing.size());
        isAtLine = isNew;
        return opened;
    }

    private static FileChannel create(Path place) throws IOException {
        try {
            return FileChannel.open(
                    place, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND), PrivateFiles.file(place));
        } catch (FileAlreadyExistsException other) {
            throw new IOException("there is such a file already", other);
        }
    }

    private void lock() throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PrivateFiles.folder(file));
        }
        if (lock != null && !lock.stands()) {
            lock.close();
            lock = null;
        }
        try {
            lock = lock == null ? store.lock(file) : lock;
        } catch (SessionInUse other) {
            throw new IOException(other.getMessage(), other);
        }
    }

    /** A file may end inside a line that a crash cut: what follows must not be glued to it. */
    private void endLine() throws IOException {
        if (!endsLine()) {
            try {
                write(ByteBuffer.wrap(new byte[] {'\n'}));
            } catch (IOException full) {
                isAtLine = false;
                throw full;
            }
        }
    }

    private boolean endsLine() throws IOException {
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return old.size() == 0 || old.read(last, old.size() - 1) < 1 || last.get(0) == '\n';
        }
    }

    /** What somebody else has done to it, so that it cannot be added to any more; empty for nothing of the kind. */
    String fate() {
        try {
            return standing.isGone() ? "" : standing.fate(Standing.of(file));
        } catch (IOException unknown) {
            return "";
        }
    }

    /** Whether somebody else has added to it; from here on that belongs to it. */
    boolean hasGrown() throws IOException {
        if (standing.isGone()) {
            return false;
        }
        Standing now = Standing.of(file);
        boolean grown = now.size() > standing.size();
        if (grown) {
            standing = new Standing(standing.key(), now.size());
            isAtLine = false;
        }
        return grown;
    }

    boolean isOpen() {
        return channel != null;
    }

    /** Has the system write all of it to the disk. */
    void force() throws IOException {
        force(false);
    }

    private void force(boolean withItsTimes) throws IOException {
        if (channel != null) {
            channel.force(withItsTimes);
        }
    }

    /** From here on all goes to another file beside it, until that is whole: a crash must not leave less than there was. */
    void beginAnew() throws IOException {
        closeChannel();
        lock();
        Files.deleteIfExists(beside().part());
        channel = create(beside().part());
        standing = Standing.of(beside().part());
        isAtLine = true;
    }

    /**
     * That file takes the place of this one.
     *
     * @return the name under which what lies there is kept; empty when there is nothing
     */
    String endAnew() throws IOException {
        force(true);
        String aside = beside().setAside();
        Files.move(beside().part(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return aside;
    }

    /** It could not be finished. */
    void dropAnew() {
        try {
            closeChannel();
            Files.deleteIfExists(beside().part());
        } catch (IOException left) {
            // It is in nobody's way: the next one begins by removing it.
        }
    }

    private Beside beside() {
        return new Beside(file);
    }

    private void closeChannel() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    void close() throws IOException {
        closeChannel();
        // A full disk has let it be made and has taken nothing.
        if (standing.size() == 0 && Standing.of(file).size() == 0) {
            Files.delete(file);
        }
        if (lock != null) {
            lock.close();
        }
    }
}
