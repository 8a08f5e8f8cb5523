package dev.belay.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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

    static final String SUFFIX = ".jsonl";

    private static final Runnable NO_PULSE = new Runnable() {
        @Override
        public void run() {
            // Nobody waits.
        }
    };

    private final Path folder;
    private final Runnable pulse;

    public SessionStore(Path folder) {
        this(folder, NO_PULSE);
    }

    private SessionStore(Path folder, Runnable pulse) {
        this.folder = folder;
        this.pulse = pulse;
    }

    /** The same folder; this is called again and again while much is read, and may end that by an exception. */
    public SessionStore pulsed(Runnable by) {
        return new SessionStore(folder, by);
    }

    Runnable pulse() {
        return pulse;
    }

    /** A name for a new session: its birth in UTC and four random letters. */
    static String newId(Instant now) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC);
        long date = at.getYear() * 10_000L + at.getMonthValue() * 100L + at.getDayOfMonth();
        int time = at.getHour() * 10_000 + at.getMinute() * 100 + at.getSecond();
        String clock = Integer.toString(1_000_000 + time).substring(1);
        String random = Integer.toString(36 * 36 * 36 * 36 + ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);
        return date + "-" + clock + "-" + random.substring(1);
    }

    Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    /** The session written to last. */
    public Optional<String> latest() throws IOException {
        List<Saved> newest = newest(1, Long.MIN_VALUE);
        return newest.isEmpty() ? Optional.empty() : Optional.of(newest.get(0).id());
    }

    /**
     * The ones written to last, the very last first.
     *
     * @param most so many of them
     * @param since no earlier, in milliseconds of the epoch
     */
    List<Saved> newest(int most, long since) throws IOException {
        return new Newest(most, since).in(folder, pulse);
    }

    /** What the model thought before it answered, by turn, as far as that was saved. */
    public Map<Integer, String> reasoning(String id) throws IOException {
        return ReasoningReader.read(file(id), pulse);
    }

    SessionSummary summary(Saved saved) {
        return Glance.at(file(saved.id()), saved.id(), saved.changed());
    }

    /** The sessions whose id is this or begins with it. */
    public List<String> ids(String prefix) throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX) && name.startsWith(prefix)) {
                    ids.add(name.substring(0, name.length() - SUFFIX.length()));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
        return ids.contains(prefix) ? List.of(prefix) : ids;
    }
}
