package dev.belay.session;

import dev.belay.os.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/** One writer at a time: a lock file beside the session that names the process which holds it. */
final class SessionLock implements AutoCloseable {

    /** The locks of a file system, which may have none. */
    interface Locks {
        /**
         * @return null when another process has it
         * @throws IOException when there are no locks here
         */
        FileLock lock(FileChannel channel) throws IOException;
    }

    /** What is locked on Windows nobody can read, and others are to be told who holds the lock. */
    private static final long BEHIND_THE_NAME = 1 << 30;

    /** Those that the system has. */
    static final Locks SYSTEM = new Locks() {
        @Override
        public FileLock lock(FileChannel channel) throws IOException {
            return channel.tryLock(BEHIND_THE_NAME, 1, false);
        }
    };

    private enum Grip {
        /** It is ours alone. */
        FIRM,
        /** The file system has no locks: nobody knows. */
        NONE,
        /** Another one has it. */
        REFUSED
    }

    private final Path file;
    private final FileChannel channel;
    private final Object key;
    private final Grip grip;
    private final String former;

    private SessionLock(Path file, FileChannel channel, Object key, Grip grip, String former) {
        this.file = file;
        this.channel = channel;
        this.key = key;
        this.grip = grip;
        this.former = former;
    }

    /**
     * Takes the lock; the system gives it back when this process dies, however it dies. While it is held this process
     * must not open the lock file again: closing that second opening would give the lock back.
     *
     * @throws SessionInUse when another process holds it
     * @throws IOException when the lock file cannot be made
     */
    static SessionLock take(Path session, Locks locks) throws IOException, SessionInUse {
        Path file = session.resolveSibling(session.getFileName() + ".lock");
        while (true) {
            Object before = Standing.of(file).key();
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PrivateFiles.file(file));
            Grip grip = grip(channel, locks);
            String holder = read(channel);
            if (grip == Grip.REFUSED) {
                channel.close();
                throw new SessionInUse(holder);
            }
            Object now = Standing.of(file).key();
            if (now != null && (before == null || before.equals(now))) {
                name(channel);
                return new SessionLock(file, channel, now, grip, holder);
            }
            // The former holder removed the file between our opening and our locking it.
            channel.close();
        }
    }

    private static Grip grip(FileChannel channel, Locks locks) {
        try {
            return locks.lock(channel) == null ? Grip.REFUSED : Grip.FIRM;
        } catch (OverlappingFileLockException ours) {
            return Grip.REFUSED;
        } catch (IOException unsupported) {
            // It must not keep anybody from chatting.
            return Grip.NONE;
        }
    }

    private static String read(FileChannel channel) {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        try {
            channel.read(bytes, 0);
        } catch (IOException untold) {
            // It is locked or not all the same.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    private static void name(FileChannel channel) {
        try {
            channel.truncate(0);
            byte[] process = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(process), 0);
        } catch (IOException full) {
            // Others are kept out all the same, and not told by whom.
        }
    }

    /** Whether it keeps others out; where the file system has no locks it does not. */
    boolean isFirm() {
        return grip == Grip.FIRM;
    }

    /** The process that named itself there before us and lives, or has a namesake that does; empty for none. */
    String formerHolder() {
        try {
            long process = Long.parseLong(former);
            boolean lives = process != ProcessHandle.current().pid()
                    && ProcessHandle.of(process).isPresent();
            return lives ? former : "";
        } catch (NumberFormatException none) {
            return "";
        }
    }

    /** Whether the lock file is still the one under its name: another one would keep nobody out. */
    boolean stands() throws IOException {
        return key != null && Objects.equals(key, Standing.of(file).key());
    }

    @Override
    public void close() throws IOException {
        if (stands()) {
            Files.deleteIfExists(file);
        }
        channel.close();
    }
}
