package dev.belay.bench;

import java.util.List;

/**
 * A figure of the table, as text.
 *
 * @param what the figure
 * @param reference what it is compared with
 * @param ours our median, least and greatest
 * @param theirs the reference's median
 * @param ratio ours to theirs, or the percentile that a goal is set for
 * @param goal what is promised
 * @param reached yes, no, or nothing where no goal is set
 * @param runs how often it was measured
 */
record Row(
        String what,
        String reference,
        String ours,
        String theirs,
        String ratio,
        String goal,
        String reached,
        String runs) {

    static final String NONE = "-";

    /** Taken in turns with a reference; a goal of nought is none. */
    static Row compared(String what, Pairs pairs, double goal) {
        double ratio = Sample.ratio(pairs.ours(), pairs.theirs());
        return new Row(
                what,
                pairs.reference(),
                spread(Sample.of(pairs.ours()), "ms"),
                "%.1f ms".formatted(Sample.of(pairs.theirs()).median()),
                "%.2f x".formatted(ratio),
                goal == 0 ? NONE : "<= %s x".formatted(plain(goal)),
                goal == 0 ? NONE : yesNo(ratio <= goal),
                pairs.ours().size() + " pairs");
    }

    /** A delay of which the median and the 95th percentile are promised. */
    static Row delay(String what, List<Double> millis, double goal50, double goal95) {
        Sample sample = Sample.of(millis);
        boolean reached = sample.median() <= goal50 && sample.percentile(95) <= goal95;
        return new Row(
                what,
                NONE,
                spread(sample, "ms"),
                NONE,
                "p95 %.2f ms".formatted(sample.percentile(95)),
                "p50 <= %s, p95 <= %s ms".formatted(plain(goal50), plain(goal95)),
                yesNo(reached),
                Integer.toString(sample.count()));
    }

    /** Peak memory; a goal of nought is none. */
    static Row memory(String what, List<Double> mebibytes, double goal) {
        Sample sample = Sample.of(mebibytes);
        return new Row(
                what,
                NONE,
                spread(sample, "MiB"),
                NONE,
                NONE,
                goal == 0 ? NONE : "<= %s MiB".formatted(plain(goal)),
                goal == 0 ? NONE : yesNo(sample.median() <= goal),
                Integer.toString(sample.count()));
    }

    /** Something of which one value is promised; a goal of nought is none. */
    static Row atMost(String what, List<Double> values, String unit, double judged, double goal) {
        return new Row(
                what,
                NONE,
                spread(Sample.of(values), unit),
                NONE,
                NONE,
                goal == 0 ? NONE : "<= %s %s".formatted(plain(goal), unit),
                goal == 0 ? NONE : yesNo(judged <= goal),
                Integer.toString(values.size()));
    }

    static Row skipped(String what, String why) {
        return new Row(what, NONE, "not measured: " + why, NONE, NONE, NONE, NONE, "0");
    }

    static String yesNo(boolean reached) {
        return reached ? "yes" : "NO";
    }

    private static String spread(Sample sample, String unit) {
        String form = sample.median() < 10 ? "%.2f (%.2f..%.2f) %s" : "%.1f (%.1f..%.1f) %s";
        return form.formatted(sample.median(), sample.min(), sample.max(), unit);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    List<String> cells() {
        return List.of(what, reference, ours, theirs, ratio, goal, reached, runs);
    }
}
