package io.chargelake.energy.grid;

import java.util.OptionalDouble;

/** Figures of power quality, each with its limit. */
public final class Readings {
    private final QualityLimits limits;
    private final double kilovolts;

    public Readings(QualityLimits limits, double kilovolts) {
        this.limits = limits;
        this.kilovolts = kilovolts;
    }

    /** @param share of the nominal voltage */
    public Reading voltage(double share) {
        return new Reading(Metric.VOLTAGE_DEVIATION, Math.abs(share - 1), limits.voltageBand());
    }

    public Reading voltageDistortion(Harmonics harmonics, double ohm, double reactanceOhm) {
        return new Reading(
                Metric.THD_VOLTAGE,
                harmonics.voltageDistortion(ohm, reactanceOhm, kilovolts),
                limits.distortion(kilovolts));
    }

    /** {@code P / sqrt(P^2 + Q^2 + D^2)}; 1 where nothing flows. */
    public Reading powerFactor(double kw, double kvar, double distortionKva) {
        double apparent = Math.sqrt(kw * kw + kvar * kvar + distortionKva * distortionKva);
        double factor = apparent == 0 ? 1 : Math.abs(kw) / apparent;
        return new Reading(Metric.POWER_FACTOR, factor, limits.powerFactor());
    }

    public Reading transformerLoading(double share) {
        return new Reading(Metric.TRANSFORMER_LOADING, share, 1);
    }

    public Reading transformerAgeing(double hotSpotCelsius) {
        return new Reading(Metric.TRANSFORMER_AGEING, Transformer.ageing(hotSpotCelsius), Double.NaN);
    }

    public Reading demandDistortion(double share) {
        return new Reading(Metric.TDD_CURRENT, share, Double.NaN);
    }

    /**
     * Of three single-phase loads behind a line of the same impedance on each conductor: the negative over the positive sequence
     * of the voltages they leave.
     */
    public Reading unbalance(double[] kwOfPhase, double ohm, double reactanceOhm) {
        double volts = kilovolts * 1_000 / Math.sqrt(3);
        double[] re = new double[3];
        double[] im = new double[3];
        for (int phase = 0; phase < 3; phase++) {
            double amperes = kwOfPhase[phase] * 1_000 / volts;
            double angle = -2 * Math.PI * phase / 3;
            double left = volts - ohm * amperes;
            double across = -reactanceOhm * amperes;
            re[phase] = left * Math.cos(angle) - across * Math.sin(angle);
            im[phase] = left * Math.sin(angle) + across * Math.cos(angle);
        }
        double share = sequence(re, im, -1) / sequence(re, im, 1);
        return new Reading(Metric.UNBALANCE, share, limits.unbalance());
    }

    private static double sequence(double[] re, double[] im, int sign) {
        double sumRe = 0;
        double sumIm = 0;
        for (int phase = 0; phase < 3; phase++) {
            double angle = sign * 2 * Math.PI * phase / 3;
            sumRe += re[phase] * Math.cos(angle) - im[phase] * Math.sin(angle);
            sumIm += re[phase] * Math.sin(angle) + im[phase] * Math.cos(angle);
        }
        return Math.hypot(sumRe, sumIm) / 3;
    }

    /** @param systemMwPerHz how stiff the whole system is; without it one site tells nothing about frequency */
    public Reading frequency(double kw, OptionalDouble systemMwPerHz) {
        double deviation = systemMwPerHz.isPresent() ? Math.abs(kw / 1_000 / systemMwPerHz.getAsDouble()) : Double.NaN;
        return new Reading(Metric.FREQUENCY_DEVIATION_HZ, deviation, limits.frequencyHz());
    }
}
