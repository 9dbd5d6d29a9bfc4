package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The clean tables that sessions are made of, whole: which days of them are read is decided later.
 *
 * @param period the days for which there are records, if there are any
 */
record RecordTables(Dataset<Row> drives, Dataset<Row> charges, Optional<Period> period) {

    static RecordTables of(Run run) {
        run.noteInput(Drive.TABLE);
        run.noteInput(Charge.TABLE);
        SortedSet<LocalDate> days = run.lake().days(Drive.TABLE);
        days.addAll(run.lake().days(Charge.TABLE));
        Optional<Period> period = days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(days.first(), days.last().plusDays(1)));
        return new RecordTables(run.lake().read(Drive.TABLE), run.lake().read(Charge.TABLE), period);
    }

    RecordTables where(Column condition) {
        return new RecordTables(drives.where(condition), charges.where(condition), period);
    }

    /** Rows of both; known from the tables' metadata where all are asked for. */
    long count() {
        return drives.count() + charges.count();
    }
}
