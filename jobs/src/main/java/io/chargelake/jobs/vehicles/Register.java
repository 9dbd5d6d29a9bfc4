package io.chargelake.jobs.vehicles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.vehicles.clean.RawRow;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The vehicles: those a register names, and those known by their drives and charges alone, of whom nothing else is known. */
final class Register {
    private static final String ROWS = "_rows";
    private static final String ALL = "_all";
    private static final String MOST = "_most";

    /** How often each vehicle is written in each spelling. */
    static Dataset<Row> spellings(Dataset<Row> rows) {
        return rows.groupBy(Vehicle.VEHICLE_ID.col(), col(RawRow.SPELLED))
                .agg(count(lit(1)).as(ROWS));
    }

    /** How many rows spell their vehicle otherwise than most of its rows do. */
    static long misspelled(Dataset<Row> spellings) {
        Row found = spellings
                .groupBy(Vehicle.VEHICLE_ID.col())
                .agg(sum(col(ROWS)).as(ALL), max(col(ROWS)).as(MOST))
                .agg(sum(col(ALL).minus(col(MOST))))
                .head();
        return found.isNullAt(0) ? 0 : found.getLong(0);
    }

    /** How many vehicles drive or charge that no register names; 0 where there is no register. */
    static long unregistered(Run run, Dataset<Row> registered, Dataset<Row> spellings) {
        Column[] attributes = Vehicle.TABLE.columns().stream()
                .filter(column -> !column.equals(Vehicle.VEHICLE_ID))
                .map(Col::col)
                .map(column -> column.cast("string"))
                .toArray(Column[]::new);
        Dataset<Row> named = registered
                .select(Vehicle.VEHICLE_ID.col())
                .union(run.lake()
                        .read(Vehicle.TABLE)
                        .where(coalesce(attributes).isNotNull())
                        .select(Vehicle.VEHICLE_ID.col()));
        return named.isEmpty()
                ? 0
                : spellings
                        .select(Vehicle.VEHICLE_ID.col())
                        .distinct()
                        .join(named, Vehicle.VEHICLE_ID.name(), "left_anti")
                        .count();
    }

    /** @param registered rows of registers that came, in the table's columns among others */
    static Accounting write(Run run, Dataset<Row> registered, Dataset<Row> spellings) {
        Dataset<Row> known = spellings.select(columns(Vehicle.VEHICLE_ID.col())).distinct();
        Dataset<Row> rows = registered
                .select(all())
                .union(known)
                .union(run.lake().read(Vehicle.TABLE).select(all()));
        run.merge(Vehicle.TABLE, Records.one(Vehicle.TABLE, rows));
        Row counts = registered
                .agg(count(lit(1)), countDistinct(Vehicle.VEHICLE_ID.col()))
                .head();
        return new Accounting(counts.getLong(0), counts.getLong(1), 0, counts.getLong(0) - counts.getLong(1));
    }

    private static Column[] all() {
        return Vehicle.TABLE.columns().stream().map(Col::col).toArray(Column[]::new);
    }

    /** A vehicle of which nothing but its id is known. */
    private static Column[] columns(Column id) {
        return Vehicle.TABLE.columns().stream()
                .map(column -> column.equals(Vehicle.VEHICLE_ID)
                        ? id
                        : lit(null).cast(column.type()).as(column.name()))
                .toArray(Column[]::new);
    }

    private Register() {}
}
