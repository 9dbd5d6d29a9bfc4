package io.chargelake.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Windows of several series: where each begins, and which series it is of. Only those whose hours and label were all observed. */
record Windows(int lookback, int horizon, int[] series, int[] start) {

    int count() {
        return start.length;
    }

    /** The last hour that may be known. */
    int origin(int window) {
        return start[window] + lookback - 1;
    }

    int label(int window) {
        return origin(window) + horizon;
    }

    /**
     * Windows that begin from {@code from} on, and whose label lies before {@code to}; the last of them is left out, as the protocol's
     * authors do.
     */
    static Windows between(HourlySeries of, int from, int to, int lookback, int horizon) {
        int last = Math.min(to, of.hours()) - lookback - horizon;
        int most = Math.max(0, last - from) * of.series();
        int[] series = new int[most];
        int[] start = new int[most];
        int n = 0;
        for (int begin = from; begin < last; begin++) {
            for (int s = 0; s < of.series(); s++) {
                if (of.isWhole(s, begin, begin + lookback)
                        && !Double.isNaN(of.value(s, begin + lookback + horizon - 1))) {
                    series[n] = s;
                    start[n++] = begin;
                }
            }
        }
        return new Windows(lookback, horizon, Arrays.copyOf(series, n), Arrays.copyOf(start, n));
    }

    /** At most so many of them, drawn without regard to what they hold. */
    Windows sample(int most, long seed) {
        if (count() <= most) {
            return this;
        }
        var random = new SplittableRandom(seed);
        double share = (double) most / count();
        int[] kept = IntStream.range(0, count())
                .filter(i -> random.nextDouble() < share)
                .toArray();
        return new Windows(
                lookback,
                horizon,
                Arrays.stream(kept).map(i -> series[i]).toArray(),
                Arrays.stream(kept).map(i -> start[i]).toArray());
    }

    double[] labels(HourlySeries of) {
        return IntStream.range(0, count())
                .mapToDouble(i -> of.value(series[i], label(i)))
                .toArray();
    }
}
