package io.chargelake.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Intervals by what errors were on a slice that the model had not seen (split conformal), each hour of the day for itself: of n errors the
 * one of rank ceil(0.9 (n + 1)) is the upper end, and likewise below.
 */
final class Intervals {
    private static final int HOURS = 24;
    private static final double TAIL = 0.1;

    /** With fewer an hour takes the errors of all hours. */
    private static final int ENOUGH = 50;

    private final double[] low = new double[HOURS];
    private final double[] high = new double[HOURS];

    private Intervals() {}

    /** @param hours of the day, and {@code errors} truth less forecast, by the scale of each series */
    Intervals(int[] hours, double[] errors) {
        double[] all = errors.clone();
        Arrays.sort(all);
        List<List<Double>> byHour = new ArrayList<>();
        for (int h = 0; h < HOURS; h++) {
            byHour.add(new ArrayList<>());
        }
        for (int i = 0; i < errors.length; i++) {
            byHour.get(hours[i]).add(errors[i]);
        }
        for (int h = 0; h < HOURS; h++) {
            double[] own = byHour.get(h).stream().mapToDouble(e -> e).sorted().toArray();
            double[] sorted = own.length >= ENOUGH ? own : all;
            low[h] = ranked(sorted, (int) Math.floor(TAIL * (sorted.length + 1)));
            high[h] = ranked(sorted, (int) Math.ceil((1 - TAIL) * (sorted.length + 1)));
        }
    }

    private static double ranked(double[] sorted, int rank) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    double low(int hour) {
        return low[hour];
    }

    double high(int hour) {
        return high[hour];
    }

    void write(DataOutput out) throws IOException {
        for (int h = 0; h < HOURS; h++) {
            out.writeDouble(low[h]);
            out.writeDouble(high[h]);
        }
    }

    static Intervals read(DataInput in) throws IOException {
        var intervals = new Intervals();
        for (int h = 0; h < HOURS; h++) {
            intervals.low[h] = in.readDouble();
            intervals.high[h] = in.readDouble();
        }
        return intervals;
    }
}
