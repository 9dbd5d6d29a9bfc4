package io.chargelake.jobs.lake;

import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.SparkSession;

/** Commits data files to an Iceberg table. */
record IcebergFiles(Table table, org.apache.iceberg.Table stored) {
    private static final String ANY_NAME = "name";

    /** Where to put files, if the table is stored as it is declared and its files are reached through Hadoop. */
    Optional<FileTarget> target(SparkSession spark) {
        // by name, parts of a column by theirs: "flags" and "flags.element"
        Map<String, Integer> ids = TypeUtil.indexByName(stored.schema().asStruct());
        Set<String> names =
                stored.schema().columns().stream().map(NestedField::name).collect(Collectors.toSet());
        boolean asDeclared =
                names.equals(table.columns().stream().map(Col::name).collect(Collectors.toSet()));
        if (!asDeclared || !(stored.io() instanceof HadoopFileIO)) {
            return Optional.empty();
        }
        String file = stored.locationProvider().newDataLocation(ANY_NAME);
        String folder = file.substring(0, file.length() - ANY_NAME.length() - 1);
        return Optional.of(FileTarget.of(spark, folder, ids));
    }

    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        eachFile(stored.newScan(), file -> days.add(day(file)));
        return days;
    }

    /** Of each day's files at a snapshot, and of the files that say which of their rows are gone. */
    SortedMap<LocalDate, String> marks(long snapshot) {
        DayMarks marks = new DayMarks();
        eachFile(stored.newScan().useSnapshot(snapshot), file -> {
            marks.add(day(file), file.file().location());
            file.deletes().forEach(gone -> marks.add(day(file), gone.location()));
        });
        return marks.marks();
    }

    private static void eachFile(TableScan scan, Consumer<FileScanTask> use) {
        try (CloseableIterable<FileScanTask> files = scan.planFiles()) {
            files.forEach(use);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the partitions name it, by the number of days since 1970. */
    private static LocalDate day(FileScanTask file) {
        return LocalDate.ofEpochDay(file.file().partition().get(0, Integer.class));
    }

    /** The rows of these days become those of the files. */
    void replaceDays(Set<LocalDate> days, List<NewFile> files) {
        replace(
                Expressions.in(
                        Table.DAY.name(), days.stream().map(LocalDate::toString).toArray()),
                files);
    }

    /** All rows become those of the files. */
    void replace(List<NewFile> files) {
        replace(Expressions.alwaysTrue(), files);
    }

    private void replace(Expression replaced, List<NewFile> files) {
        PartitionSpec spec = stored.spec();
        OverwriteFiles overwrite = stored.newOverwrite().overwriteByRowFilter(replaced);
        files.forEach(file -> overwrite.addFile(added(spec, file)));
        overwrite.commit();
    }

    private static DataFile added(PartitionSpec spec, NewFile file) {
        return DataFiles.builder(spec)
                .withPath(file.path())
                .withFormat(FileFormat.PARQUET)
                .withPartitionPath(Table.DAY.name() + "=" + file.day())
                .withFileSizeInBytes(file.bytes())
                .withRecordCount(file.rows())
                .build();
    }
}
