package io.chargelake.jobs.stations.coverage;

import io.chargelake.geo.Cells;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.CoverageGap;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.text.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Weights and the register to the cells that are too far from a charger. */
@Command(
        name = "coverage-gap",
        description = "Find where people or traffic are far from a public or fast charger.",
        footer = {
            "",
            "Without --weights the sessions of the lake are the weights, else its stations: these find where charging is slow, not where nothing is.",
            "Example: ./chargelake coverage-gap --weights population.csv --public-km 5 --fast-km 20"
        })
public final class CoverageGaps implements Job {
    private static final int SHOWN = 10;

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
            names = "--need",
            split = ",",
            defaultValue = "PUBLIC,FAST",
            description =
                    "what must be near: ${COMPLETION-CANDIDATES}; FAST is public, too, as far as access is told (default ${DEFAULT-VALUE})")
    Set<Need> needs;

    @Option(
            names = "--public-km",
            defaultValue = "5",
            paramLabel = "KM",
            description = "further from a public charger, or any, is a gap (default ${DEFAULT-VALUE})")
    double publicKm;

    @Option(
            names = "--fast-km",
            defaultValue = "20",
            paramLabel = "KM",
            description = "further from a fast charger is a gap (default ${DEFAULT-VALUE})")
    double fastKm;

    @Option(
            names = "--fast-kw",
            defaultValue = "50",
            paramLabel = "KW",
            description = "a station is fast from this power on (default ${DEFAULT-VALUE})")
    double fastKw;

    @Option(
            names = "--output",
            defaultValue = "./coverage-gap.geojson",
            paramLabel = "URI",
            description = "the gaps as a map (GeoJSON; default ${DEFAULT-VALUE})")
    String output;

    @Override
    public void run(Run run) {
        Limits limits = new Limits(resolution, publicKm, fastKm, fastKw);
        Demand demand = Demand.of(run, weights, limits.resolution());
        Map<Need, List<Gap>> gaps = write(run, demand, EnumSet.copyOf(needs), limits);
        save(run, demand, gaps);
        run.say(told(demand, gaps));
    }

    /** By the weights the lake has and the limits of this job's defaults; the table only. */
    public static void ofDefaults(Run run) {
        Limits limits = new Limits(7, 5, 20, 50);
        Demand demand = Demand.of(run, Optional.empty(), limits.resolution());
        if (!demand.weights().isEmpty()) { // a register may tell no place at all
            write(run, demand, EnumSet.of(Need.PUBLIC, Need.FAST), limits);
        }
    }

    /** What a gap is. */
    record Limits(int resolution, double public_km, double fast_km, double fast_kw) {
        Limits {
            if (resolution < 0 || resolution > Cells.FINEST) {
                throw UserError.usage("Cannot use --resolution " + resolution + ": H3 has 0 (coarse) to 15 (fine)");
            }
            require("--public-km", public_km);
            require("--fast-km", fast_km);
            require("--fast-kw", fast_kw);
        }

        static void require(String option, double value) {
            if (!(value > 0)) {
                throw UserError.usage("Cannot use " + option + " " + value + ": it is above 0");
            }
        }

        double km(Need need) {
            return need == Need.FAST ? fast_km : public_km;
        }
    }

    private static Map<Need, List<Gap>> write(Run run, Demand demand, Set<Need> needs, Limits limits) {
        run.noteInput(StationRegister.TABLE);
        if (demand.weights().isEmpty()) {
            throw UserError.input("Cannot find gaps: there is no weight anywhere (--weights FILE,"
                    + " or ingest-stations and occupancy before)");
        }
        Map<Need, List<Gap>> gaps = new EnumMap<>(Need.class);
        List<Row> rows = new ArrayList<>();
        for (Need need : needs) {
            List<Gap> found = Gap.among(demand, Chargers.of(run, need, limits.fast_kw()), limits.km(need));
            gaps.put(need, found);
            for (int i = 0; i < found.size(); i++) {
                rows.add(row(need, i + 1, found.get(i), demand, limits.km(need)));
            }
        }
        run.replace(CoverageGap.TABLE, run.spark().createDataFrame(rows, CoverageGap.TABLE.schema()));
        return gaps;
    }

    private static Row row(Need need, int rank, Gap gap, Demand demand, double limit_km) {
        return RowFactory.create(
                need.code(),
                rank,
                Cells.text(gap.cell()),
                gap.centre().latitude(),
                gap.centre().longitude(),
                gap.weight(),
                demand.basis(),
                gap.near().map(Chargers.Near::km).orElse(null),
                gap.near().map(Chargers.Near::station).orElse(null),
                limit_km);
    }

    private void save(Run run, Demand demand, Map<Need, List<Gap>> gaps) {
        GeoJson map = new GeoJson();
        gaps.forEach((need, found) -> {
            for (int i = 0; i < found.size(); i++) {
                Gap gap = found.get(i);
                var properties = new LinkedHashMap<String, Object>();
                properties.put(CoverageGap.NEED.name(), need.code());
                properties.put(CoverageGap.RANK.name(), i + 1);
                properties.put(CoverageGap.CELL.name(), Cells.text(gap.cell()));
                properties.put(CoverageGap.WEIGHT.name(), GeoJson.rounded(gap.weight(), 3));
                properties.put(CoverageGap.WEIGHT_BASIS.name(), demand.basis());
                gap.near().ifPresent(near -> {
                    properties.put(CoverageGap.NEAREST_KM.name(), GeoJson.rounded(near.km(), 3));
                    properties.put(CoverageGap.NEAREST_STATION.name(), near.station());
                });
                map.polygon(gap.cell(), properties);
            }
        });
        map.write(run, output);
    }

    private static String told(Demand demand, Map<Need, List<Gap>> gaps) {
        double all = demand.weights().values().stream().mapToDouble(w -> w).sum();
        var words = new StringBuilder("Weights: " + demand.basis() + ", "
                + String.format(
                        Locale.ROOT,
                        "%,.0f in %,d cells.",
                        all,
                        demand.weights().size()) + "\n");
        gaps.forEach((need, found) -> {
            double in = found.stream().mapToDouble(Gap::weight).sum();
            words.append(String.format(
                    Locale.ROOT,
                    "%s: %,d cells with %.1f %% of the weight are too far%n",
                    need.code(),
                    found.size(),
                    100 * in / all));
            TextTable table =
                    new TextTable(List.of("rank", "cell", "latitude", "longitude", "weight", "nearest km", "nearest"));
            for (int i = 0; i < Math.min(SHOWN, found.size()); i++) {
                table.add(line(i + 1, found.get(i)));
            }
            words.append(found.isEmpty() ? "" : table.render());
        });
        return words.toString().stripTrailing();
    }

    private static List<String> line(int rank, Gap gap) {
        return List.of(
                Integer.toString(rank),
                Cells.text(gap.cell()),
                String.format(Locale.ROOT, "%.4f", gap.centre().latitude()),
                String.format(Locale.ROOT, "%.4f", gap.centre().longitude()),
                String.format(Locale.ROOT, "%,.1f", gap.weight()),
                gap.near()
                        .map(near -> String.format(Locale.ROOT, "%.1f", near.km()))
                        .orElse(""),
                gap.near().map(Chargers.Near::station).orElse("none at all"));
    }
}
