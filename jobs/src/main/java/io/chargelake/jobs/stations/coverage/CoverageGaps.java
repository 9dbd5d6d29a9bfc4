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
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    CoverageOptions options;

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
            names = "--output",
            defaultValue = "./coverage-gap.geojson",
            paramLabel = "URI",
            description = "the gaps as a map (GeoJSON; default ${DEFAULT-VALUE})")
    String output;

    @Override
    public void run(Run run) {
        options.requireUsable();
        CoverageOptions.requirePositive("--public-km", publicKm);
        CoverageOptions.requirePositive("--fast-km", fastKm);
        Demand demand = options.demand(run);
        if (demand.weights().isEmpty()) {
            throw UserError.input("Cannot find gaps: there is no weight anywhere (--weights FILE,"
                    + " or ingest-stations and occupancy before)");
        }
        Map<Need, List<Gap>> gaps = write(run, demand);
        save(run, demand, gaps);
        run.say(told(demand, gaps));
    }

    /** By the weights the lake has and the defaults of this job's options; the table only. */
    public static void ofDefaults(Run run) {
        CoverageGaps job = CommandLine.populateCommand(new CoverageGaps());
        Demand demand = job.options.demand(run);
        if (!demand.weights().isEmpty()) { // a register may tell no place at all
            job.write(run, demand);
        }
    }

    private Map<Need, List<Gap>> write(Run run, Demand demand) {
        run.noteInput(StationRegister.TABLE);
        Map<Need, List<Gap>> gaps = new EnumMap<>(Need.class);
        List<Row> rows = new ArrayList<>();
        for (Need need : EnumSet.copyOf(needs)) {
            double limit_km = need == Need.FAST ? fastKm : publicKm;
            List<Gap> found = Gap.among(demand, options.chargers(run, need), limit_km);
            gaps.put(need, found);
            for (int i = 0; i < found.size(); i++) {
                rows.add(row(need, i + 1, found.get(i), demand, limit_km));
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
