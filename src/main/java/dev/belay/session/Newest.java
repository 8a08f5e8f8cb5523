package dev.belay.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The sessions of a folder that were written to last: of however many there are, no more are kept than are wanted. Lives on
 * one thread.
 */
final class Newest {

    private final int most;
    private final long since;
    private final PriorityQueue<Saved> kept = new PriorityQueue<>();

    /**
     * @param most so many of them
     * @param since those written to before this are none, in milliseconds of the epoch
     */
    Newest(int most, long since) {
        this.most = most;
        this.since = since;
    }

    /** @param pulse called again and again meanwhile */
    List<Saved> in(Path folder, Runnable pulse) throws IOException {
        // Thousands of small calls: java.io.File needs a third of the time of the newer classes.
        File place = folder.toFile();
        for (String name : names(folder, place)) {
            if (SessionStore.isSession(name)) {
                pulse.run();
                offer(name, new File(place, name).lastModified());
            }
        }
        List<Saved> newest = new ArrayList<>(kept);
        newest.sort(Collections.reverseOrder());
        return newest;
    }

    @SuppressWarnings("StreamResourceLeak") // Opened to hear why it cannot be, and closed at once.
    private static String[] names(Path folder, File place) throws IOException {
        String[] names = place.list();
        if (names != null) {
            return names;
        }
        // It is not there, or else something tells why it cannot be read.
        try {
            Files.newDirectoryStream(folder).close();
        } catch (NoSuchFileException | NotDirectoryException none) {
            // Then there are no sessions.
        }
        return new String[0];
    }

    private void offer(String name, long changed) {
        boolean isFull = kept.size() == most;
        if (changed < since || isFull && changed < kept.peek().changed()) {
            return;
        }
        kept.add(new Saved(name.substring(0, name.length() - SessionStore.SUFFIX.length()), changed));
        if (isFull) {
            kept.poll();
        }
    }
}
