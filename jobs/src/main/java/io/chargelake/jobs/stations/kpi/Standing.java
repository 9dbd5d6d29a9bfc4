package io.chargelake.jobs.stations.kpi;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.StationDelivery;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.jobs.tables.StationRegister;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Stations as they stood on days: a row a station and day ({@link #NOW}), and, to see growth, one for each that stood twelve months before
 * ({@link #THEN}) where the history of its source goes back so far.
 */
final class Standing {
    static final String PHASE = "_phase";
    static final String NOW = "now";
    static final String THEN = "then";
    /** Whether the source's history reaches back twelve months before the day. */
    static final String HAS_HISTORY = "_has_history";

    static final int MONTHS = 12;

    private static final String FIRST = "_first";
    private static final String POLLED = "_polled";
    private static final String STOOD = "_stood";
    /** Some hundred metres to a kilometre: an id of another register would lie elsewhere. */
    private static final double SAME_PLACE_DEG = 0.01;

    static Dataset<Row> of(Dataset<Row> versions, Dataset<Row> deliveries, List<LocalDate> days) {
        Dataset<Row> first = deliveries
                .groupBy(StationDelivery.SOURCE.col())
                .agg(min(StationDelivery.DELIVERED_ON.col()).as(FIRST));
        Column asked = array(days.stream().map(functions::lit).toArray(Column[]::new));
        Column now = transform(filter(asked, Standing::holds), day -> stood(day, NOW));
        Column then = transform(filter(asked, day -> hasHistory(day).and(holds(before(day)))), day -> stood(day, THEN));
        return versions.join(functions.broadcast(first), StationRegister.SOURCE.name())
                .withColumn(STOOD, explode(concat(now, then)))
                .withColumn(StationKpi.DATE.name(), col(STOOD).getField(StationKpi.DATE.name()))
                .withColumn(PHASE, col(STOOD).getField(PHASE))
                .withColumn(HAS_HISTORY, hasHistory(StationKpi.DATE.col()))
                .drop(STOOD, FIRST, History.VALID_FROM.name(), History.VALID_TO.name());
    }

    /** Beside each station how its connectors were seen that day; null where they were not polled. */
    static Dataset<Row> withLive(Dataset<Row> stations, Dataset<Row> live) {
        Dataset<Row> polled = live.select(
                struct(
                                StationKpi.DATE.col(),
                                StationRegister.STATION_ID.col(),
                                ChargingStation.LATITUDE.col(),
                                ChargingStation.LONGITUDE.col())
                        .as(POLLED),
                col(LiveStatus.LIVE));
        Column same = polled(StationKpi.DATE)
                .equalTo(StationKpi.DATE.col())
                .and(polled(StationRegister.STATION_ID).equalTo(StationRegister.STATION_ID.col()))
                .and(isNear(StationRegister.LATITUDE.col(), polled(ChargingStation.LATITUDE)))
                .and(isNear(StationRegister.LONGITUDE.col(), polled(ChargingStation.LONGITUDE)));
        return stations.join(polled, same, "left").drop(POLLED);
    }

    private static Column polled(Col column) {
        return col(POLLED).getField(column.name());
    }

    private static Column isNear(Column ours, Column theirs) {
        return coalesce(abs(ours.minus(theirs)).lt(SAME_PLACE_DEG), lit(false));
    }

    private static Column stood(Column day, String phase) {
        return struct(day.as(StationKpi.DATE.name()), lit(phase).as(PHASE));
    }

    static Column before(Column day) {
        return add_months(day, -MONTHS);
    }

    private static Column hasHistory(Column day) {
        return col(FIRST).leq(before(day));
    }

    private static Column holds(Column day) {
        Column moment = day.cast("timestamp");
        return History.VALID_FROM
                .col()
                .leq(moment)
                .and(History.VALID_TO.col().isNull().or(History.VALID_TO.col().gt(moment)));
    }

    private Standing() {}
}
