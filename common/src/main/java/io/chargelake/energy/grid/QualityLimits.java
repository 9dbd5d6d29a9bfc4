package io.chargelake.energy.grid;

import java.io.Serializable;
import java.util.List;

/**
 * What a standard allows.
 *
 * @param voltageBand how far voltage may be off its nominal value, as a share
 * @param distortion of the voltage, by voltage level from the lowest up
 */
public record QualityLimits(
        String standard,
        double voltageBand,
        List<Distortion> distortion,
        double powerFactor,
        double unbalance,
        double frequencyHz)
        implements Serializable {

    /** Up to so many kV. */
    public record Distortion(double kilovolts, double share) implements Serializable {}

    /** Voltage distortion of IEEE 519-2022, the rest as grid operators ask. */
    public static final QualityLimits IEEE_519 = new QualityLimits(
            "IEEE 519",
            0.05,
            List.of(new Distortion(1, 0.08), new Distortion(69, 0.05), new Distortion(161, 0.025)),
            0.95,
            0.03,
            0.1);

    public QualityLimits {
        distortion = List.copyOf(distortion);
    }

    /** The same distortion at all voltages, where an operator is stricter. */
    public QualityLimits withDistortion(double share) {
        Distortion everywhere = new Distortion(Double.POSITIVE_INFINITY, share);
        return new QualityLimits(standard, voltageBand, List.of(everywhere), powerFactor, unbalance, frequencyHz);
    }

    /** NaN where the standard says nothing. */
    public double distortion(double kilovolts) {
        return distortion.stream()
                .filter(limit -> kilovolts <= limit.kilovolts())
                .mapToDouble(Distortion::share)
                .findFirst()
                .orElse(Double.NaN);
    }
}
