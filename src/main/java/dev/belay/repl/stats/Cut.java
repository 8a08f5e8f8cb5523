package dev.belay.repl.stats;

import dev.belay.chat.Estimate;
import dev.belay.session.count.Asked;
import java.util.OptionalDouble;

/** An answer that was stopped. It is judged when all have been read: it may have been gone on with later. Lives on one thread. */
final class Cut {

    private static final long CHARACTERS_PER_TOKEN = 4;

    private final Asked turn;
    private final long length;
    private final Tariff tariff;
    private final Sums[] sums;
    private boolean goneOnWith;

    /**
     * @param length of the whole answer so far, in characters
     * @param sums what it is to be counted in
     */
    Cut(Asked turn, long length, Tariff tariff, Sums... sums) {
        this.turn = turn;
        this.length = length;
        this.tariff = tariff;
        this.sums = sums;
    }

    void goneOnWith() {
        goneOnWith = true;
    }

    void judge(Lengths lengths) {
        OptionalDouble rest = goneOnWith || length == 0 ? OptionalDouble.empty() : lengths.restAfter(length, most());
        for (Sums each : sums) {
            if (goneOnWith) {
                each.goneOnWith(tariff);
            } else if (rest.isPresent()) {
                each.cutShort(rest.getAsDouble() / CHARACTERS_PER_TOKEN, tariff);
            } else {
                each.cutShortUnknown(tariff);
            }
        }
    }

    /** What the limit that was set for it leaves. */
    private long most() {
        if (turn.maxTokens().isEmpty()) {
            return Long.MAX_VALUE;
        }
        long tokens = turn.told().outputTokens().orElse(0);
        long made = Math.max(tokens, Estimate.ofLength(turn.shown()));
        return Math.max(0, turn.maxTokens().getAsLong() - made) * CHARACTERS_PER_TOKEN;
    }
}
