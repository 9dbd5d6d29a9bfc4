package io.chargelake.unit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Units of a file from its values. Units a thousand or a hundred apart leave a gap that no fleet fills: values on one side of it are
 * of one unit. Miles and kilometres are too near for that: what is known for certain of one file alone is that it is in kilometres.
 */
public final class UnitDetection {
    private static final double MOSTLY = 0.9;
    private static final double HALF = 0.5;
    /** A thrifty car in miles seems to need this; a loaded van in winter does. So more is no proof of miles, but less is one of km. */
    private static final double THRIFTY = 1.3;

    private static final double SOME_ARE_FAST = 0.02;

    /** Values up to {@code plainTo} are of the plain unit, values from {@code otherFrom} of the other; between them nothing is known. */
    private record Gap(String what, double plainTo, double otherFrom) {}

    private static final Gap CONSUMPTION = new Gap("energy per distance", 5, 20);
    private static final Gap BATTERY = new Gap("energy per full battery", 1_000, 2_500);
    private static final Gap CHARGED_AN_HOUR = new Gap("energy per hour", 50, 1_000);
    private static final Gap ENERGY = new Gap("energy", 150, 600);
    private static final Gap POWER = new Gap("power", 400, 1_000);
    private static final Gap POWER_AND_ENERGY = new Gap("power over energy per hour", 60, 300);

    /** Quantities that the file has no values of are left out. */
    public static Map<Quantity, Verdict> of(FileEvidence file) {
        var verdicts = new EnumMap<Quantity, Verdict>(Quantity.class);
        file.socUpToOne().ifPresent(share -> verdicts.put(Quantity.SOC, soc(share)));
        if (file.energy().isPresent()) {
            verdicts.put(Quantity.ENERGY, energy(file, verdicts.get(Quantity.SOC)));
        }
        if (file.power().isPresent()) {
            verdicts.put(Quantity.POWER, power(file, verdicts.get(Quantity.ENERGY)));
        }
        if (file.fast().isPresent()) {
            verdicts.put(Quantity.DISTANCE, distance(file, verdicts.get(Quantity.ENERGY)));
        }
        return verdicts;
    }

    private static Verdict soc(double upToOne) {
        String because = String.format(Locale.ROOT, "%.0f %% of the values are at most 1", 100 * upToOne);
        if (upToOne >= MOSTLY) {
            return Verdict.detected(Unit.FRACTION, because);
        }
        return upToOne <= HALF ? Verdict.detected(Unit.PERCENT, because) : Verdict.assumed(Quantity.SOC, because);
    }

    private static Verdict energy(FileEvidence file, Verdict soc) {
        var evidence = new ArrayList<Verdict>();
        weigh(CONSUMPTION, Unit.WH, file.energyPerDistance(), evidence);
        if (soc != null && !soc.isAssumed()) {
            double scale = soc.unit() == Unit.PERCENT ? 100 : 1;
            weigh(BATTERY, Unit.WH, times(file.energyPerSoc(), scale), evidence);
        }
        if (file.energyPerDistance().isEmpty()) {
            weigh(CHARGED_AN_HOUR, Unit.WH, file.energyPerHour(), evidence);
        }
        return agreed(evidence).orElseGet(() -> {
            var weak = new ArrayList<Verdict>();
            weigh(ENERGY, Unit.WH, evidence.isEmpty() ? file.energy() : OptionalDouble.empty(), weak);
            return agreed(weak).orElse(Verdict.assumed(Quantity.ENERGY, contradiction(evidence)));
        });
    }

    private static Verdict power(FileEvidence file, Verdict energy) {
        var evidence = new ArrayList<Verdict>();
        weigh(POWER, Unit.W, file.power(), evidence);
        if (energy != null && !energy.isAssumed() && file.energyPerHour().isPresent()) {
            double kw = energy.unit().toPlain(file.energyPerHour().getAsDouble());
            weigh(POWER_AND_ENERGY, Unit.W, kw > 0 ? times(file.power(), 1 / kw) : OptionalDouble.empty(), evidence);
        }
        return agreed(evidence).orElse(Verdict.assumed(Quantity.POWER, contradiction(evidence)));
    }

    private static Verdict distance(FileEvidence file, Verdict energy) {
        if (file.fast().getAsDouble() > SOME_ARE_FAST) {
            return Verdict.detected(
                    Unit.KM,
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the drives are faster than %.0f an hour",
                            100 * file.fast().getAsDouble(),
                            CommonCar.FAST));
        }
        if (file.thirst().isEmpty() || energy == null || energy.isAssumed()) {
            return Verdict.assumed(Quantity.DISTANCE, "no energy to hold the distance against");
        }
        double thirst = energy.unit().toPlain(file.thirst().getAsDouble());
        String because = String.format(Locale.ROOT, "as km, %.2f times what a common car needs", thirst);
        return thirst <= THRIFTY
                ? Verdict.detected(Unit.KM, because)
                : Verdict.assumed(Quantity.DISTANCE, because + ": perhaps miles");
    }

    private static void weigh(Gap gap, Unit other, OptionalDouble median, List<Verdict> evidence) {
        if (median.isEmpty() || !(median.getAsDouble() > 0)) {
            return;
        }
        double value = median.getAsDouble();
        String because = String.format(Locale.ROOT, "median of %s %.4g", gap.what, value);
        if (value <= gap.plainTo) {
            evidence.add(Verdict.detected(other.quantity().plain(), because));
        } else if (value >= gap.otherFrom) {
            evidence.add(Verdict.detected(other, because));
        }
    }

    /** What all evidence says; empty where there is none, or where it contradicts itself. */
    private static Optional<Verdict> agreed(List<Verdict> evidence) {
        boolean agree = evidence.stream().map(Verdict::unit).distinct().count() == 1;
        return agree ? Optional.of(evidence.get(0)) : Optional.empty();
    }

    private static String contradiction(List<Verdict> evidence) {
        return evidence.isEmpty()
                ? "too few values"
                : "contradicting: " + evidence.get(0).because() + ", but "
                        + evidence.get(evidence.size() - 1).because();
    }

    private static OptionalDouble times(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    private UnitDetection() {}
}
