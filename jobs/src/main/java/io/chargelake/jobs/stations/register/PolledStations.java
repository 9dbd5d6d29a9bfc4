package io.chargelake.jobs.stations.register;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.chargelake.jobs.columns.MasterJson;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.Table;
import io.chargelake.station.Doubt;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The stations whose polls are in the lake as a register: what the polls of one day showed of their master data. So the same raw files
 * are parsed once, ids are those that the statuses have, and each day of polls can be a delivery (ADR 0021).
 */
public final class PolledStations {
    static final String CONNECTORS = "_connectors";
    static final String POINTS = "_points";
    private static final String KNOWN = "_known";
    private static final String ATTRIBUTES = "_attributes";

    /** The last day whose polls showed master data. */
    public static LocalDate lastDay(Run run) {
        SortedSet<LocalDate> days = run.lake().days(DimensionSeen.TABLE);
        if (days.isEmpty()) {
            throw UserError.input("Cannot make a register of polls: the lake has no master data"
                    + " (ingest-status --format chargecloud or ocpi, or flat with --master, brings it)");
        }
        return days.last();
    }

    public static RegisterFiles read(Run run, LocalDate day) {
        run.noteInput(DimensionSeen.TABLE);
        Dataset<Row> seen =
                run.lake().read(DimensionSeen.TABLE).where(Table.DAY.col().equalTo(lit(day)));
        Dataset<Row> stations = rows(seen, ChargingStation.TABLE);
        Dataset<Row> points = rows(seen, ChargingPoint.TABLE);
        Dataset<Row> connectors = rows(seen, Connector.TABLE);
        Dataset<Row> whole = stations(stations, points, connectors)
                .mapPartitions(new PolledTask(), Encoders.row(RegisterRows.SCHEMA));
        return RegisterFiles.of(whole.union(orphans(
                        points.where(ChargingPoint.ID_CS.col().isNotNull()),
                        ChargingPoint.ID_CS,
                        stations,
                        ChargingStation.ID_CS))
                .union(orphans(connectors, Connector.ID_CP, points, ChargingPoint.ID_CP)));
    }

    /** A dimension as its last poll of the day showed it. */
    private static Dataset<Row> rows(Dataset<Row> seen, Table dimension) {
        Column last = max(struct(DimensionSeen.LAST_SEEN.col(), DimensionSeen.ATTRIBUTES.col()));
        Column key = DimensionSeen.KEY.col().cast(dimension.keys().get(0).type());
        Column[] columns = Stream.concat(
                        Stream.of(key.as(dimension.keys().get(0).name())),
                        MasterJson.attributes(dimension).stream()
                                .map(own -> col(ATTRIBUTES).getField(own.name()).as(own.name())))
                .toArray(Column[]::new);
        return seen.where(DimensionSeen.DIMENSION.col().equalTo(dimension.name()))
                .groupBy(DimensionSeen.KEY.col())
                .agg(last.getField(DimensionSeen.ATTRIBUTES.name()).as(DimensionSeen.ATTRIBUTES.name()))
                .withColumn(ATTRIBUTES, from_json(DimensionSeen.ATTRIBUTES.col(), MasterJson.schema(dimension)))
                .select(columns);
    }

    private static Dataset<Row> stations(Dataset<Row> stations, Dataset<Row> points, Dataset<Row> connectors) {
        Dataset<Row> ids = points.groupBy(ChargingPoint.ID_CS.col())
                .agg(collect_list(ChargingPoint.ID_CP.col()).as(POINTS));
        Dataset<Row> plugs = connectors
                .join(points.select(ChargingPoint.ID_CP.col(), ChargingPoint.ID_CS.col()), Connector.ID_CP.name())
                .groupBy(ChargingPoint.ID_CS.col())
                .agg(collect_list(struct(
                                Connector.STANDARD.col(),
                                Connector.MAX_POWER.col(),
                                Connector.VOLTAGE.col(),
                                Connector.AMPERE.col(),
                                Connector.POWER_TYPE.col()))
                        .as(CONNECTORS));
        return stations.join(ids, ChargingStation.ID_CS.name(), "left")
                .join(plugs, ChargingStation.ID_CS.name(), "left");
    }

    /** Children whose parent is not there, as refused rows. */
    private static Dataset<Row> orphans(Dataset<Row> children, Col parent, Dataset<Row> parents, Col key) {
        Dataset<Row> known = parents.select(key.col().as(KNOWN));
        return children.join(known, parent.col().equalTo(col(KNOWN)), "left_anti")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            var refused = new RegisterRows(DimensionSeen.TABLE.name());
                            rows.forEachRemaining(row -> refused.refuse(Doubt.ORPHAN_CHILD, row.json()));
                            return refused.rows().iterator();
                        },
                        Encoders.row(RegisterRows.SCHEMA));
    }

    private PolledStations() {}
}
