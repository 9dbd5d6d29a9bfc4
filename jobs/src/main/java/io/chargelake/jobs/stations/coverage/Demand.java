package io.chargelake.jobs.stations.coverage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.chargelake.geo.Cells;
import io.chargelake.geo.Place;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.DemandFile;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.Utilization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How much there is to charge in each cell. Some million cells fit on the driver; what they are summed up of may be as large as it is.
 *
 * @param weights by cell, in the order of cells
 * @param basis what the weights are
 */
record Demand(Map<Long, Double> weights, String basis) {
    private static final String FILE = "file";
    private static final String SESSIONS = "sessions";
    private static final String STATIONS = "stations";
    private static final String DAYS = "day";
    private static final String STATION = "station";

    /** Of the file if there is one, else the sessions of the lake, else its stations. */
    static Demand of(Run run, Optional<String> file, int resolution) {
        if (file.isPresent()) {
            return new Demand(summed(ofFile(run, file.get()), resolution), FILE);
        }
        Map<Long, Double> sessions = summed(ofSessions(run), resolution);
        if (sessions.values().stream().anyMatch(weight -> weight > 0)) {
            return new Demand(sessions, SESSIONS);
        }
        Dataset<Row> stations = run.read(StationRegister.TABLE)
                .select(
                        lit(null).cast("string").as(DemandFile.CELL.name()),
                        StationRegister.LATITUDE.col(),
                        StationRegister.LONGITUDE.col(),
                        lit(1.0).as(DemandFile.WEIGHT.name()));
        return new Demand(summed(stations, resolution), STATIONS);
    }

    private static Dataset<Row> ofFile(Run run, String file) {
        List<RawFile> files = RawFiles.of(run, Storage.uri(file), "--weights");
        FlatFiles.Rows raw = FlatFiles.read(run.spark(), files, DemandFile.TABLE, Map.of());
        if (!raw.unreadable().isEmpty()) {
            FlatFiles.Unreadable first = raw.unreadable().get(0);
            throw UserError.input(
                    "Cannot use these weights: " + first.file().path() + " can't be read, " + first.words());
        }
        Dataset<Row> rows = raw.groups().stream().reduce(Dataset::union).orElseThrow();
        Column isUsable = coalesce(
                DemandFile.WEIGHT
                        .col()
                        .geq(0)
                        .and(DemandFile.CELL
                                .col()
                                .isNotNull()
                                .or(DemandFile.LATITUDE
                                        .col()
                                        .between(-90, 90)
                                        .and(DemandFile.LONGITUDE.col().between(-180, 180)))),
                lit(false));
        Dataset<Row> unusable =
                rows.where(not(isUsable).or(col(FlatFiles.CORRUPT).isNotNull()));
        long bad = unusable.count();
        if (bad > 0) {
            throw UserError.quality("Cannot use these weights: " + bad
                    + (bad == 1 ? " row has" : " rows have")
                    + " no weight of 0 or more, or neither a cell nor latitude and longitude (first: "
                    + unusable.select(col(FlatFiles.ORIGINAL)).first().get(0) + ", --weights)");
        }
        return rows.select(
                DemandFile.CELL.col(), DemandFile.LATITUDE.col(), DemandFile.LONGITUDE.col(), DemandFile.WEIGHT.col());
    }

    private static Dataset<Row> ofSessions(Run run) {
        run.noteInput(Utilization.TABLE);
        Dataset<Row> sessions = run.lake()
                .read(Utilization.TABLE)
                .where(Utilization.LEVEL
                        .col()
                        .equalTo(STATION)
                        .and(Utilization.PERIOD.col().equalTo(DAYS)))
                .groupBy(Utilization.KEY.col())
                .agg(sum(Utilization.SESSIONS.col()).cast("double").as(DemandFile.WEIGHT.name()));
        return sessions.join(
                        run.lake().read(ChargingStation.TABLE),
                        Utilization.KEY
                                .col()
                                .equalTo(ChargingStation.ID_CS.col().cast("string")))
                .select(
                        lit(null).cast("string").as(DemandFile.CELL.name()),
                        ChargingStation.LATITUDE.col(),
                        ChargingStation.LONGITUDE.col(),
                        DemandFile.WEIGHT.col());
    }

    private static Map<Long, Double> summed(Dataset<Row> rows, int resolution) {
        var weights = new TreeMap<Long, Double>();
        rows
                .groupBy(DemandFile.CELL.col(), DemandFile.LATITUDE.col(), DemandFile.LONGITUDE.col())
                .agg(sum(DemandFile.WEIGHT.col()).as(DemandFile.WEIGHT.name()))
                .orderBy(DemandFile.CELL.col(), DemandFile.LATITUDE.col(), DemandFile.LONGITUDE.col())
                .collectAsList()
                .stream()
                .filter(row -> !row.isNullAt(0) || !row.isNullAt(1) && !row.isNullAt(2))
                .forEach(row -> weights.merge(cell(row, resolution), row.getDouble(3), Double::sum));
        return weights;
    }

    private static long cell(Row row, int resolution) {
        if (row.isNullAt(0)) {
            return Cells.of(new Place(row.getDouble(1), row.getDouble(2)), resolution);
        }
        long cell = Cells.parse(row.getString(0))
                .orElseThrow(() -> UserError.quality("Cannot use these weights: '" + row.getString(0)
                        + "' is no H3 cell (such as 871fb4662ffffff, --weights)"));
        if (Cells.resolution(cell) < resolution) {
            throw UserError.usage("Cannot use these weights: cell " + row.getString(0) + " is of resolution "
                    + Cells.resolution(cell) + ", coarser than " + resolution + " (--resolution "
                    + Cells.resolution(cell) + " or less)");
        }
        return Cells.parent(cell, resolution);
    }
}
