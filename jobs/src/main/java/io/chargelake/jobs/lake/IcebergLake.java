package io.chargelake.jobs.lake;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.Table;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.CreateTableWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Iceberg tables of one namespace in a catalog of the lake's own; by default a catalog kept in the lake's folder. */
final class IcebergLake implements Lake {
    private static final String NAMESPACE = IcebergCatalog.NAMESPACE;
    private static final String EMPTY = IcebergCatalog.EMPTY;
    private static final String APPENDED = "chargelake.append";

    private final SparkSession spark;
    private final String catalog;

    IcebergLake(SparkSession spark, URI root, Optional<CatalogSettings> settings) {
        this.spark = spark;
        this.catalog = "lake_" + Integer.toHexString(root.hashCode());
        String prefix = "spark.sql.catalog." + catalog;
        spark.conf().set(prefix, "org.apache.iceberg.spark.SparkCatalog");
        IcebergCatalog.properties(root, settings)
                .forEach((key, value) -> spark.conf().set(prefix + "." + key, value));
    }

    @Override
    public boolean has(Table table) {
        return spark.catalog().tableExists(name(table.name()));
    }

    @Override
    public Dataset<Row> read(Table table) {
        return has(table) ? Conform.to(table, stored(table.name())) : Conform.empty(spark, table);
    }

    @Override
    public Dataset<Row> read(Table table, String version) {
        if (version.equals(EMPTY)) {
            return Conform.empty(spark, table);
        }
        requireKept(table, version);
        return Conform.to(table, spark.read().option("snapshot-id", version).table(name(table.name())));
    }

    @Override
    public SortedMap<LocalDate, String> marks(Table table, String version) {
        if (version.equals(EMPTY)) {
            return new TreeMap<>();
        }
        requireKept(table, version);
        return new IcebergFiles(table, iceberg(table.name())).marks(Long.parseLong(version));
    }

    @Override
    public SortedSet<LocalDate> days(Table table) {
        return has(table) ? new IcebergFiles(table, iceberg(table.name())).days() : new TreeSet<>();
    }

    @Override
    public Dataset<Row> stored(String table) {
        return spark.read().table(name(table));
    }

    @Override
    public Written replaceDays(Table table, Set<LocalDate> days, Dataset<Row> rows) {
        return overwrite(table, expr(Layout.daysPredicate(days)), rows);
    }

    @Override
    public Written replaceDays(Table table, Set<LocalDate> days, List<NewFile> files) {
        new IcebergFiles(table, iceberg(table.name())).replaceDays(days, files);
        return lastCommit(table);
    }

    @Override
    public Optional<FileTarget> fileTarget(Table table) {
        if (!has(table)) {
            create(table, Conform.empty(spark, table));
        }
        return new IcebergFiles(table, iceberg(table.name())).target(spark);
    }

    @Override
    public Written replace(Table table, Dataset<Row> rows) {
        return overwrite(table, lit(true), rows);
    }

    @Override
    public Written replace(Table table, List<NewFile> files) {
        new IcebergFiles(table, iceberg(table.name())).replace(files);
        return lastCommit(table);
    }

    @Override
    public Written merge(Table table, Dataset<Row> rows) {
        if (!has(table)) {
            return replace(table, rows);
        }
        addNewColumns(table);
        String source = "source_of_" + table.name();
        Conform.to(table, rows).createOrReplaceTempView(source);
        spark.sql(
                "MERGE INTO " + name(table.name()) + " AS " + Merge.TARGET + " USING " + source + " AS " + Merge.SOURCE
                        + " ON " + Merge.sameKey(table) + " WHEN MATCHED AND " + Merge.anyDifference(table)
                        + " THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *");
        spark.catalog().dropTempView(source);
        return lastCommit(table);
    }

