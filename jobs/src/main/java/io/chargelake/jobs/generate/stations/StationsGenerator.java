package io.chargelake.jobs.generate.stations;

import io.chargelake.generate.Seeds;
import io.chargelake.generate.station.StationDamage;
import io.chargelake.generate.station.StationFactory;
import io.chargelake.generate.station.StationRow;
import io.chargelake.jobs.generate.output.Column;
import io.chargelake.jobs.generate.output.CsvStyle;
import io.chargelake.jobs.generate.output.Generated;
import io.chargelake.jobs.generate.output.OutputRoot;
import io.chargelake.jobs.generate.output.RowSink;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a register to {@code stations/stations.csv} and the undamaged one below {@code truth/stations/}. One register
 * is one file, hence one process; a million stations take seconds.
 */
public final class StationsGenerator {

    private static final String REGISTER = "stations/stations.csv";
    private static final String TRUTH = "truth/stations";

    private static final List<Column> DAMAGE_COLUMNS = List.of(Column.text("kind"), Column.text("station_id"));

    private StationsGenerator() {}

    public static Generated generate(SparkSession spark, StationsSpec spec, URI output) throws IOException {
        Seeds seeds = Seeds.of(spec.seed()).stream("stations");
        StationFactory factory = new StationFactory(seeds, spec.asOf());
        StationDamage damage = new StationDamage(seeds, spec.damage());
        OutputRoot root = new OutputRoot(output, spark.sparkContext().hadoopConfiguration());
        root.claim("stations", TRUTH + "/spec.json", spec.described(), "stations", TRUTH);
        Tally tally = new Tally(new NetworkFigures(), new TreeMap<>());
        long rows = writeFiles(spec.stations(), factory, damage, root, tally);
        root.json(TRUTH + "/summary.json", summary(spec, tally, rows));
        return new Generated(1, rows, root.size(REGISTER));
    }

    private record Tally(NetworkFigures figures, Map<String, Long> damaged) {}

    private static long writeFiles(
            long stations, StationFactory factory, StationDamage damage, OutputRoot root, Tally tally)
            throws IOException {
        StationFile register = new StationFile(root, REGISTER);
        StationFile clean = new StationFile(root, TRUTH + "/stations.csv");
        RowSink marks = root.csv(TRUTH + "/damage.csv", DAMAGE_COLUMNS, CsvStyle.PLAIN);
        try (register;
                clean;
                marks) {
            for (long index = 0; index < stations; index++) {
                StationRow row = factory.at(index);
                StationDamage.Damaged damaged = damage.apply(index, row);
                tally.figures().add(row);
                clean.write(row);
                write(damaged, register);
                mark(damaged, row, marks, tally.damaged());
            }
        }
        return register.rows();
    }

    private static void write(StationDamage.Damaged damaged, StationFile register) throws IOException {
        for (StationRow row : damaged.rows()) {
            register.write(row);
        }
    }

    private static void mark(StationDamage.Damaged damaged, StationRow row, RowSink marks, Map<String, Long> counts)
            throws IOException {
        if (damaged.kind().isPresent()) {
            String code = damaged.kind().get().code();
            marks.text(code).text(row.stationId()).endRow();
            counts.merge(code, 1L, Long::sum);
        }
    }

    private static Map<String, Object> summary(StationsSpec spec, Tally tally, long rows) {
        Map<String, Object> summary = spec.described();
        summary.put("rows_written", rows);
        summary.put("clean_register", tally.figures().asMap());
        summary.put("damaged_rows", tally.damaged());
        return summary;
    }
}
