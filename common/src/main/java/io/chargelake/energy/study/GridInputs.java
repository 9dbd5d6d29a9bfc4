package io.chargelake.energy.study;

import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.grid.QualityLimits;
import io.chargelake.energy.grid.Spectrum;
import java.io.Serializable;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What figures of power quality rest on, beside the load.
 *
 * @param spectra harmonic currents by class of charger
 * @param chargerPowerFactor displacement of chargers
 * @param basePowerFactor of what a site draws apart from vehicles
 * @param resistanceOverReactance of the grid before a site
 * @param ambientCelsius the air around transformers
 * @param systemMwPerHz how stiff the whole system is; 0 where nobody says
 */
public record GridInputs(
        QualityLimits limits,
        Map<ChargerClass, Spectrum> spectra,
        double chargerPowerFactor,
        double basePowerFactor,
        double resistanceOverReactance,
        double ambientCelsius,
        double systemMwPerHz)
        implements Serializable {

    /** The most that product standards let a charger emit: no charger that is allowed is worse. */
    public static final Spectrum UP_TO_16_A = new Spectrum(
            "class-a",
            "limits of IEC 61000-3-2 class A, of 16 A",
            Map.of(3, 2.30 / 16, 5, 1.14 / 16, 7, 0.77 / 16, 9, 0.40 / 16, 11, 0.33 / 16, 13, 0.21 / 16));

    public static final Spectrum THREE_PHASE = new Spectrum(
            "three-phase",
            "limits of IEC 61000-3-12 for balanced three-phase equipment, R_sce 33",
            Map.of(5, 0.107, 7, 0.072, 11, 0.031, 13, 0.020));

    public GridInputs {
        spectra = Map.copyOf(spectra);
        for (ChargerClass type : ChargerClass.values()) {
            if (!spectra.containsKey(type)) {
                throw new IllegalArgumentException(
                        "Cannot tell power quality: the harmonics of " + type + " chargers are missing");
            }
        }
        requirePowerFactor(chargerPowerFactor, "chargers");
        requirePowerFactor(basePowerFactor, "the sites' other load");
        if (!(resistanceOverReactance >= 0)
                || Double.isInfinite(resistanceOverReactance)
                || !Double.isFinite(ambientCelsius)
                || !(systemMwPerHz >= 0)) {
            throw new IllegalArgumentException("Cannot tell power quality by R/X " + resistanceOverReactance + ", "
                    + ambientCelsius + " degrees and " + systemMwPerHz
                    + " MW/Hz: allowed are numbers from 0 up, and a temperature");
        }
    }

    private static void requirePowerFactor(double factor, String of) {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("Cannot tell power quality by a power factor of " + factor + " of " + of
                    + ": allowed is above 0 to 1");
        }
    }

    public static GridInputs standard(QualityLimits limits) {
        Map<ChargerClass, Spectrum> spectra = Map.of(
                ChargerClass.AC, UP_TO_16_A, ChargerClass.DC_FAST, THREE_PHASE, ChargerClass.DC_ULTRA, THREE_PHASE);
        return new GridInputs(limits, spectra, 0.99, 0.95, 0.3, 20, 0);
    }

    OptionalDouble stiffness() {
        return systemMwPerHz > 0 ? OptionalDouble.of(systemMwPerHz) : OptionalDouble.empty();
    }

    /** As people read it beside a figure. */
    public String words() {
        StringBuilder words = new StringBuilder();
        words.append("power factor of chargers ").append(chargerPowerFactor);
        words.append(", of other load ").append(basePowerFactor);
        words.append("; R/X ").append(resistanceOverReactance);
        words.append("; air ").append(ambientCelsius).append(" °C");
        words.append("; harmonics:");
        spectra.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> words.append(' ')
                .append(e.getKey())
                .append(" as ")
                .append(e.getValue().source())
                .append(';'));
        words.append(systemMwPerHz > 0 ? " system " + systemMwPerHz + " MW/Hz" : " system not known");
        return words.toString();
    }
}
