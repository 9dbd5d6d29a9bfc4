package io.chargelake.jobs.vehicles.sessions;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/**
 * How far the records of some days reach, for each vehicle they touch. Rows change only from the second last session before the
 * days on, and only until the session that follows the first one behind them which no record reaches over; to know the first of
 * these rows, records from the session before them on suffice. (The laws are tested: SessionPropertiesTest.) What is stored tells
 * where these sessions are; nothing far from the days is read.
 *
 * @param days the days that are made anew
 */
record Seams(Lake lake, Period days, long margin_s) {
    private static final Col VEHICLE = Trip.VEHICLE_ID;
    private static final Col START = Trip.START_TIME;
    private static final Col END = Trip.END_TIME;

    /** Until when records of the days, and what was made of them before, last. */
    private static final Col REACH = Col.timestamp("reach");

    private static final Col EARLIER = Col.of("earlier", DataTypes.createArrayType(DataTypes.TimestampType));
    private static final Col CLEAR = Col.timestamp("clear");
    private static final Col REACHED = Col.timestamp("reached");

    /** First record that is read; from there on. */
    static final Col READ_FROM = Col.timestamp("read_from");

    /** First row that is written. */
    static final Col WRITE_FROM = Col.timestamp("write_from");

    /** The rows from this one on stay; empty where none do. */
    static final Col STAY_FROM = Col.timestamp("stay_from");

    /** Last record that is read. */
    static final Col READ_TO = Col.timestamp("read_to");

    /** Days before, in which nearly every vehicle has charged three times; for the others all days are searched. */
    private static final int NEAR_DAYS = 21;

    /** @param cut days at whose ends sessions were cut, and may be cut no more */
    Dataset<Row> of(Period cut) {
        Dataset<Row> touched = Settled.of(touched(cut));
        Dataset<Row> left = before(touched);
        Dataset<Row> right = behind(touched);
        return left.join(right, VEHICLE.name());
    }

    private Dataset<Row> touched(Period cut) {
        Column near = overlaps(cut.from()).or(overlaps(cut.to()));
        Dataset<Row> records = ends(Drive.TABLE).unionByName(ends(Charge.TABLE)).where(inDays());
        Dataset<Row> units =
                ends(Trip.TABLE).unionByName(ends(ChargeSession.TABLE)).where(inDays().or(near));
        Column reach = when(START.col().lt(at(days.to())), END.col());
        return records.unionByName(units)
                .groupBy(VEHICLE.col())
                .agg(greatest(coalesce(max(reach), lit(at(days.to()))), lit(at(days.to())))
                        .as(REACH.name()));
    }

    /** The tables share the names of these columns. */
    private Dataset<Row> ends(Table table) {
        return lake.read(table).select(VEHICLE.col(), START.col(), END.col(), Table.DAY.col());
    }

    private Column inDays() {
        return Table.DAY
                .col()
                .lt(lit(days.to()))
                .and(Table.DAY.col().geq(lit(days.from())).or(END.col().gt(at(days.from()))));
    }

    private Column overlaps(LocalDate edge) {
        Instant time = Days.startOf(edge);
        return START.col().leq(time.plusSeconds(margin_s)).and(END.col().geq(time.minusSeconds(margin_s)));
    }

