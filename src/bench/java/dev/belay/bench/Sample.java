package dev.belay.bench;

import java.util.Arrays;
import java.util.List;

/** Measured values, sorted. */
record Sample(double[] values) {

    static Sample of(List<Double> values) {
        return new Sample(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    int count() {
        return values.length;
    }

    double median() {
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /** The smallest value that so many per cent of all do not exceed. */
    double percentile(int percent) {
        return values[(int) Math.ceil(values.length * percent / 100.0) - 1];
    }

    double min() {
        return values[0];
    }

    double max() {
        return values[values.length - 1];
    }

    /** Of two samples taken in turns: the median of each pair's ratio, which load of the machine moves least. */
    static double ratio(List<Double> ours, List<Double> theirs) {
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, i -> ours.get(i) / theirs.get(i));
        Arrays.sort(ratios);
        return new Sample(ratios).median();
    }
}
