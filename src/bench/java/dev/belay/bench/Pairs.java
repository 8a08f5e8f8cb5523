package dev.belay.bench;

import java.util.ArrayList;
import java.util.List;

/** Two programs measured in turns, so that the machine's other work meets both. */
record Pairs(String reference, List<Double> ours, List<Double> theirs) {

    /** Something that takes milliseconds. */
    interface Measured {
        double run() throws Exception;
    }

    static Pairs taken(int warmUps, int count, Measured ours, String reference, Measured theirs) throws Exception {
        Pairs pairs = new Pairs(reference, new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < warmUps; i++) {
            ours.run();
            theirs.run();
        }
        for (int i = 0; i < count; i++) {
            pairs.ours.add(ours.run());
            pairs.theirs.add(theirs.run());
        }
        return pairs;
    }

    /** The least times compared: what is left when the machine's other work is taken away. */
    String least(String what) {
        double least = Sample.of(ours).min();
        double others = Sample.of(theirs).min();
        return "%s: the least times are %.1f and %.1f ms, %.2f x".formatted(what, least, others, least / others);
    }
}
