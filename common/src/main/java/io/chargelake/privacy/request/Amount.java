package io.chargelake.privacy.request;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number: what may be told of it, and how fine.
 *
 * @param roundings the statistics that may leave, each with its finest rounding
 * @param thresholds by which records may be chosen; none where they may not
 */
public record Amount(
        String name, String unit, String meaning, Map<Statistic, BigDecimal> roundings, Optional<Thresholds> thresholds)
        implements ListedColumn {

    public Amount {
        var copy = new EnumMap<Statistic, BigDecimal>(Statistic.class);
        copy.putAll(roundings);
        if (copy.values().stream().anyMatch(base -> base.signum() <= 0)) {
            throw new IllegalArgumentException("Cannot list " + name + ": a rounding is not positive");
        }
        roundings = Collections.unmodifiableMap(copy);
    }

    public static Amount of(String name, String unit, String meaning) {
        return new Amount(name, unit, meaning, Map.of(), Optional.empty());
    }

    public Amount sums(String rounding) {
        return with(rounding, Statistic.SUM);
    }

    public Amount means(String rounding) {
        return with(rounding, Statistic.MEAN);
    }

    public Amount quantiles(String rounding) {
        return with(rounding, Statistic.P10, Statistic.P50, Statistic.P90);
    }

    /** Of single records, in pseudonymised extracts. */
    public Amount values(String rounding) {
        return with(rounding, Statistic.VALUE);
    }

    public Amount thresholds(String step, String last) {
        var steps = new Thresholds(new BigDecimal(step), new BigDecimal(last));
        return new Amount(name, unit, meaning, roundings, Optional.of(steps));
    }

    private Amount with(String rounding, Statistic... statistics) {
        Map<Statistic, BigDecimal> more = new EnumMap<>(Statistic.class);
        more.putAll(roundings);
        for (Statistic statistic : statistics) {
            more.put(statistic, new BigDecimal(rounding));
        }
        return new Amount(name, unit, meaning, more, thresholds);
    }
}
