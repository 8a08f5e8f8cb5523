package dev.belay.repl.stats;

import dev.belay.chat.Estimate;
import dev.belay.repl.CostSum;
import dev.belay.repl.TokenSum;
import dev.belay.session.count.Asked;
import dev.belay.session.count.Asked.Ending;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Turns added up. Lives on one thread. */
public final class Sums {

    private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    private final TokenSum input = new TokenSum();
    private final TokenSum output = new TokenSum();
    private final CostSum cost = new CostSum();
    private double cutShort;
    private int cutShortKnown;
    private int goneOnWith;
    private double saved;
    private int savedKnown;
    private int ranOn;

    void add(Asked turn, Tariff tariff) {
        endings.merge(turn.ending(), 1, Integer::sum);
        if (turn.ending() == Ending.RUNNING) {
            return;
        }
        OptionalLong toldOutput = toldOutput(turn);
        OptionalLong otherOutput = turn.estimated().outputTokens().isPresent()
                ? turn.estimated().outputTokens()
                : OptionalLong.of(Estimate.ofLength(turn.shown()));
        OptionalLong madeOf = turn.told().inputTokens().isPresent()
                ? turn.told().inputTokens()
                : turn.estimated().inputTokens();
        long made = toldOutput.isPresent() ? toldOutput.getAsLong() : otherOutput.getAsLong();
        input.add(turn.told().inputTokens(), turn.estimated().inputTokens());
        output.add(toldOutput, otherOutput);
        cost.add(tariff.isFree() ? OptionalDouble.of(0) : turn.told().dollars(), reckoned(turn, madeOf, made, tariff));
    }

    /** A nought that was told of something that came is none; a true one is where nothing came. */
    private static OptionalLong toldOutput(Asked turn) {
        boolean something = turn.told().outputTokens().orElse(0) > 0;
        return something || turn.shown() > 0
                ? (something ? turn.told().outputTokens() : OptionalLong.empty())
                : OptionalLong.of(0);
    }

    /** As it was reckoned when the answer ended, or else by the prices of today. */
    private static OptionalDouble reckoned(Asked turn, OptionalLong input, long output, Tariff tariff) {
        if (turn.estimated().dollars().isPresent()) {
            return turn.estimated().dollars();
        }
        return input.isPresent() && tariff.price().isPresent()
                ? OptionalDouble.of(tariff.price().get().of(input.getAsLong(), output))
                : OptionalDouble.empty();
    }

    void goneOnWith(Tariff tariff) {
        goneOnWith++;
        stopped(tariff);
    }

    void cutShort(double tokens, Tariff tariff) {
        cutShort += tokens;
        cutShortKnown++;
        if (tariff.stop() == Tariff.Stop.ENDS_IT && tariff.price().isPresent()) {
            saved += tariff.price().get().of(0, 1) * tokens;
            savedKnown++;
        }
        stopped(tariff);
    }

    void cutShortUnknown(Tariff tariff) {
        stopped(tariff);
    }

    private void stopped(Tariff tariff) {
        ranOn += tariff.stop() == Tariff.Stop.CHANGES_NOTHING ? 1 : 0;
    }

    public int turns() {
        int turns = 0;
        for (int count : endings.values()) {
            turns += count;
        }
        return turns;
    }

    public int count(Ending ending) {
        return endings.getOrDefault(ending, 0);
    }

    /** What was sent. */
    public TokenSum input() {
        return input;
    }

    /** What the models wrote. */
    public TokenSum output() {
        return output;
    }

    public CostSum cost() {
        return cost;
    }

    /** By how many tokens answers were cut short, as far as that can be judged: for {@link #cutShortKnown} of them. */
    public long cutShort() {
        return Math.round(cutShort);
    }

    public int cutShortKnown() {
        return cutShortKnown;
    }

    /** How many stopped answers were gone on with later: nothing was spared of their rest. */
    public int goneOnWith() {
        return goneOnWith;
    }

    /** What that would have cost in US dollars, as far as that can be judged: for {@link #savedKnown} of them. */
    public double saved() {
        return saved;
    }

    public int savedKnown() {
        return savedKnown;
    }

    /** How many were stopped where the whole answer may be billed all the same. */
    public int ranOn() {
        return ranOn;
    }
}
