package dev.belay.file;

import dev.belay.chat.ByteSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads UTF-8 text of any length and keeps what there is room for, and no more in memory: its begin as it comes, its end in
 * a ring. Lives on one thread.
 */
public final class Excerpt {

    /** Only to say how much was left out, no more than this is read: an input may have no end. */
    private static final long COUNTED = 1_000_000_000;

    private static final int CHUNK = 1 << 16;

    private final Keep keep;
    private final int beginRoom;
    private final ByteArrayOutputStream begin = new ByteArrayOutputStream();
    private final Ring end;
    private long total;
    private boolean ended;

    /** @param room in bytes */
    public Excerpt(Keep keep, int room) {
        this.keep = keep;
        this.end = new Ring(keep.endOf(room));
        this.beginRoom = room - keep.endOf(room);
    }

    /** Reads to the end, or until more of it would change nothing. */
    public void read(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (!isSettled()) {
            int count = in.read(chunk);
            if (count < 0) {
                ended = true;
                return;
            }
            add(chunk, count);
        }
    }

    void add(byte[] bytes, int count) {
        total += count;
        int first = Math.min(count, beginRoom - begin.size());
        begin.write(bytes, 0, first);
        end.add(bytes, first, count);
    }

    private boolean isSettled() {
        return switch (keep) {
            case ALL -> isCut();
            case HEAD -> total > COUNTED + beginRoom;
            case TAIL, MIDDLE -> false;
        };
    }

    /** Whether something is left out. */
    public boolean isCut() {
        return end.isOver();
    }

    /** How much was read. */
    public long total() {
        return total;
    }

    /** The bytes that are kept, cut between lines where lines are short and between characters everywhere. */
    public Kept kept() {
        byte[] first = begin.toByteArray();
        byte[] last = end.bytes();
        if (isCut()) {
            first = Arrays.copyOf(first, Cuts.end(first));
            last = Arrays.copyOfRange(last, Cuts.begin(last), last.length);
        }
        return new Kept(first, last, total - first.length - last.length, ended);
    }

    /**
     * What is kept.
     *
     * @param leftOut how many bytes between the two were read and are not
     * @param all whether that is all there is
     */
    public record Kept(byte[] first, byte[] last, long leftOut, boolean all) {

        /** How much was left out; empty for nothing. */
        public String leftOutWords() {
            return leftOut == 0 ? "" : (all ? "" : "more than ") + ByteSize.words(leftOut);
        }

        /** The text, with a mark where it was cut. */
        public byte[] marked() {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.writeBytes(first);
            if (leftOut > 0) {
                boolean lineOpen = first.length > 0 && first[first.length - 1] != '\n';
                String mark = (lineOpen ? "\n" : "") + "[… " + leftOutWords() + " left out …]\n";
                text.writeBytes(mark.getBytes(StandardCharsets.UTF_8));
            }
            text.writeBytes(last);
            return text.toByteArray();
        }
    }
}
