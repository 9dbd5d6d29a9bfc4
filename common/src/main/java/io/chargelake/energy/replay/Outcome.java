package io.chargelake.energy.replay;

import java.util.List;

/**
 * What became of a plan.
 *
 * @param departureSocs of each stay, as shares of the battery, from the lowest on
 */
public record Outcome(
        Energy energy, Bill bill, Load load, Service service, List<Double> departureSocs, List<Breach> breaches) {

    public Outcome {
        departureSocs = departureSocs.stream().sorted().toList();
        breaches = List.copyOf(breaches);
    }

    /** By the nearest rank; NaN without stays. */
    public double socPercentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * departureSocs.size());
        return departureSocs.isEmpty() ? Double.NaN : departureSocs.get(Math.max(0, rank - 1));
    }
}
