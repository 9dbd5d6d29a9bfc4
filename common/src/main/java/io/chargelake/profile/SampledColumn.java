package io.chargelake.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** Values of one column, or made of several, of the sampled rows; a row that is there several times counts as often. */
final class SampledColumn {
    private final double[] sorted;

    /** Makes a value of a row; NaN where it can't. */
    interface Value {
        double of(RowSample.Sampled row);
    }

    private SampledColumn(double[] sorted) {
        this.sorted = sorted;
    }

    static SampledColumn of(List<RowSample.Sampled> rows, Value value) {
        var values = new ArrayList<Double>();
        for (RowSample.Sampled row : rows) {
            double v = value.of(row);
            for (long copy = 0; copy < row.copies() && Double.isFinite(v); copy++) {
                values.add(v);
            }
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new SampledColumn(sorted);
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    int size() {
        return sorted.length;
    }

    double[] sorted() {
        return sorted;
    }

    OptionalDouble median() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.at(sorted, 0.5));
    }

    OptionalDouble share(DoublePredicate condition) {
        return isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (double) DoubleStream.of(sorted).filter(condition).count() / sorted.length);
    }
}
