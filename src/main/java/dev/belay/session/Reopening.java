package dev.belay.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes saved sessions up again.
 *
 * @param warn takes what is to be said about the file: damage, a later version
 */
record Reopening(SessionStore store, Consumer<String> warn) {

    Session resume(String id) throws IOException, SessionInUse {
        Path file = store.file(id);
        Optional<SessionLock> lock = lock(file);
        Transcript transcript;
        Standing standing;
        try {
            standing = Standing.of(file);
            transcript = read(id);
        } catch (IOException | RuntimeException unreadable) {
            release(lock);
            throw unreadable;
        }
        if (transcript.isNewer()) {
            warn.accept("session " + id + " was written by a later version of belay: it is opened read-only, "
                    + "nothing new is saved in it");
            release(lock);
            return Session.resumed("", transcript, Optional.empty());
        }
        lock.ifPresent(held -> tellLooseness(id, held));
        LockedFile journal = new LockedFile(store, id, lock.orElse(null), standing);
        return Session.resumed(id, transcript, Optional.of(new Journal(new JournalFile(journal, warn))));
    }

    Session readOnly(String id) throws IOException {
        Transcript transcript = read(id);
        if (transcript.isNewer()) {
            warn.accept("session " + id + " was written by a later version of belay: what that has added is not shown");
        }
        return Session.resumed("", transcript, Optional.empty());
    }

    private Transcript read(String id) throws IOException {
        Path file = store.file(id);
        Transcript transcript = Transcript.read(file, store.pulse());
        tellDamage(id, transcript);
        List<String> lost = new Contents(file).restore(transcript.conversation(), transcript.files());
        if (!lost.isEmpty()) {
            warn.accept("session " + id + " goes on without " + String.join(", ", lost)
                    + ": what was kept is missing or was changed");
        }
        return transcript;
    }

    private void tellDamage(String id, Transcript transcript) {
        int lines = transcript.damagedLines();
        if (lines > 0) {
            warn.accept("session " + id + ": " + lines + (lines == 1 ? " damaged line was" : " damaged lines were")
                    + " left out, all else is there");
        }
    }

    /** Two that write to one session would not know of each other. */
    private void tellLooseness(String id, SessionLock lock) {
        if (!lock.isFirm()) {
            String other = lock.formerHolder();
            warn.accept("session " + id + " cannot be locked on this file system: mind that no other belay has it open"
                    + (other.isEmpty() ? "" : ", as process " + other + " may have"));
        }
    }

    /** No lock can be had in a folder that cannot be written; then nothing can be added either, and the journal says so. */
    private Optional<SessionLock> lock(Path file) throws SessionInUse {
        try {
            return Optional.of(store.lock(file));
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static void release(Optional<SessionLock> lock) throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
