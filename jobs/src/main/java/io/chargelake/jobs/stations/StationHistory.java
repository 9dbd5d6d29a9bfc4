package io.chargelake.jobs.stations;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.StationRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The versions of a register's stations. Between two deliveries all is as the earlier one said, so the versions and the days of
 * deliveries together are all deliveries, and one more replaces what was held from its day until the next: whatever the order in which
 * deliveries come, and however often, the versions are the same. Costs a pass over the source's versions.
 */
final class StationHistory {
    private static final String CONTENT = "_content";
    private static final String PIECE = "_piece";
    private static final String BEGINS = "_begins";
    private static final String VERSION = "_version";

    /** After all days; an open end is easier to compare as a moment. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Column[] KEY = {StationRegister.SOURCE.col(), StationRegister.STATION_ID.col()};
    private static final List<Col> ATTRIBUTES = StationRegister.TABLE.columns().stream()
            .filter(column -> !StationRegister.TABLE.keys().contains(column))
            .toList();

    /** The days from a delivery until the next one of the same source. */
    record Reign(LocalDate day, Optional<LocalDate> next) {
        Column from() {
            return lit(Days.startOf(day));
        }

        Column to() {
            return lit(next.map(Days::startOf).orElse(NEVER));
        }
    }

    /**
     * @param versions of one source
     * @param snapshot its stations on the day
     * @param unseen keys of stations the delivery may have meant, but that could not be read: they stay as they are
     */
    static Dataset<Row> with(Dataset<Row> versions, Dataset<Row> snapshot, Dataset<Row> unseen, Reign reign) {
        Dataset<Row> held = held(versions);
        Dataset<Row> told = snapshot.select(
                KEY[0], KEY[1], content(), reign.from().as(from()), reign.to().as(to()));
        Dataset<Row> kept = pieces(
                held,
                piece(History.VALID_FROM.col(), least(History.VALID_TO.col(), reign.from())),
                piece(greatest(History.VALID_FROM.col(), reign.to()), History.VALID_TO.col()));
        Dataset<Row> unknown = pieces(
                held.join(unseen.select(KEY).distinct(), keyNames(), "left_semi")
                        .join(snapshot.select(KEY), keyNames(), "left_anti"),
                piece(greatest(History.VALID_FROM.col(), reign.from()), least(History.VALID_TO.col(), reign.to())));
        return stitched(told.unionByName(kept).unionByName(unknown));
    }

    private static Dataset<Row> held(Dataset<Row> versions) {
        return versions.select(
                KEY[0],
                KEY[1],
                content(),
                History.VALID_FROM.col(),
                coalesce(History.VALID_TO.col(), lit(NEVER)).as(to()));
    }

    private static Column piece(Column from, Column to) {
        return struct(from.as(from()), to.as(to()));
    }

    private static Dataset<Row> pieces(Dataset<Row> versions, Column... pieces) {
        Column lasting = filter(array(pieces), piece -> piece.getField(from()).lt(piece.getField(to())));
        return versions.select(KEY[0], KEY[1], col(CONTENT), explode(lasting).as(PIECE))
                .select(
                        KEY[0],
                        KEY[1],
                        col(CONTENT),
                        col(PIECE).getField(from()).as(from()),
                        col(PIECE).getField(to()).as(to()));
    }

    /** Pieces that adjoin and say the same become one version. */
    private static Dataset<Row> stitched(Dataset<Row> pieces) {
        WindowSpec ofStation = Window.partitionBy(KEY).orderBy(History.VALID_FROM.col());
        Column goesOn = lag(History.VALID_TO.col(), 1)
                .over(ofStation)
                .eqNullSafe(History.VALID_FROM.col())
                .and(lag(col(CONTENT), 1).over(ofStation).eqNullSafe(col(CONTENT)));
        return pieces.withColumn(BEGINS, when(not(goesOn), 1).otherwise(0))
                .withColumn(VERSION, sum(col(BEGINS)).over(ofStation))
                .groupBy(KEY[0], KEY[1], col(VERSION))
                .agg(
                        first(col(CONTENT)).as(CONTENT),
                        min(History.VALID_FROM.col()).as(from()),
                        max(History.VALID_TO.col()).as(to()))
                .select(columns());
    }

    private static Column[] columns() {
        Column to = History.VALID_TO.col();
        return Stream.of(
                        StationRegister.TABLE.columns().stream()
                                .map(column -> ATTRIBUTES.contains(column)
                                        ? col(CONTENT).getField(column.name()).as(column.name())
                                        : column.col()),
                        Stream.of(
                                History.VALID_FROM.col(),
                                when(to.lt(lit(NEVER)), to).as(to())))
                .flatMap(columns -> columns)
                .toArray(Column[]::new);
    }

    private static Column content() {
        return struct(ATTRIBUTES.stream().map(Col::col).toArray(Column[]::new)).as(CONTENT);
    }

    private static String[] keyNames() {
        return StationRegister.TABLE.keyNames().toArray(String[]::new);
    }

    private static String from() {
        return History.VALID_FROM.name();
    }

    private static String to() {
        return History.VALID_TO.name();
    }

    private StationHistory() {}
}
