package io.chargelake.jobs.vehicles.sessions;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.xxhash64;

import io.chargelake.jobs.lake.Conform;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The part of each vehicle's history that is made anew, as {@link Seams} found it.
 *
 * @param readDays days that hold all records of it
 * @param writeDays days that hold all rows of it
 */
record Region(Dataset<Row> seams, Column readDays, Column writeDays) implements AutoCloseable {
    private static final Col START = Trip.START_TIME;
    private static final Col DIGEST = Col.bigint("digest");
    private static final Col SIDE = Col.integer("side");
    private static final Column IS_MADE_ANEW = START.col()
            .geq(Seams.WRITE_FROM.col())
            .and(Seams.STAY_FROM.col().isNull().or(START.col().lt(Seams.STAY_FROM.col())));

    static Region of(Dataset<Row> found) {
        Dataset<Row> seams = Settled.of(found);
        Row edges = seams.agg(
                        to_date(min(Seams.READ_FROM.col())),
                        to_date(max(Seams.READ_TO.col())),
                        to_date(min(Seams.WRITE_FROM.col())))
                .head();
        if (edges.isNullAt(0)) {
            return new Region(seams, lit(false), lit(false));
        }
        Column day = Table.DAY.col();
        Column readDays = day.between(lit(edges.<LocalDate>getAs(0)), lit(edges.<LocalDate>getAs(1)));
        return new Region(seams, readDays, day.geq(lit(edges.<LocalDate>getAs(2))));
    }

    RecordTables of(RecordTables all) {
        RecordTables ofDays = all.where(readDays);
        return new RecordTables(records(ofDays.drives()), records(ofDays.charges()), all.period());
    }

    private Dataset<Row> records(Dataset<Row> rows) {
        return rows.join(seams, Trip.VEHICLE_ID.name())
                .where(START.col().between(Seams.READ_FROM.col(), Seams.READ_TO.col()))
                .drop(seamColumns());
    }

    /** Replaces the days on which something differs from what is stored; on them, rows that are not of the region stay. */
    void replace(Run run, Table table, Dataset<Row> rows) {
        Dataset<Row> stored = run.lake().read(table).where(writeDays);
        Dataset<Row> fresh = only(table, Conform.to(table, rows).where(writeDays));
        Dataset<Row> old = only(table, stored);
        Set<LocalDate> days = daysThatDiffer(table, fresh, old);
        if (!days.isEmpty()) {
            Column changes = Table.DAY.col().isin(days.toArray());
            run.replaceDays(table, days, fresh.where(changes).unionByName(others(table, stored.where(changes))));
        }
    }

    private static Set<LocalDate> daysThatDiffer(Table table, Dataset<Row> some, Dataset<Row> others) {
        Column digest = xxhash64(columns(table)).as(DIGEST.name());
        Dataset<Row> all = some.select(Table.DAY.col(), digest, lit(1).as(SIDE.name()))
                .union(others.select(Table.DAY.col(), digest, lit(-1)));
        return all
                .groupBy(Table.DAY.col(), DIGEST.col())
                .agg(sum(SIDE.col()).as(SIDE.name()))
                .where(SIDE.col().notEqual(0))
                .select(Table.DAY.col())
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.<LocalDate>getAs(0))
                .collect(Collectors.toSet());
    }

    private Dataset<Row> only(Table table, Dataset<Row> rows) {
        return rows.join(seams, Trip.VEHICLE_ID.name()).where(IS_MADE_ANEW).select(columns(table));
    }

    private Dataset<Row> others(Table table, Dataset<Row> rows) {
        return rows.join(seams, new String[] {Trip.VEHICLE_ID.name()}, "left")
                .where(Seams.WRITE_FROM.col().isNull().or(not(IS_MADE_ANEW)))
                .select(columns(table));
    }

    private static Column[] columns(Table table) {
        return table.columns().stream().map(Col::col).toArray(Column[]::new);
    }

    private static String[] seamColumns() {
        return new String[] {
            Seams.READ_FROM.name(), Seams.READ_TO.name(), Seams.WRITE_FROM.name(), Seams.STAY_FROM.name()
        };
    }

    @Override
    public void close() {
        seams.unpersist();
    }
}
