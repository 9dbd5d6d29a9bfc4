package io.chargelake.jobs.lake;

import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables by name, in Delta or Iceberg. Every write is one commit and can be repeated: the second time leaves the same rows. What a
 * write is given has the table's declared columns (see {@link Conform}); what a read returns has them too, whatever is stored.
 */
public interface Lake {

    boolean has(Table table);

    /** The table's rows; an empty Dataset of its columns when it was never written. */
    Dataset<Row> read(Table table);

    /** The table's rows as they were at a version that {@link #version} or a write told. */
    Dataset<Row> read(Table table, String version);

    /**
     * A mark for each day with data files of a table laid out by days, at a version: while it is the same, so are the day's rows. Known
     * without reading any; rows that are only written anew get another one.
     */
    SortedMap<LocalDate, String> marks(Table table, String version);

    /** The days with data files of a table laid out by days, in order; known without reading any. */
    SortedSet<LocalDate> days(Table table);

    /** The rows of these days become exactly {@code rows}; other days stay as they are, to the byte. */
    Written replaceDays(Table table, Set<LocalDate> days, Dataset<Row> rows);

    /** The same, of data files that tasks wrote where {@link #fileTarget} says. */
    Written replaceDays(Table table, Set<LocalDate> days, List<NewFile> files);

    /** Where tasks may write data files of a table; empty where only rows can be taken. */
    Optional<FileTarget> fileTarget(Table table);

    /** The whole table becomes {@code rows}; for small ones. */
    Written replace(Table table, Dataset<Row> rows);

    /** The same, of data files that tasks wrote where {@link #fileTarget} says; however large. */
    Written replace(Table table, List<NewFile> files);

    /** Inserts rows of new keys and updates rows of known ones where a value differs; {@code rows} hold one row a key. */
    Written merge(Table table, Dataset<Row> rows);

    /**
     * Adds rows once per run: the same run id with the same input does nothing the second time, with another input it is refused.
     *
     * @param inputHash stands for what the rows were made from
     */
    Written append(Table table, Dataset<Row> rows, String runId, String inputHash);

    /** Names of the tables that were written. */
    List<String> tables();

    /** The version a reader would see now. */
    String version(Table table);

    /** What is there of a table: version, rows, bytes. */
    TableState state(String table);

    /** A stored table under its own columns, for SQL. */
    Dataset<Row> stored(String table);
}
