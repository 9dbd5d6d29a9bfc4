package io.chargelake.jobs.vehicles;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.vehicles.clean.VehicleQuality;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What shows only between a vehicle's records: drives and charges side by side, sorted once a vehicle. Nothing is refused for it
 * here: which of two records is right is for sessions to say.
 */
final class Neighbours {
    private static final double SOC_STEP = 5;
    /** What odometers are rounded by. */
    private static final double ROUNDING_KM = 1;

    private static final String KIND = "_kind";
    private static final String LAST_DRIVE_END = "_last_drive_end";
    private static final String LAST_CHARGE_END = "_last_charge_end";
    private static final String SOC_BEFORE = "_soc_before";
    private static final String KM_BEFORE = "_km_before";

    /** Looks at the days that a delivery touched, as they are in the lake now. */
    static void find(Run run, Map<Table, Set<LocalDate>> days) {
        Dataset<Row> both = events(run, Drive.TABLE, days).unionByName(events(run, Charge.TABLE, days));
        Row counts = counted(both);
        run.find(VehicleQuality.OVERLAP, counts.getLong(0));
        run.find(VehicleQuality.DRIVE_DURING_CHARGE, counts.getLong(1));
        run.find(VehicleQuality.SOC_JUMP, counts.getLong(2));
        run.find(VehicleQuality.ODOMETER_BEHIND, counts.getLong(3));
    }

    private static Dataset<Row> events(Run run, Table table, Map<Table, Set<LocalDate>> days) {
        boolean drives = table.equals(Drive.TABLE);
        return run.lake()
                .read(table)
                .where(Table.DAY.col().isin(days.getOrDefault(table, Set.of()).toArray()))
                .select(
                        lit(table.name()).as(KIND),
                        Drive.VEHICLE_ID.col(),
                        Drive.START_TIME.col(),
                        Drive.END_TIME.col(),
                        Drive.SOC_START.col(),
                        Drive.SOC_END.col(),
                        odometer(Drive.ODOMETER_START_KM, drives ? Drive.ODOMETER_START_KM.col() : lit(null)),
                        odometer(Drive.ODOMETER_END_KM, drives ? Drive.ODOMETER_END_KM.col() : lit(null)));
    }

    private static Column odometer(Col column, Column value) {
        return value.cast(column.type()).as(column.name());
    }

    /** One sort a vehicle; what came before is everything that began before. */
    static Row counted(Dataset<Row> events) {
        WindowSpec byTime = Window.partitionBy(Drive.VEHICLE_ID.col())
                .orderBy(Drive.START_TIME.col(), Drive.END_TIME.col(), col(KIND));
        WindowSpec before = byTime.rowsBetween(Window.unboundedPreceding(), -1);
        Column isDrive = col(KIND).equalTo(Drive.TABLE.name());
        Column ownEnd = when(isDrive, col(LAST_DRIVE_END)).otherwise(col(LAST_CHARGE_END));
        Column otherEnd = when(isDrive, col(LAST_CHARGE_END)).otherwise(col(LAST_DRIVE_END));
        return events.withColumn(
                        LAST_DRIVE_END, max(when(isDrive, Drive.END_TIME.col())).over(before))
                .withColumn(
                        LAST_CHARGE_END,
                        max(when(not(isDrive), Drive.END_TIME.col())).over(before))
                .withColumn(SOC_BEFORE, lag(Drive.SOC_END.col(), 1).over(byTime))
                .withColumn(KM_BEFORE, last(Drive.ODOMETER_END_KM.col(), true).over(before))
                .agg(
                        count(when(Drive.START_TIME.col().lt(ownEnd), 1)),
                        count(when(Drive.START_TIME.col().lt(otherEnd), 1)),
                        count(when(
                                abs(Drive.SOC_START.col().minus(col(SOC_BEFORE)))
                                        .gt(SOC_STEP),
                                1)),
                        count(when(
                                Drive.ODOMETER_START_KM.col().lt(col(KM_BEFORE).minus(ROUNDING_KM)), 1)))
                .head();
    }

    private Neighbours() {}
}
