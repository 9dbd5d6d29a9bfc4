package io.chargelake.jobs.lake;

import static org.apache.spark.sql.functions.col;

import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.Table;
import io.delta.tables.DeltaTable;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Delta tables, each in the folder of its name below the lake's root. */
final class DeltaLake implements Lake {
    private static final String FORMAT = "delta";

    private final SparkSession spark;
    private final URI root;

    DeltaLake(SparkSession spark, URI root) {
        this.spark = spark;
        this.root = root;
    }

    @Override
    public boolean has(Table table) {
        return DeltaTable.isDeltaTable(spark, path(table.name()));
    }

    @Override
    public Dataset<Row> read(Table table) {
        return has(table) ? Conform.to(table, stored(table.name())) : Conform.empty(spark, table);
    }

    @Override
    public Dataset<Row> read(Table table, String version) {
        if (at(table, version).version() == snapshot(table.name()).version()) {
            return read(table);
        }
        return Conform.to(
                table,
                spark.read().format(FORMAT).option("versionAsOf", version).load(path(table.name())));
    }

    @Override
    public SortedMap<LocalDate, String> marks(Table table, String version) {
        DayMarks marks = new DayMarks();
        at(table, version)
                .allFiles()
                .toDF()
                .select(col("partitionValues").getItem(Table.DAY.name()), col("path"))
                .collectAsList()
                .forEach(row -> marks.add(LocalDate.parse(row.getString(0)), row.getString(1)));
        return marks.marks();
    }

    @Override
    public SortedSet<LocalDate> days(Table table) {
        if (!has(table)) {
            return new TreeSet<>();
        }
        return snapshot(table.name())
                .allFiles()
                .toDF()
                .select(col("partitionValues").getItem(Table.DAY.name()))
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> LocalDate.parse(row.getString(0)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Dataset<Row> stored(String table) {
        return spark.read().format(FORMAT).load(path(table));
    }

    @Override
    public Written replaceDays(Table table, Set<LocalDate> days, Dataset<Row> rows) {
        writer(table, Layout.of(table, rows))
                .mode(SaveMode.Overwrite)
                .option("replaceWhere", Layout.daysPredicate(days))
                .save(path(table.name()));
        return lastCommit(table);
    }

    @Override
    public Written replaceDays(Table table, Set<LocalDate> days, List<NewFile> files) {
        return new DeltaFiles(spark, table, path(table.name())).replaceDays(days, files);
    }

    @Override
    public Written replace(Table table, List<NewFile> files) {
        return new DeltaFiles(spark, table, path(table.name())).replace(files);
    }

    @Override
    public Optional<FileTarget> fileTarget(Table table) {
        boolean asDeclared = !has(table)
                || List.of(stored(table.name()).columns())
                        .equals(table.columnNames().toList());
        return asDeclared ? Optional.of(FileTarget.of(spark, path(table.name()), Map.of())) : Optional.empty();
    }

    @Override
    public Written replace(Table table, Dataset<Row> rows) {
        writer(table, Layout.of(table, rows)).mode(SaveMode.Overwrite).save(path(table.name()));
        return lastCommit(table);
    }

    @Override
    public Written merge(Table table, Dataset<Row> rows) {
        if (!has(table)) {
            return replace(table, rows);
        }
        addNewColumns(table);
        long before = snapshot(table.name()).version();
        DeltaTable.forPath(spark, path(table.name()))
                .as(Merge.TARGET)
                .merge(Conform.to(table, rows).as(Merge.SOURCE), Merge.sameKey(table))
                .whenMatched(Merge.anyDifference(table))
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
        return snapshot(table.name()).version() == before
                ? new Written(table.name(), Long.toString(before), 0)
                : lastCommit(table);
    }

    @Override
    public Written append(Table table, Dataset<Row> rows, String runId, String inputHash) {
        String transaction = runId + "#" + inputHash;
        if (!AppendOnce.isNew(table, runId, transaction, transactions(table))) {
            return lastCommit(table);
        }
        writer(table, Layout.of(table, rows))
                .mode(SaveMode.Append)
                .option("txnAppId", transaction)
                .option("txnVersion", 1)
                .save(path(table.name()));
        return lastCommit(table);
    }

    @Override
    public List<String> tables() {
        return Storage.of(spark, root).folders(root).stream()
                .filter(name -> DeltaTable.isDeltaTable(spark, path(name)))
                .sorted()
                .toList();
    }

    @Override
    public String version(Table table) {
        return Long.toString(snapshot(table.name()).version());
    }

    @Override
    public TableState state(String table) {
        Snapshot snapshot = snapshot(table);
        return new TableState(
                table,
                Long.toString(snapshot.version()),
                stored(table).count(),
                snapshot.numOfFiles(),
                snapshot.sizeInBytes());
    }

    private DataFrameWriter<Row> writer(Table table, Dataset<Row> rows) {
        addNewColumns(table);
        DataFrameWriter<Row> writer = rows.write().format(FORMAT).options(DeltaProperties.of(table));
        return table.isByDay() ? writer.partitionBy(Table.DAY.name()) : writer;
    }

    private void addNewColumns(Table table) {
        if (has(table)) {
            NewColumns.ddl(table, stored(table.name()))
                    .ifPresent(columns -> spark.sql("ALTER TABLE delta.`" + path(table.name()) + "`" + columns));
        }
    }

    private Written lastCommit(Table table) {
        long version = snapshot(table.name()).version();
        long rows = DeltaCommit.read(Storage.of(spark, root), Storage.child(root, table.name()), version)
                .rowsWritten();
        return new Written(table.name(), Long.toString(version), rows);
    }

    private List<String> transactions(Table table) {
        if (!has(table)) {
            return List.of();
        }
        return CollectionConverters.asJava(snapshot(table.name()).setTransactions()).stream()
                .map(t -> t.appId())
                .toList();
    }

    /** The snapshot of a version whose log is kept still. */
    private Snapshot at(Table table, String version) {
        var logAndLast = DeltaLog.forTableWithSnapshot(spark, path(table.name()));
        long wanted = Long.parseLong(version);
        if (logAndLast._2().version() == wanted) {
            return logAndLast._2();
        }
        try {
            return logAndLast._1().getSnapshotAt(wanted, Option.empty(), Option.empty());
        } catch (RuntimeException e) {
            throw new UserError(
                    ExitCode.INPUT,
                    "Cannot read " + table.name() + " at version " + version
                            + ", which a run's record names: it is not kept any more (run the job that makes the table again)",
                    e);
        }
    }

    private Snapshot snapshot(String table) {
        return DeltaLog.forTableWithSnapshot(spark, path(table))._2();
    }

    private String path(String table) {
        return Storage.plain(Storage.child(root, table));
    }
}