    private Dataset<Row> before(Dataset<Row> touched) {
        Column earlierDay = Table.DAY.col().lt(lit(days.from()));
        Column nearDay = earlierDay.and(Table.DAY.col().geq(lit(days.from().minusDays(NEAR_DAYS))));
        Dataset<Row> near = Settled.of(touched.join(lastThree(touched, nearDay), VEHICLE.name()));
        Dataset<Row> others = Settled.of(touched.join(near, using(VEHICLE), "left_anti"));
        Dataset<Row> first = ends(Trip.TABLE)
                .unionByName(ends(ChargeSession.TABLE))
                .where(earlierDay)
                .join(others, using(VEHICLE), "left_semi")
                .groupBy(VEHICLE.col())
                .agg(min(START.col()).as(READ_FROM.name()));
        Dataset<Row> far = others.join(lastThree(others, earlierDay), using(VEHICLE), "left")
                .join(first.withColumnRenamed(READ_FROM.name(), START.name()), using(VEHICLE), "left")
                .select(
                        VEHICLE.col(),
                        coalesce(READ_FROM.col(), START.col(), at(days.from())).as(READ_FROM.name()),
                        coalesce(WRITE_FROM.col(), START.col(), at(days.from())).as(WRITE_FROM.name()));
        return near.select(VEHICLE.col(), READ_FROM.col(), WRITE_FROM.col()).unionByName(far);
    }

    /** Of vehicles that have as many sessions: where the third and the second last before the days begin. */
    private Dataset<Row> lastThree(Dataset<Row> vehicles, Column days) {
        return lake.read(ChargeSession.TABLE)
                .where(days)
                .join(vehicles, using(VEHICLE), "left_semi")
                .groupBy(VEHICLE.col())
                .agg(sort_array(collect_set(START.col()), false).as(EARLIER.name()))
                .where(array_size(EARLIER.col()).geq(3))
                .select(
                        VEHICLE.col(),
                        element_at(EARLIER.col(), lit(3)).as(READ_FROM.name()),
                        element_at(EARLIER.col(), lit(2)).as(WRITE_FROM.name()));
    }

    private Dataset<Row> behind(Dataset<Row> touched) {
        Column laterDay = Table.DAY.col().geq(lit(days.to()));
        Dataset<Row> sessions = ends(ChargeSession.TABLE).where(laterDay);
        Dataset<Row> units = ends(Trip.TABLE).where(laterDay).unionByName(sessions);
        Dataset<Row> last = units.groupBy(VEHICLE.col()).agg(max(END.col()).as(END.name()));
        Dataset<Row> clear = clearSessions(touched, sessions);
        Dataset<Row> stay = sessions.join(clear, VEHICLE.name())
                .where(START.col().gt(CLEAR.col()))
                .groupBy(VEHICLE.col())
                .agg(min(START.col()).as(STAY_FROM.name()));
        return touched.join(stay, using(VEHICLE), "left")
                .join(last, using(VEHICLE), "left")
                .select(
                        VEHICLE.col(),
                        STAY_FROM.col(),
                        coalesce(STAY_FROM.col(), greatest(END.col(), REACH.col()), REACH.col())
                                .as(READ_TO.name()));
    }

    /** Of each vehicle the first stored session behind the days over whose start no record reaches. */
    private Dataset<Row> clearSessions(Dataset<Row> touched, Dataset<Row> sessions) {
        Column laterDay = Table.DAY.col().geq(lit(days.to()));
        Dataset<Row> candidates = sessions.select(
                VEHICLE.col(), START.col(), lit(null).cast("timestamp").as(END.name()));
        Dataset<Row> records = ends(Drive.TABLE)
                .unionByName(ends(Charge.TABLE))
                .where(laterDay)
                .select(VEHICLE.col(), START.col(), END.col());
        var earlier =
                Window.partitionBy(VEHICLE.col()).orderBy(unix(START)).rangeBetween(Window.unboundedPreceding(), -1);
        return candidates
                .unionByName(records)
                .join(touched, VEHICLE.name())
                .withColumn(REACHED.name(), greatest(max(END.col()).over(earlier), REACH.col()))
                .where(END.col().isNull().and(START.col().geq(REACHED.col())))
                .groupBy(VEHICLE.col())
                .agg(min(START.col()).as(CLEAR.name()));
    }

    private static Column unix(Col time) {
        return unix_micros(time.col());
    }

    private static Column at(LocalDate day) {
        return lit(Days.startOf(day));
    }

    private static String[] using(Col col) {
        return new String[] {col.name()};
    }
}
