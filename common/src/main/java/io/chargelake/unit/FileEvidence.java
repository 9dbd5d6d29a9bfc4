package io.chargelake.unit;

import java.util.OptionalDouble;

/**
 * What the numbers of one file say together, as they are written in it. Medians are of rows that have all values needed; empty
 * where there are none.
 *
 * @param socUpToOne share of SOC values above 0 that are at most 1
 * @param energy median energy of a row
 * @param energyPerSoc median of energy over change of SOC
 * @param energyPerHour median of energy over the row's duration
 * @param power median power
 * @param energyPerDistance median
 * @param thirst median of {@link CommonCar#thirst}, of drives not slow, had energy and distance been written in plain units
 * @param fast share of drives of more than {@link CommonCar#FAST} distances an hour
 */
public record FileEvidence(
        OptionalDouble socUpToOne,
        OptionalDouble energy,
        OptionalDouble energyPerSoc,
        OptionalDouble energyPerHour,
        OptionalDouble power,
        OptionalDouble energyPerDistance,
        OptionalDouble thirst,
        OptionalDouble fast) {}
