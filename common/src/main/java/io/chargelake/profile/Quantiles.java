package io.chargelake.profile;

import java.util.List;
import java.util.stream.DoubleStream;

/** Values of which a known share is not greater, by the sampled rows. */
public record Quantiles(double p05, double p25, double p50, double p75, double p95) {

    /** @param sorted at least one */
    static Quantiles of(double[] sorted) {
        return new Quantiles(at(sorted, 0.05), at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), at(sorted, 0.95));
    }

    /** The least value that at least this share of the values does not exceed. */
    static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    public List<Double> all() {
        return DoubleStream.of(p05, p25, p50, p75, p95).boxed().toList();
    }
}
