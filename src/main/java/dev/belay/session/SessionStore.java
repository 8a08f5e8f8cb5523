package dev.belay.session;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The folder in which sessions are kept, one file each. */
public final class SessionStore {

    /** What the name of each file ends with. */
    public static final String SUFFIX = ".jsonl";

    /** So many files in a row are never empty. */
    private static final int FEW = 100;

    /** So many seconds the clock of a file server may be ahead of ours. */
    private static final int CLOCK_SLACK = 60;

    private static final Runnable NO_PULSE = new Runnable() {
        @Override
        public void run() {
            // Nobody waits.
        }
    };

    private final Path folder;
    private final Runnable pulse;
    private final SessionLock.Locks locks;

    public SessionStore(Path folder) {
        this(folder, SessionLock.SYSTEM);
    }

    /** A folder of a file system with these locks. */
    SessionStore(Path folder, SessionLock.Locks locks) {
        this(folder, NO_PULSE, locks);
    }

    private SessionStore(Path folder, Runnable pulse, SessionLock.Locks locks) {
        this.folder = folder;
        this.pulse = pulse;
        this.locks = locks;
    }

    /** The same folder; this is called again and again while much is read, and may end that by an exception. */
    public SessionStore pulsed(Runnable by) {
        return new SessionStore(folder, by, locks);
    }

    /** Called again and again while much is read. */
    public Runnable pulse() {
        return pulse;
    }

    /** A name for a new session: its birth in UTC and four random letters. */
    static String newId(Instant now) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC);
        long date = at.getYear() * 10_000L + at.getMonthValue() * 100L + at.getDayOfMonth();
        int time = at.getHour() * 10_000 + at.getMinute() * 100 + at.getSecond();
        String clock = Integer.toString(1_000_000 + time).substring(1);
        String random =
                Integer.toString(36 * 36 * 36 * 36 + ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);
        return date + "-" + clock + "-" + random.substring(1);
    }

    /** One that no session has: a clock that was set back comes to the same second again. */
    String freeId(Instant now) {
        String id = newId(now);
        while (Files.exists(file(id))) {
            id = newId(now);
        }
        return id;
    }

    /** Where a session is kept, or would be. */
    public Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    /** Takes the lock of a session's file. */
    SessionLock lock(Path file) throws IOException, SessionInUse {
        return SessionLock.take(file, locks);
    }

    /** The session written to last. A file in which nothing stands is what a full disk has left. */
    public Optional<String> latest() throws IOException {
        for (Saved saved : newest(FEW, Long.MIN_VALUE)) {
            if (Files.size(file(saved.id())) > 0) {
                return Optional.of(saved.id());
            }
        }
        return Optional.empty();
    }

    /** Whether it was written to later than it can have been: the clock was set back since. */
    public boolean isAhead(String id, Instant now) throws IOException {
        return Files.getLastModifiedTime(file(id)).toInstant().isAfter(now.plusSeconds(CLOCK_SLACK));
    }

    /**
     * The ones written to last, the very last first.
     *
     * @param most so many of them
     * @param since no earlier, in milliseconds of the epoch
     */
    public List<Saved> newest(int most, long since) throws IOException {
        return new Newest(most, since).in(folder, pulse);
    }

    /** What the model thought before it answered, by turn, as far as that was saved. */
    public Map<Integer, String> reasoning(String id) throws IOException {
        return ReasoningReader.read(file(id), pulse);
    }

    SessionSummary summary(Saved saved) {
        return Glance.at(file(saved.id()), saved.id(), saved.changed());
    }

    /**
     * Opens a session's file for reading, in the way that costs least, for there are thousands; why that cannot be is told in
     * the other way. A pipe among them would be waited for.
     */
    public static InputStream open(File file) throws IOException {
        if (file.exists() && !file.isFile()) {
            throw new FileSystemException(file.getPath(), null, "it is no file, but a folder, a pipe or a device");
        }
        try {
            return new FileInputStream(file);
        } catch (FileNotFoundException unreadable) {
            return Files.newInputStream(file.toPath());
        }
    }

    /** Whether a file of this name is a session's; an id goes to screens and into tables. */
    static boolean isSession(String name) {
        if (!name.endsWith(SUFFIX)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The sessions whose id is this or begins with it. */
    public List<String> ids(String prefix) throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (isSession(name) && name.startsWith(prefix)) {
                    ids.add(name.substring(0, name.length() - SUFFIX.length()));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
        return ids.contains(prefix) ? List.of(prefix) : ids;
    }
}
