package io.chargelake.jobs.vehicles.sessions;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_date;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The clean tables that sessions are made of, whole: which days of them are read is decided later. */
record RecordTables(Dataset<Row> drives, Dataset<Row> charges) {

    static RecordTables of(Run run) {
        run.noteInput(Drive.TABLE);
        run.noteInput(Charge.TABLE);
        return new RecordTables(run.lake().read(Drive.TABLE), run.lake().read(Charge.TABLE));
    }

    /**
     * The days for which there are records. As numbers: Delta answers for the least of a partition's dates from statistics it does
     * not keep for partitions, and says there is none.
     */
    Optional<Period> period() {
        Column number = unix_date(Table.DAY.col());
        Column day = Table.DAY.col();
        Row days = drives.select(number.as(Table.DAY.name()))
                .union(charges.select(number.as(Table.DAY.name())))
                .agg(min(day), max(day))
                .head();
        return days.isNullAt(0)
                ? Optional.empty()
                : Optional.of(
                        new Period(LocalDate.ofEpochDay(days.getInt(0)), LocalDate.ofEpochDay(days.getInt(1) + 1L)));
    }

    RecordTables where(Column condition) {
        return new RecordTables(drives.where(condition), charges.where(condition));
    }

    /** Rows of both; known from the tables' metadata where all are asked for. */
    long count() {
        return drives.count() + charges.count();
    }
}
