package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Master data given as a folder of flat files. They say nothing of time: what they say is taken as seen by all polls of the delivery
 * they come with. Rows that are refused count as read and quarantined; the others are no polls and are not counted.
 */
final class MasterFiles implements AutoCloseable {
    private final List<Intake> intakes;
    private final Dataset<Row> rows;
    private final List<String> orphans;

    private MasterFiles(List<Intake> intakes, Dataset<Row> rows, List<String> orphans) {
        this.intakes = intakes;
        this.rows = rows;
        this.orphans = orphans;
    }

    static MasterFiles read(Run run, URI folder, double maxQuarantined) {
        var files = new LinkedHashMap<Table, List<RawFile>>();
        Tables.MASTER.forEach(
                dimension -> files.put(dimension, RawFiles.of(run, Storage.child(folder, dimension.name() + ".*"))));
        long bytes = files.values().stream().mapToLong(RawFiles::bytes).sum();
        return SmallQueries.ofBytes(run.spark(), bytes, () -> read(run, files, maxQuarantined));
    }

    private static MasterFiles read(Run run, Map<Table, List<RawFile>> files, double maxQuarantined) {
        var intakes = new ArrayList<Intake>();
        var rows = new ArrayList<Dataset<Row>>();
        List<String> orphans = List.of();
        for (Table dimension : Tables.MASTER) {
            FlatFiles.Rows raw = FlatFiles.read(run.spark(), files.get(dimension), dimension, Map.of());
            if (dimension.equals(Connector.TABLE)) {
                orphans = orphans(run, raw, intakes.get(intakes.size() - 1).accepted());
            }
            Intake intake = Intake.of(raw, MasterRules.of(dimension, orphans));
            intakes.add(intake);
            intake.quarantine(run, Tables.QUARANTINE_STATUS, maxQuarantined);
            run.account(new Accounting(intake.quarantined(), 0, intake.quarantined(), 0));
            rows.add(keyed(dimension, intake.accepted()));
        }
        Dataset<Row> all = rows.stream().reduce(Dataset::union).orElseThrow();
        findConflicts(run, all);
        return new MasterFiles(intakes, one(all), orphans);
    }

    /** Rows of all dimensions: which one, key, attributes; one row a key. */
    Dataset<Row> rows() {
        return rows;
    }

    /** Connectors whose charging point is not there. */
    List<String> orphans() {
        return orphans;
    }

    private static Dataset<Row> keyed(Table dimension, Dataset<Row> accepted) {
        Column[] repaired =
                dimension.columns().stream().map(MasterRules::repaired).toArray(Column[]::new);
        return MasterRows.of(dimension, accepted.select(repaired));
    }

    private static Dataset<Row> one(Dataset<Row> rows) {
        return rows.groupBy(DimensionSeen.DIMENSION.col(), DimensionSeen.KEY.col())
                .agg(max(DimensionSeen.ATTRIBUTES.col()).as(DimensionSeen.ATTRIBUTES.name()));
    }

    private static void findConflicts(Run run, Dataset<Row> rows) {
        Row found = rows.groupBy(DimensionSeen.DIMENSION.col(), DimensionSeen.KEY.col())
                .agg(countDistinct(DimensionSeen.ATTRIBUTES.col()).as(DimensionSeen.ATTRIBUTES.name()))
                .agg(sum(when(DimensionSeen.ATTRIBUTES.col().gt(1), 1L).otherwise(0L)))
                .head();
        run.find(MasterRules.CONFLICT, found.isNullAt(0) ? 0 : found.getLong(0));
    }

    private static List<String> orphans(Run run, FlatFiles.Rows connectors, Dataset<Row> points) {
        Dataset<Row> known = points.select(ChargingPoint.ID_CP.col())
                .union(run.lake().read(ChargingPoint.TABLE).select(ChargingPoint.ID_CP.col()));
        return connectors.groups().stream()
                .map(group -> group.select(Connector.ID_CONNECTOR.col(), Connector.ID_CP.col()))
                .reduce(Dataset::union)
                .orElseThrow()
                .where(Connector.ID_CP
                        .col()
                        .isNotNull()
                        .and(Connector.ID_CONNECTOR.col().isNotNull()))
                .join(known, ChargingPoint.ID_CP.name(), "left_anti")
                .select(Connector.ID_CONNECTOR.col())
                .distinct()
                .orderBy(Connector.ID_CONNECTOR.col())
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Override
    public void close() {
        intakes.forEach(Intake::close);
    }
}
