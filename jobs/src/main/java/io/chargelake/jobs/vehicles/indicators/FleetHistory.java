package io.chargelake.jobs.vehicles.indicators;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.tables.Vehicle;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Trips, charge sessions and cycles with the day their clock showed when they began, and the vehicle's attributes. */
record FleetHistory(Dataset<Row> trips, Dataset<Row> sessions, Dataset<Row> cycles) {
    static final Col LOCAL_DAY = Col.date("local_day");

    /** Of UTC days. */
    static FleetHistory read(Run run, Days days) {
        Function<Table, Dataset<Row>> tables = table -> {
            Dataset<Row> rows = run.lake().read(table);
            return table.isByDay() ? rows.where(days.containDay()) : rows;
        };
        return of(tables, run.settings().zone());
    }

    /** Of whole local years; none for all. */
    static FleetHistory read(Run run, Optional<Years> years) {
        FleetHistory near = read(run, years.map(Years::utcDays).orElse(Days.ALL));
        return years.map(some ->
                        near.each(rows -> rows.where(year(LOCAL_DAY.col()).between(some.first(), some.last()))))
                .orElse(near);
    }

    /** @param zone of the network, for what has no place with a time zone */
    static FleetHistory of(Function<Table, Dataset<Row>> tables, ZoneId zone) {
        Column network = lit(zone.getId());
        Dataset<Row> vehicles = tables.apply(Vehicle.TABLE);
        return new FleetHistory(
                        dated(tables.apply(Trip.TABLE), network),
                        dated(tables.apply(ChargeSession.TABLE), placeOr(network)),
                        dated(tables.apply(Cycle.TABLE), network))
                .each(rows -> rows.join(vehicles, new String[] {Vehicle.VEHICLE_ID.name()}, "left"));
    }

    private FleetHistory each(UnaryOperator<Dataset<Row>> change) {
        return new FleetHistory(change.apply(trips), change.apply(sessions), change.apply(cycles));
    }

    private static Dataset<Row> dated(Dataset<Row> rows, Column zone) {
        Column local = from_utc_timestamp(Trip.START_TIME.col(), zone);
        return rows.withColumn(LOCAL_DAY.name(), to_date(local));
    }

    /** The zone of the place where that is a time zone. */
    private static Column placeOr(Column network) {
        Column place = ChargeSession.ZONE.col();
        Object[] known = ZoneId.getAvailableZoneIds().toArray();
        return coalesce(when(place.isin(known), place), network);
    }
}
