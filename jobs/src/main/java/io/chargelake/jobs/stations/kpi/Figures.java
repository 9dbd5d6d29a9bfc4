package io.chargelake.jobs.stations.kpi;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.columns.StationColumns;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Access;
import io.chargelake.station.StationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The figures: what is divided, by what, and how many stations are neither. A condition that is null is unknown; it counts neither as
 * yes nor as no.
 *
 * @param fastKw a station is fast from this power on
 */
record Figures(double fastKw) {
    private static final String UNKNOWN = "unknown";
    private static final String REGISTER = "register";
    private static final String PLACE = "_place";
    private static final String FIGURE = "_figure";
    private static final String STATIONS = "_stations";
    private static final String LIVE = "_has_live";
    private static final String REGISTERED = "_has_register";

    /** A figure over the stations of a group, as three aggregates. */
    private record Figure(String name, Column numerator, Column denominator, Column unknown) {
        static Figure share(String name, Column condition) {
            return new Figure(name, count_if(now(condition)), count(now(condition)), count_if(now(condition.isNull())));
        }
    }

    /** @param stations as {@link Standing} has them, with {@link LiveStatus#LIVE} */
    Dataset<Row> rows(Dataset<Row> stations) {
        List<Figure> figures = figures();
        var sums = new ArrayList<Column>();
        for (Figure figure : figures) {
            sums.add(figure.numerator().cast("double").as(figure.name() + StationKpi.NUMERATOR.name()));
            sums.add(figure.denominator().cast("double").as(figure.name() + StationKpi.DENOMINATOR.name()));
            sums.add(figure.unknown().cast("bigint").as(figure.name() + StationKpi.UNKNOWN.name()));
        }
        Column grown = isNow().and(col(Standing.HAS_HISTORY));
        sums.add(max(isNow().and(col(LiveStatus.LIVE).isNotNull())).as(LIVE));
        sums.add(max(isNow().and(col(LiveStatus.LIVE).isNull())).as(REGISTERED));
        sums.add(max(grown.or(col(Standing.PHASE).equalTo(Standing.THEN))).as(Standing.THEN));
        sums.add(max(isNow().and(col(Standing.HAS_HISTORY).equalTo(false))).as(Standing.NOW));
        Dataset<Row> groups = byPlace(stations)
                .groupBy(Stream.concat(keys(), Stream.of(StationKpi.DATE))
                        .map(Col::col)
                        .toArray(Column[]::new))
                .agg(count_if(isNow()).as(STATIONS), sums.toArray(Column[]::new));
        return figured(groups, figures);
    }

    private static Stream<Col> keys() {
        return Stream.of(StationKpi.LEVEL, StationKpi.COUNTRY, StationKpi.STATE, StationKpi.KEY);
    }

    /** A station counts in all, its country, state, city and operator. */
    private static Dataset<Row> byPlace(Dataset<Row> stations) {
        Column none = lit("");
        Column country = told(StationRegister.COUNTRY);
        Column state = told(StationRegister.STATE);
        Column places = array(
                place("all", none, none, lit("all")),
                place("country", none, none, country),
                place("state", country, none, state),
                place("city", country, state, told(StationRegister.CITY)),
                place("operator", none, none, told(StationRegister.OPERATOR)));
        return stations.withColumn(PLACE, explode(places))
                .drop(StationRegister.COUNTRY.name(), StationRegister.STATE.name())
                .select(col("*"), col(PLACE + ".*"));
    }

    private static Column place(String level, Column country, Column state, Column key) {
        return struct(
                lit(level).as(StationKpi.LEVEL.name()),
                country.as(StationKpi.COUNTRY.name()),
                state.as(StationKpi.STATE.name()),
                key.as(StationKpi.KEY.name()));
    }

    private static Column told(Col column) {
        return coalesce(column.col(), lit(UNKNOWN));
    }

    private List<Figure> figures() {
        return List.of(
                Figure.share("operational_rate", isOperational()),
                Figure.share("fast_rate", StationColumns.isFast(fastKw)),
                Figure.share("open_24_7_rate", StationRegister.OPEN_24_7.col()),
                Figure.share("public_rate", StationColumns.isAccess(Access.PUBLIC)),
                Figure.share("private_rate", StationColumns.isAccess(Access.PRIVATE)),
                diversity(),
                new Figure("stations", count_if(isNow()), lit(1), lit(0)),
                new Figure(
                        "connectors",
                        sumOf(now(StationRegister.CONNECTORS.col())),
                        lit(1),
                        count_if(now(StationRegister.CONNECTORS.col().isNull()))),
                growth());
    }

