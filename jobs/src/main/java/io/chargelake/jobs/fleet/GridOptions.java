package io.chargelake.jobs.fleet;

import io.chargelake.energy.grid.QualityLimits;
import io.chargelake.energy.study.GridInputs;
import io.chargelake.jobs.lake.UserError;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What power quality rests on, beside plans. */
final class GridOptions {
    private static final double PERCENT = 100;

    @Option(
            names = "--quality",
            defaultValue = "slots",
            description =
                    "power quality that is written: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}); worst: of each site and figure the worst slot")
    GridDetail detail;

    @Option(
            names = "--thd-limit",
            paramLabel = "PERCENT",
            description =
                    "limit of voltage distortion at all levels, e.g. 5 (default: IEEE 519, 8 %% up to 1 kV, 5 %% up to 69 kV)")
    Optional<Double> thdLimit = Optional.empty();

    @Option(
            names = "--charger-power-factor",
            defaultValue = "0.99",
            paramLabel = "COS",
            description = "displacement of chargers (default ${DEFAULT-VALUE})")
    double chargerPowerFactor;

    @Option(
            names = "--base-power-factor",
            defaultValue = "0.95",
            paramLabel = "COS",
            description = "displacement of what sites draw apart from vehicles (default ${DEFAULT-VALUE})")
    double basePowerFactor;

    @Option(
            names = "--r-over-x",
            defaultValue = "0.3",
            paramLabel = "RATIO",
            description = "resistance over reactance of the grid before a site (default ${DEFAULT-VALUE})")
    double resistanceOverReactance;

    @Option(
            names = "--ambient",
            defaultValue = "20",
            paramLabel = "CELSIUS",
            description = "air around transformers (default ${DEFAULT-VALUE})")
    double ambientCelsius;

    @Option(
            names = "--system-mw-per-hz",
            defaultValue = "0",
            paramLabel = "MW",
            description = "how stiff the whole system is, for frequency (default: not known, and frequency neither)")
    double systemMwPerHz;

    GridInputs inputs() {
        if (thdLimit.isPresent() && !(thdLimit.get() > 0)) {
            throw UserError.usage("Cannot use --thd-limit " + thdLimit.get() + ": a limit is above 0 %");
        }
        QualityLimits limits = thdLimit.map(percent -> QualityLimits.IEEE_519.withDistortion(percent / PERCENT))
                .orElse(QualityLimits.IEEE_519);
        try {
            return new GridInputs(
                    limits,
                    GridInputs.standard(limits).spectra(),
                    chargerPowerFactor,
                    basePowerFactor,
                    resistanceOverReactance,
                    ambientCelsius,
                    systemMwPerHz);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage()
                    + " (--charger-power-factor, --base-power-factor, --r-over-x, --ambient, --system-mw-per-hz)");
        }
    }
}
