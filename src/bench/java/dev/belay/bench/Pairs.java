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
}
