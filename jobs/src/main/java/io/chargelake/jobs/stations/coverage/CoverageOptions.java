package io.chargelake.jobs.stations.coverage;

import io.chargelake.geo.Cells;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is weighed in which cells, and what is fast: options of the jobs that look for what is far from chargers. */
final class CoverageOptions {
    @Option(
            names = "--weights",
            paramLabel = "URI",
            description =
                    "file of people or traffic: CSV or Parquet with weight and cell, or latitude and longitude (default: sessions of the lake, else stations)")
    Optional<String> weights = Optional.empty();

    @Option(
            names = "--resolution",
            defaultValue = "7",
            paramLabel = "R",
            description = "of the H3 cells, 0 to 15; 7 is 5 km2, 8 is 0.7 (default ${DEFAULT-VALUE})")
    int resolution;

    @Option(
            names = "--fast-kw",
            defaultValue = "50",
            paramLabel = "KW",
            description = "a station is fast from this power on (default ${DEFAULT-VALUE})")
    double fastKw;

    void requireUsable() {
        if (resolution < 0 || resolution > Cells.FINEST) {
            throw UserError.usage("Cannot use --resolution " + resolution + ": H3 has 0 (coarse) to 15 (fine)");
        }
        requirePositive("--fast-kw", fastKw);
    }

    static void requirePositive(String option, double value) {
        if (!(value > 0)) {
            throw UserError.usage("Cannot use " + option + " " + value + ": it is above 0");
        }
    }

    Demand demand(Run run) {
        return Demand.of(run, weights, resolution);
    }

    Chargers chargers(Run run, Need need) {
        return Chargers.of(run, need, fastKw);
    }
}
