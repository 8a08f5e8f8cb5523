package dev.belay.screen;

import java.util.Arrays;

/** What a terminal was sent so far, counted. One thread; {@link #copy} may be carried off. */
public final class Received {
    private final long[] counts = new long[Effect.values().length];
    private long bytes;

    void note(Effect effect) {
        counts[effect.ordinal()]++;
    }

    void bytes(int more) {
        bytes += more;
    }

    public long bytes() {
        return bytes;
    }

    public long count(Effect effect) {
        return counts[effect.ordinal()];
    }

    public Received copy() {
        return minus(new Received());
    }

    /** What came since an earlier copy was made. */
    public Received minus(Received earlier) {
        Received rest = new Received();
        Arrays.setAll(rest.counts, i -> counts[i] - earlier.counts[i]);
        rest.bytes = bytes - earlier.bytes;
        return rest;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(bytes + " bytes");
        for (Effect effect : Effect.values()) {
            if (count(effect) > 0) {
                text.append(", ").append(count(effect)).append(' ').append(effect);
            }
        }
        return text.toString();
    }
}
