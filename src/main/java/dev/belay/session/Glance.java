package dev.belay.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.session.SessionSummary.Ending;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sums a session up from the two ends of its file: it may be large, and the list long. More of it is read only where that
 * does not tell. Lives on one thread, for one file.
 */
final class Glance {

    private static final int[] SIZES = {1 << 13, 1 << 16, 1 << 20};

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FirstWords head = new FirstWords();
    private LastWords tail = new LastWords();

    private Glance() {}

    static SessionSummary at(Path file, String id, long changed) {
        SessionSummary nothing = new SessionSummary(id, changed, "", "", 0, "", "", Ending.UNREADABLE);
        if (!Files.isRegularFile(file)) {
            return nothing;
        }
        Glance glance = new Glance();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            glance.begin(channel);
            glance.end(channel);
        } catch (IOException unreadable) {
            return nothing;
        }
        return glance.summary(id, changed);
    }

    private void begin(FileChannel channel) throws IOException {
        for (int size : SIZES) {
            head.read(read(channel, 0, Math.min(size, channel.size())));
            if (head.isEnough() || size >= channel.size()) {
                return;
            }
        }
    }

    private void end(FileChannel channel) throws IOException {
        for (int size : SIZES) {
            long from = Math.max(0, channel.size() - size);
            tail = new LastWords();
            tail.read(read(channel, from, channel.size() - from), from == 0);
            if (tail.isEnough() || from == 0) {
                return;
            }
        }
    }

    private SessionSummary summary(String id, long changed) {
        boolean tells = head.isSession() || tail.turns() > 0;
        return new SessionSummary(
                id,
                changed,
                head.created(),
                tail.model().isEmpty() ? head.model() : tail.model(),
                tail.turns(),
                tail.title().orElse(head.title()),
                head.first(),
                tells ? tail.ending() : Ending.UNREADABLE);
    }

    private static byte[] read(FileChannel channel, long from, long count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) count);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // It may come in pieces.
        }
        byte[] read = new byte[bytes.position()];
        bytes.flip().get(read);
        return read;
    }

    /** A record; anything else is an empty one. */
    static JsonNode record(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return node != null && node.isObject() ? node : JSON.createObjectNode();
        } catch (JsonProcessingException torn) {
            return JSON.createObjectNode();
        }
    }
}
