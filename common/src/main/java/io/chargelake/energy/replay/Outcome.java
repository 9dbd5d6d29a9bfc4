package io.chargelake.energy.replay;

import java.util.List;

/**
 * What became of a plan.
 *
 * @param socPercentiles at departure: 5th, 25th, 50th, 75th and 95th; empty without stays
 */
public record Outcome(
        Energy energy, Bill bill, Load load, Service service, List<Double> socPercentiles, List<Breach> breaches) {

    public Outcome {
        socPercentiles = List.copyOf(socPercentiles);
        breaches = List.copyOf(breaches);
    }
}