    @Override
    public Written append(Table table, Dataset<Row> rows, String runId, String inputHash) {
        String transaction = runId + "#" + inputHash;
        if (has(table)) {
            addNewColumns(table);
        } else {
            create(table, Conform.empty(spark, table));
        }
        if (AppendOnce.isNew(table, runId, transaction, appended(table))) {
            try {
                Layout.of(table, rows)
                        .writeTo(name(table.name()))
                        .option("snapshot-property." + APPENDED, transaction)
                        .append();
            } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
                throw vanished(table, e);
            }
        }
        return lastCommit(table);
    }

    @Override
    public List<String> tables() {
        return spark.sql("SHOW NAMESPACES IN " + catalog).collectAsList().stream()
                        .anyMatch(r -> NAMESPACE.equals(r.getString(0)))
                ? spark.sql("SHOW TABLES IN " + catalog + "." + NAMESPACE).collectAsList().stream()
                        .map(row -> row.getString(1))
                        .sorted()
                        .toList()
                : List.of();
    }

    @Override
    public String version(Table table) {
        return lastCommit(table).version();
    }

    @Override
    public TableState state(String table) {
        Snapshot snapshot = iceberg(table).currentSnapshot();
        return snapshot == null
                ? new TableState(table, EMPTY, 0, 0, 0)
                : new TableState(
                        table,
                        Long.toString(snapshot.snapshotId()),
                        summary(snapshot, "total-records"),
                        summary(snapshot, "total-data-files"),
                        summary(snapshot, "total-files-size"));
    }

    private Written overwrite(Table table, Column where, Dataset<Row> rows) {
        Dataset<Row> arranged = Layout.of(table, rows);
        if (!has(table)) {
            create(table, arranged);
            return lastCommit(table);
        }
        addNewColumns(table);
        try {
            arranged.writeTo(name(table.name())).overwrite(where);
        } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
            throw vanished(table, e);
        }
        return lastCommit(table);
    }

    private void addNewColumns(Table table) {
        NewColumns.ddl(table, stored(table.name()))
                .ifPresent(columns -> spark.sql("ALTER TABLE " + name(table.name()) + columns));
    }

    /** Table and first rows in one commit. Rows arrive arranged, so Iceberg need not shuffle them again. */
    private void create(Table table, Dataset<Row> arranged) {
        CreateTableWriter<Row> writer = arranged.writeTo(name(table.name()))
                .using("iceberg")
                .tableProperty("format-version", "2")
                .tableProperty("write.distribution-mode", "none");
        try {
            (table.isByDay() ? writer.partitionedBy(Table.DAY.col()) : writer).create();
        } catch (org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException e) {
            throw UserError.retry("Cannot create " + table.name() + ": another run has just created it (run again)");
        }
    }

    private Written lastCommit(Table table) {
        Snapshot snapshot = iceberg(table.name()).currentSnapshot();
        return snapshot == null
                ? new Written(table.name(), EMPTY, 0)
                : new Written(table.name(), Long.toString(snapshot.snapshotId()), summary(snapshot, "added-records"));
    }

    private void requireKept(Table table, String version) {
        if (iceberg(table.name()).snapshot(Long.parseLong(version)) == null) {
            throw UserError.input("Cannot read " + table.name() + " at version " + version
                    + ", which a run's record names: it is not kept any more (run the job that makes the table again)");
        }
    }

    private List<String> appended(Table table) {
        var found = new ArrayList<String>();
        for (Snapshot snapshot : iceberg(table.name()).snapshots()) {
            String transaction = snapshot.summary().get(APPENDED);
            if (transaction != null) {
                found.add(transaction);
            }
        }
        return found;
    }

    private org.apache.iceberg.Table iceberg(String table) {
        try {
            org.apache.iceberg.Table loaded = Spark3Util.loadIcebergTable(spark, name(table));
            loaded.refresh();
            return loaded;
        } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException
                | org.apache.spark.sql.catalyst.parser.ParseException
                | NoSuchTableException e) {
            throw UserError.input("Cannot read table " + table + ": it is not in this lake");
        }
    }

    private static long summary(Snapshot snapshot, String key) {
        return Long.parseLong(snapshot.summary().getOrDefault(key, "0"));
    }

    private static UserError vanished(Table table, Exception cause) {
        return UserError.retry("Cannot write " + table.name() + ": it was dropped while this run wrote to it ("
                + cause.getMessage() + ")");
    }

    private String name(String table) {
        return catalog + "." + NAMESPACE + "." + table;
    }
}
