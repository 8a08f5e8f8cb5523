package dev.belay.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** One writer at a time: a lock file beside the session that names the process which holds it. */
final class SessionLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private SessionLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock; the system gives it back when this process dies, however it dies. While it is held this process
     * must not open the lock file again: closing that second opening would give the lock back.
     *
     * @throws SessionInUse when another process holds it
     * @throws IOException when the lock file cannot be made
     */
    static SessionLock take(Path session) throws IOException, SessionInUse {
        Path file = session.resolveSibling(session.getFileName() + ".lock");
        while (true) {
            Object before = identity(file);
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    JournalFile.PRIVATE_FILE);
            if (!locks(channel)) {
                String holder = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
                channel.close();
                throw new SessionInUse(holder);
            }
            boolean isTheNamedOne = before == null || before.equals(identity(file));
            if (isTheNamedOne && Files.exists(file)) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
                return new SessionLock(file, channel);
            }
            // The former holder removed the file between our opening and our locking it.
            channel.close();
        }
    }

    /** What tells this file from a later one of the same name; null when there is none. */
    private static Object identity(Path file) throws IOException {
        return Files.exists(file) ? Files.readAttributes(file, BasicFileAttributes.class).fileKey() : null;
    }

    /** A file system without locks must not keep anybody from chatting. */
    private static boolean locks(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException unsupported) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
