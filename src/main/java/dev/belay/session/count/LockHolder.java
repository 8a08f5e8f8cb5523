package dev.belay.session.count;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks whether a session is open in a living program, without touching its lock: who only counts must be in nobody's way. */
final class LockHolder {

    /** So much later than it did may a program be said to have started. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final int LONGEST_NUMBER = 32;

    private LockHolder() {}

    /** A lock file that a crash has left names a process that is gone, or one that was started after it. */
    static boolean isAlive(Path session) {
        Path lock = session.resolveSibling(session.getFileName() + ".lock");
        try {
            if (!Files.isRegularFile(lock) || Files.size(lock) > LONGEST_NUMBER) {
                return false;
            }
            long id = Long.parseLong(
                    Files.readString(lock, StandardCharsets.US_ASCII).strip());
            Instant locked = Files.getLastModifiedTime(lock).toInstant();
            Optional<ProcessHandle> holder = ProcessHandle.of(id);
            return holder.isPresent() && began(holder.get()).isBefore(locked.plus(TOLERANCE));
        } catch (IOException | NumberFormatException gone) {
            return false;
        }
    }

    private static Instant began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
