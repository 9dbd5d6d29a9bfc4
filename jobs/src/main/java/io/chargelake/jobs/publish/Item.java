package io.chargelake.jobs.publish;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A part of a table at one version.
 *
 * @param leftAt when the run ended that left this version; empty where no run's record tells of the table
 */
public record Item(Run run, Table table, Part part, String version, Optional<Instant> leftAt) {

    /** All rows. */
    public Dataset<Row> rows() {
        return run.lake().read(table, version).where(part.rows(table));
    }

    public Dataset<Row> rows(Set<LocalDate> days) {
        return rows().where(Table.DAY.col().isin(days.toArray()));
    }

    /** A mark for each day, of a table laid out by days. */
    public SortedMap<LocalDate, String> marks() {
        return run.lake().marks(table, version);
    }
}