    private static Figure diversity() {
        Column types = now(
                when(StationRegister.CONNECTOR_TYPES.col().isNotNull(), size(StationRegister.CONNECTOR_TYPES.col())));
        return new Figure(
                "connector_diversity",
                sumOf(types),
                count(types),
                count_if(now(StationRegister.CONNECTOR_TYPES.col().isNull())));
    }

    /**
     * The stations more than twelve months before. Where the history of a source does not go back so far, those that stand now are
     * told apart by the day they opened: closed ones are missing then, which the basis says.
     */
    private static Figure growth() {
        Column opened = StationRegister.OPENED_ON.col();
        Column byDates = isNow().and(col(Standing.HAS_HISTORY).equalTo(false));
        Column isThere = isNow().and(col(Standing.HAS_HISTORY)).or(byDates.and(opened.leq(StationKpi.DATE.col())));
        Column wasThere = col(Standing.PHASE)
                .equalTo(Standing.THEN)
                .or(byDates.and(opened.leq(Standing.before(StationKpi.DATE.col()))));
        return new Figure(
                "growth_12m",
                count_if(isThere).minus(count_if(wasThere)),
                count_if(wasThere),
                count_if(byDates.and(opened.isNull())));
    }

    private static Column isOperational() {
        Column live = col(LiveStatus.LIVE);
        Column status = StationRegister.STATUS.col();
        return when(live.isNotNull(), when(live.notEqual(LiveStatus.UNKNOWN), live.equalTo(LiveStatus.WORKS)))
                .when(status.notEqual(StationStatus.UNKNOWN.code()), status.equalTo(StationStatus.OPERATIONAL.code()));
    }

    private static Dataset<Row> figured(Dataset<Row> groups, List<Figure> figures) {
        Column[] each = figures.stream()
                .map(figure -> struct(
                        lit(figure.name()).as(StationKpi.KPI.name()),
                        col(figure.name() + StationKpi.NUMERATOR.name()).as(StationKpi.NUMERATOR.name()),
                        col(figure.name() + StationKpi.DENOMINATOR.name()).as(StationKpi.DENOMINATOR.name()),
                        col(figure.name() + StationKpi.UNKNOWN.name()).as(StationKpi.UNKNOWN.name()),
                        basis(figure).as(StationKpi.BASIS.name())))
                .toArray(Column[]::new);
        Column[] keys =
                Stream.concat(keys(), Stream.of(StationKpi.DATE)).map(Col::col).toArray(Column[]::new);
        Column denominator = StationKpi.DENOMINATOR.col();
        return groups.withColumn(FIGURE, explode(array(each)))
                .select(Stream.concat(Stream.of(keys), Stream.of(col(STATIONS), col(FIGURE + ".*")))
                        .toArray(Column[]::new))
                .withColumn(
                        StationKpi.VALUE.name(),
                        when(denominator.notEqual(0), StationKpi.NUMERATOR.col().divide(denominator)))
                .withColumn(
                        StationKpi.UNKNOWN_SHARE.name(),
                        when(col(STATIONS).notEqual(0), StationKpi.UNKNOWN.col().divide(col(STATIONS))))
                .drop(STATIONS);
    }

    private static Column basis(Figure figure) {
        return switch (figure.name()) {
            case "operational_rate" ->
                when(col(LIVE).and(col(REGISTERED)), "live and register")
                        .when(col(LIVE), "live")
                        .otherwise(REGISTER);
            case "growth_12m" ->
                when(col(Standing.THEN).and(col(Standing.NOW)), "history and opening dates")
                        .when(col(Standing.NOW), "opening dates")
                        .otherwise("history");
            default -> lit(REGISTER);
        };
    }

    private static Column isNow() {
        return col(Standing.PHASE).equalTo(Standing.NOW);
    }

    /** The value of stations that stand on the day; null for those that stood before. */
    private static Column now(Column value) {
        return when(isNow(), value);
    }

    private static Column sumOf(Column value) {
        return coalesce(sum(value.cast("double")), lit(0.0));
    }
}
