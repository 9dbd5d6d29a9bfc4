package io.chargelake.jobs.vehicles;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.vehicles.clean.VehicleQuality;
import io.chargelake.vehicle.NeighbourCounts;
import io.chargelake.vehicle.Span;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What shows only between a vehicle's records: drives and charges side by side, sorted once a vehicle. Nothing is refused for it
 * here: which of two records is right is for sessions to say.
 */
final class Neighbours {
    private static final Col START = Col.bigint("start_us");
    private static final Col END = Col.bigint("end_us");
    private static final Col IS_DRIVE = Col.bool("is_drive");

    // columns by their place
    private static final int VEHICLE_AT = 0;
    private static final int START_AT = 1;
    private static final int END_AT = 2;
    private static final int IS_DRIVE_AT = 3;
    private static final int SOC_START_AT = 4;
    private static final int SOC_END_AT = 5;
    private static final int ODOMETER_START_AT = 6;
    private static final int ODOMETER_END_AT = 7;

    /** Looks at the days that a delivery touched, as they are in the lake now. */
    static void find(Run run, Map<Table, Set<LocalDate>> days) {
        Dataset<Row> drives = touched(run, Drive.TABLE, days);
        Dataset<Row> charges = touched(run, Charge.TABLE, days);
        NeighbourCounts counts = counted(events(drives, charges));
        run.find(VehicleQuality.OVERLAP, counts.overlaps());
        run.find(VehicleQuality.DRIVE_DURING_CHARGE, counts.drivesDuringCharges());
        run.find(VehicleQuality.SOC_JUMP, counts.socJumps());
        run.find(VehicleQuality.ODOMETER_BEHIND, counts.odometersBehind());
    }

    private static Dataset<Row> touched(Run run, Table table, Map<Table, Set<LocalDate>> days) {
        return run.lake()
                .read(table)
                .where(Table.DAY.col().isin(days.getOrDefault(table, Set.of()).toArray()));
    }

    private static Dataset<Row> events(Dataset<Row> drives, Dataset<Row> charges) {
        Column untold = lit(null).cast(Drive.ODOMETER_START_KM.type());
        return drives.select(columns(lit(true), Drive.ODOMETER_START_KM.col(), Drive.ODOMETER_END_KM.col()))
                .union(charges.select(columns(lit(false), untold, untold)));
    }

    /** Columns that both tables have are the same by name. */
    private static Column[] columns(Column isDrive, Column odometerStart, Column odometerEnd) {
        return new Column[] {
            Drive.VEHICLE_ID.col(),
            unix_micros(Drive.START_TIME.col()).as(START.name()),
            unix_micros(Drive.END_TIME.col()).as(END.name()),
            isDrive.as(IS_DRIVE.name()),
            Drive.SOC_START.col(),
            Drive.SOC_END.col(),
            odometerStart,
            odometerEnd
        };
    }

    /** One sort a vehicle, then one pass. */
    private static NeighbourCounts counted(Dataset<Row> events) {
        return events.repartition(Drive.VEHICLE_ID.col())
                .sortWithinPartitions(Drive.VEHICLE_ID.col(), START.col(), END.col(), IS_DRIVE.col())
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(rows -> List.of(counted(rows)).iterator())
                .fold(new NeighbourCounts(), NeighbourCounts::plus);
    }

    private static NeighbourCounts counted(Iterator<InternalRow> rows) {
        var counts = new NeighbourCounts();
        UTF8String vehicle = null;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (!row.getUTF8String(VEHICLE_AT).equals(vehicle)) {
                vehicle = row.getUTF8String(VEHICLE_AT).clone(); // a row is overwritten by the next
                counts.nextVehicle();
            }
            add(row, counts);
        }
        return counts;
    }

    private static void add(InternalRow row, NeighbourCounts counts) {
        Span span = new Span(row.getLong(START_AT), row.getLong(END_AT));
        if (row.getBoolean(IS_DRIVE_AT)) {
            counts.drive(
                    span,
                    number(row, SOC_START_AT),
                    number(row, SOC_END_AT),
                    number(row, ODOMETER_START_AT),
                    number(row, ODOMETER_END_AT));
        } else {
            counts.charge(span, number(row, SOC_START_AT), number(row, SOC_END_AT));
        }
    }

    private static double number(InternalRow row, int column) {
        return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
    }

    private Neighbours() {}
}
