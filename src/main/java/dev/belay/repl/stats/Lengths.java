package dev.belay.repl.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How long a model's complete answers were, in characters; by them is judged how a stopped one would have gone on. */
final class Lengths {

    /** Fewer tell nothing. */
    static final int ENOUGH = 10;

    private long[] all = new long[16];
    private int count;
    private boolean sorted = true;

    void add(long length) {
        if (count == all.length) {
            all = Arrays.copyOf(all, count * 2);
        }
        all[count++] = length;
        sorted = false;
    }

    /**
     * How much longer answers became that were at least so long, on the average.
     *
     * @param most more than that could not have come any more
     */
    OptionalDouble restAfter(long length, long most) {
        if (!sorted) {
            Arrays.sort(all, 0, count);
            sorted = true;
        }
        int first = count;
        double rest = 0;
        while (first > 0 && all[first - 1] >= length) {
            first--;
            rest += Math.min(all[first] - length, most);
        }
        int longer = count - first;
        return longer < ENOUGH ? OptionalDouble.empty() : OptionalDouble.of(rest / longer);
    }
}
