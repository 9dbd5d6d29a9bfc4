package io.chargelake.forecast;

import java.util.Arrays;

/** What the hours that are learnt from say of one series: its size, its habits, its profile. A series that never changes has the scale 1. */
final class SeriesScale {
    private static final int HOURS = 24;
    private static final int WEEK = 168;

    /** Hours of a day kind count as much as so many of its own in a profile: short slices have few. */
    private static final double SHRINK = 4;

    final double mean;
    final double deviation;
    final double zeroShare;
    final double sameShare;
    final double step;
    final double least;
    private final double[] hour = new double[HOURS];
    private final double[][] hourOfKind = new double[2][HOURS];
    private final double[] hourOfWeek = new double[WEEK];

    SeriesScale(HourlySeries of, int series, int to) {
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        int n = 0;
        int zero = 0;
        for (int t = 0; t < to; t++) {
            double value = of.value(series, t);
            if (!Double.isNaN(value)) {
                sum += value;
                low = Math.min(low, value);
                n++;
                zero += value == 0 ? 1 : 0;
            }
        }
        mean = n == 0 ? 0 : sum / n;
        least = n == 0 ? 0 : low;
        zeroShare = n == 0 ? 0 : (double) zero / n;
        deviation = deviation(of, series, to, mean);
        int pairs = 0;
        int same = 0;
        double steps = 0;
        for (int t = 1; t < to; t++) {
            double change = of.value(series, t) - of.value(series, t - 1);
            if (!Double.isNaN(change)) {
                pairs++;
                same += change == 0 ? 1 : 0;
                steps += Math.abs(change);
            }
        }
        sameShare = pairs == 0 ? 1 : (double) same / pairs;
        step = pairs == 0 ? 0 : steps / pairs / deviation;
        profile(of, series, to);
    }

    private static double deviation(HourlySeries of, int series, int to, double mean) {
        double squares = 0;
        int n = 0;
        for (int t = 0; t < to; t++) {
            double off = of.value(series, t) - mean;
            if (!Double.isNaN(off)) {
                squares += off * off;
                n++;
            }
        }
        double deviation = n == 0 ? 0 : Math.sqrt(squares / n);
        return deviation > 1e-9 * Math.max(1, Math.abs(mean)) ? deviation : 1; // below it is what rounding leaves
    }

    private void profile(HourlySeries of, int series, int to) {
        double[] weight = new double[HOURS];
        double[][] weightOfKind = new double[2][HOURS];
        double[] weightOfWeek = new double[WEEK];
        for (int t = 0; t < to; t++) {
            double z = standard(of.value(series, t));
            if (!Double.isNaN(z)) {
                int h = of.hourOfDay(t);
                int kind = of.isWeekend(t) ? 1 : 0;
                hour[h] += z;
                weight[h]++;
                hourOfKind[kind][h] += z;
                weightOfKind[kind][h]++;
                hourOfWeek[of.hourOfWeek(t)] += z;
                weightOfWeek[of.hourOfWeek(t)]++;
            }
        }
        for (int h = 0; h < HOURS; h++) {
            hour[h] = weight[h] == 0 ? 0 : hour[h] / weight[h];
            for (int kind = 0; kind < 2; kind++) {
                hourOfKind[kind][h] = (hourOfKind[kind][h] + SHRINK * hour[h]) / (weightOfKind[kind][h] + SHRINK);
            }
        }
        Arrays.setAll(hourOfWeek, w -> weightOfWeek[w] == 0 ? hour[w % HOURS] : hourOfWeek[w] / weightOfWeek[w]);
    }

    double standard(double value) {
        return (value - mean) / deviation;
    }

    double hour(int hourOfDay) {
        return hour[hourOfDay];
    }

    double hour(int hourOfDay, boolean weekend) {
        return hourOfKind[weekend ? 1 : 0][hourOfDay];
    }

    /** The mean of this hour of the week, in the series' own unit. */
    double profile(int week) {
        return mean + deviation * hourOfWeek[week];
    }
}
