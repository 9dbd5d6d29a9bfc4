package io.chargelake.jobs.stations;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.mode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.stations.register.RegisterRows;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.StationRegister;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The stations of a delivery, a row each, of rows that may be theirs or their points'. */
final class Snapshot {
    private static final String PLACE = "_place";
    private static final String NEWEST = "_newest";
    private static final Column[] STATION = {StationRegister.SOURCE.col(), StationRegister.STATION_ID.col()};

    private static final List<Col> TOLD_BY_MOST = List.of(
            StationRegister.NAME,
            StationRegister.ADDRESS,
            StationRegister.CITY,
            StationRegister.STATE,
            StationRegister.POSTAL_CODE,
            StationRegister.COUNTRY,
            StationRegister.OPERATOR,
            StationRegister.ACCESS,
            StationRegister.OPEN_24_7,
            StationRegister.STATUS);

    /** Of rows that are the same in all, one. */
    static Dataset<Row> ofStations(Dataset<Row> rows) {
        return rows.select(columns())
                .dropDuplicates(Stream.of(StationRegister.SOURCE, StationRegister.STATION_ID)
                        .map(Col::name)
                        .toArray(String[]::new));
    }

    /** Of rows about one point the one changed last; where that is the same, the greatest. */
    static Dataset<Row> newest(Dataset<Row> rows) {
        Column content = struct(columns());
        return rows.groupBy(StationRegister.SOURCE.col(), col(RegisterRows.POINT))
                .agg(max(struct(col(RegisterRows.CHANGED), content.as(NEWEST))).as(NEWEST))
                .select(col(NEWEST).getField(NEWEST).as(NEWEST))
                .select(NEWEST + ".*");
    }

    /** Points that are one a row, together as their stations. */
    static Dataset<Row> ofPoints(Dataset<Row> points) {
        Dataset<Row> told = points.withColumn(
                PLACE,
                when(
                        StationRegister.LATITUDE.col().isNotNull(),
                        struct(StationRegister.LATITUDE.col(), StationRegister.LONGITUDE.col())));
        Column[] aggregates = Stream.concat(
                        TOLD_BY_MOST.stream()
                                .map(column -> mode(column.col(), true).as(column.name())),
                        Stream.of(
                                mode(col(PLACE), true).as(PLACE),
                                min(StationRegister.OPENED_ON.col()).as(StationRegister.OPENED_ON.name()),
                                types().as(StationRegister.CONNECTOR_TYPES.name()),
                                sum(StationRegister.CONNECTORS.col())
                                        .cast(StationRegister.CONNECTORS.type())
                                        .as(StationRegister.CONNECTORS.name()),
                                max(StationRegister.MAX_POWER_KW.col()).as(StationRegister.MAX_POWER_KW.name()),
                                sum(StationRegister.FAST_CONNECTORS.col())
                                        .cast(StationRegister.FAST_CONNECTORS.type())
                                        .as(StationRegister.FAST_CONNECTORS.name()),
                                max(StationRegister.TEXT_RAW.col()).as(StationRegister.TEXT_RAW.name())))
                .toArray(Column[]::new);
        return told.groupBy(STATION)
                .agg(aggregates[0], Stream.of(aggregates).skip(1).toArray(Column[]::new))
                .withColumn(StationRegister.LATITUDE.name(), col(PLACE).getField(StationRegister.LATITUDE.name()))
                .withColumn(StationRegister.LONGITUDE.name(), col(PLACE).getField(StationRegister.LONGITUDE.name()))
                .select(columns());
    }

    /** How many stations are told different things of by their points. */
    static long disagreeing(Dataset<Row> points) {
        Column told = struct(
                Stream.concat(TOLD_BY_MOST.stream(), Stream.of(StationRegister.LATITUDE, StationRegister.LONGITUDE))
                        .map(Col::col)
                        .toArray(Column[]::new));
        return points.groupBy(STATION)
                .agg(countDistinct(told).as(NEWEST))
                .where(col(NEWEST).gt(1))
                .count();
    }

    private static Column types() {
        Column all = array_sort(array_distinct(flatten(collect_list(StationRegister.CONNECTOR_TYPES.col()))));
        return when(size(all).gt(0), all);
    }

    private static Column[] columns() {
        return StationRegister.TABLE.columns().stream().map(Col::col).toArray(Column[]::new);
    }

    private Snapshot() {}
}
