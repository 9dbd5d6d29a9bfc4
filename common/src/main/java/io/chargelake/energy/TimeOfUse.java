package io.chargelake.energy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Prices by the local clock, the same every day; where periods overlap the first one counts. A slot that a border cuts costs
 * the mean of its minutes. An hour the clock skips is never charged, one that it repeats is charged twice.
 */
public record TimeOfUse(ZoneId zone, List<Period> periods, double otherwise) implements Prices {
    private static final int MINUTE_S = 60;

    /** @param to exclusive; before {@code from} for a period over midnight, equal to it for the whole day */
    public record Period(String name, LocalTime from, LocalTime to, double price) {
        public Period {
            Checks.named(name, "the period's name");
            Checks.finite(new double[] {price}, "the price of period " + name);
        }

        boolean holds(LocalTime time) {
            boolean isAfterStart = !time.isBefore(from);
            boolean isBeforeEnd = time.isBefore(to);
            return from.isBefore(to) ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd;
        }
    }

    public TimeOfUse {
        periods = List.copyOf(periods);
        Checks.finite(new double[] {otherwise}, "the price outside of all periods");
    }

    @Override
    public double[] over(Horizon horizon) {
        double[] prices = new double[horizon.slots()];
        for (int slot = 0; slot < prices.length; slot++) {
            prices[slot] = mean(horizon.slotStartS(slot), horizon.slotStartS(slot + 1));
        }
        return prices;
    }

    /** Where the slot costs at least what the dearest period does. */
    @Override
    public boolean[] peak(Horizon horizon) {
        double dearest = periods.stream().mapToDouble(Period::price).reduce(otherwise, Math::max);
        double cheapest = periods.stream().mapToDouble(Period::price).reduce(otherwise, Math::min);
        double[] prices = over(horizon);
        boolean[] peak = new boolean[prices.length];
        for (int slot = 0; slot < prices.length; slot++) {
            peak[slot] = dearest > cheapest && prices[slot] >= dearest;
        }
        return peak;
    }

    private double mean(long fromS, long toS) {
        double first = at(fromS);
        boolean isCut = false;
        double sum = 0;
        for (long second = fromS; second < toS; second += MINUTE_S) {
            double price = at(second);
            isCut |= price != first;
            sum += price * Math.min(MINUTE_S, toS - second);
        }
        return isCut ? sum / (toS - fromS) : first;
    }

    private double at(long second) {
        LocalTime time = Instant.ofEpochSecond(second).atZone(zone).toLocalTime();
        for (Period period : periods) {
            if (period.holds(time)) {
                return period.price();
            }
        }
        return otherwise;
    }
}
