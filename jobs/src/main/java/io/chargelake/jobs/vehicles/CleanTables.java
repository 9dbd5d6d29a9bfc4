package io.chargelake.jobs.vehicles;

import static org.apache.spark.sql.functions.col;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.quality.Intake;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.vehicles.clean.Kind;
import io.chargelake.jobs.vehicles.clean.RawRow;
import io.chargelake.jobs.vehicles.clean.VehicleQuality;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the three tables and accounts for every row that was read. */
final class CleanTables {

    /** @return the days that were made anew */
    static Map<Table, Set<LocalDate>> write(Run run, Intakes intakes) {
        Records.Written drives = Records.write(run, Drive.TABLE, intakes.accepted(Kind.DRIVE));
        Records.Written charges = Records.write(run, Charge.TABLE, intakes.accepted(Kind.CHARGE));
        Dataset<Row> spellings = spellings(intakes).persist();
        try {
            Dataset<Row> registered = intakes.accepted(Kind.VEHICLE);
            run.find(VehicleQuality.UNREGISTERED, Register.unregistered(run, registered, spellings));
            run.find(VehicleQuality.SPELLING, Register.misspelled(spellings));
            Accounting vehicles = Register.write(run, registered, spellings);
            run.account(accounting(intakes, vehicles, drives, charges));
        } finally {
            spellings.unpersist();
        }
        run.find(VehicleQuality.CONFLICT, drives.conflicts() + charges.conflicts());
        return Map.of(Drive.TABLE, drives.days(), Charge.TABLE, charges.days());
    }

    private static Dataset<Row> spellings(Intakes intakes) {
        return Register.spellings(Stream.of(Kind.DRIVE, Kind.CHARGE)
                .filter(intakes::has)
                .map(kind -> intakes.accepted(kind).select(Vehicle.VEHICLE_ID.col(), col(RawRow.SPELLED)))
                .reduce(Dataset::union)
                .orElseGet(() -> intakes.accepted(Kind.VEHICLE).select(Vehicle.VEHICLE_ID.col(), col(RawRow.SPELLED))));
    }

    private static Accounting accounting(
            Intakes intakes, Accounting vehicles, Records.Written drives, Records.Written charges) {
        return new Accounting(
                intakes.all().stream().mapToLong(Intake::read).sum(),
                vehicles.accepted() + drives.accepted() + charges.accepted(),
                intakes.all().stream().mapToLong(Intake::quarantined).sum(),
                vehicles.deduplicated() + drives.deduplicated() + charges.deduplicated());
    }

    private CleanTables() {}
}
