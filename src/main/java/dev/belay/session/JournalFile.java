package dev.belay.session;

import dev.belay.file.Reasons;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A session's file, which only grows. Lives on the turn's thread, but for the forcing of an end to disk.
 *
 * <p>It is made with the first line, so that looking in leaves no trace. When it cannot be written the chat goes on and the
 * person is told once.
 */
final class JournalFile {

    static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    static final FileAttribute<?> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path file;
    private final Consumer<String> warn;
    private FileChannel channel;
    private SessionLock lock;
    private Thread forcing = new Thread();
    private volatile boolean broken;

    /**
     * @param file the session's file
     * @param lock held on an existing file; null for a new one, which takes it when it is made
     * @param warn takes one sentence, once, when nothing is being saved
     */
    JournalFile(Path file, SessionLock lock, Consumer<String> warn) {
        this.file = file;
        this.lock = lock;
        this.warn = warn;
    }

    Path path() {
        return file;
    }

    /** Adds these bytes, all of them. */
    void append(ByteBuffer bytes) throws IOException {
        if (channel == null) {
            open();
        }
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void open() throws IOException {
        Files.createDirectories(file.getParent(), PRIVATE_FOLDER);
        if (lock == null) {
            try {
                lock = SessionLock.take(file);
            } catch (SessionInUse impossible) {
                throw new IOException("the new session is already in use", impossible);
            }
        }
        boolean torn = isTorn();
        channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), PRIVATE_FILE);
        if (torn) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    /** Whether the file ends inside a line that a crash cut: what follows must not be glued to it. */
    private boolean isTorn() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return old.size() > 0 && old.read(last, old.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** Forces it to disk aside: the next prompt need not wait for that, the next message and the end of the program do. */
    void forceAside() {
        forcing = new Thread(this::force, "belay-force");
        forcing.setDaemon(true);
        forcing.start();
    }

    /** Waits until what was to be forced aside is on the disk. */
    void awaitForced() {
        try {
            forcing.join();
        } catch (InterruptedException stray) {
            // Nothing waits for less.
        }
    }

    /** Has the system write all of it to the disk. */
    void force() {
        if (broken || channel == null) {
            return;
        }
        try {
            channel.force(false);
        } catch (IOException e) {
            stop(e);
        }
    }

    /** Nothing more is written; the person is told why. */
    void stop(Exception e) {
        broken = true;
        warn.accept("nothing is being saved from here on: cannot write " + file + " (" + Reasons.of(e) + ")");
    }

    /** Whether something could not be written. */
    boolean isBroken() {
        return broken;
    }

    void close() throws IOException {
        awaitForced();
        if (channel != null) {
            channel.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
