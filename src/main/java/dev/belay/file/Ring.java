package dev.belay.file;

import java.util.Arrays;

/** The last bytes of all that it is given. Lives on one thread. */
final class Ring {

    private static final int FIRST = 1 << 16;

    private final int room;
    private byte[] bytes;
    private long given;

    Ring(int room) {
        this.room = room;
        this.bytes = new byte[Math.min(FIRST, room)];
    }

    void add(byte[] from, int begin, int end) {
        int skipped = Math.max(0, end - begin - room);
        given += skipped;
        for (int at = begin + skipped; at < end; ) {
            int place = place();
            grow(place + 1);
            int count = Math.min(end - at, bytes.length - place);
            System.arraycopy(from, at, bytes, place, count);
            at += count;
            given += count;
        }
    }

    /** Where the next byte goes. */
    private int place() {
        return room == 0 ? 0 : (int) (given % room);
    }

    private void grow(int wanted) {
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(2L * bytes.length, wanted), room));
        }
    }

    /** Whether it was given more than it has room for. */
    boolean isOver() {
        return given > room;
    }

    /** What it holds, oldest first. */
    byte[] bytes() {
        if (!isOver()) {
            return Arrays.copyOf(bytes, (int) given);
        }
        byte[] inOrder = new byte[room];
        int oldest = place();
        System.arraycopy(bytes, oldest, inOrder, 0, room - oldest);
        System.arraycopy(bytes, 0, inOrder, room - oldest, oldest);
        return inOrder;
    }
}
