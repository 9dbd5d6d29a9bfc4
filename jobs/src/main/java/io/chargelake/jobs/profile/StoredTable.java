package io.chargelake.jobs.profile;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.TableState;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.text.Suggestions;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.spark.SparkCatalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tables in Delta or Iceberg: those of the lake by their names, others by their folders. */
final class StoredTable {
    private static final String CATALOG = "spark.sql.catalog.default_iceberg";

    /** A table of the lake, of the days asked for. */
    static Part named(Run run, String name) {
        List<String> known = run.lake().tables();
        if (!known.contains(name)) {
            throw UserError.input("Cannot profile table " + name + ": the lake has none of this name"
                    + Suggestions.closest(name, known)
                            .map(near -> ", did you mean " + near + "?")
                            .orElse("")
                    + " (--table takes one of: " + String.join(", ", known) + ")");
        }
        TableState state = run.lake().state(name);
        run.noteInput(name, state.version(), state.rows());
        Dataset<Row> rows = run.lake().stored(name);
        Optional<Table> byDay = Tables.named(name).filter(Table::isByDay);
        if (byDay.isEmpty() && !run.days().isAll()) {
            throw UserError.usage(
                    "Cannot use --from or --to with --table " + name + ": it is not laid out by days (leave them out)");
        }
        return part(name, run.days().isAll() ? rows : rows.where(run.days().containDay()));
    }

    /** The table that a folder is; empty where it is none. */
    static Optional<Part> inFolder(Run run, URI folder) {
        try {
            FileSystem fs = Storage.of(run.spark(), folder).fileSystem(folder);
            Path root = new Path(folder);
            if (!fs.exists(root) || !fs.getFileStatus(root).isDirectory()) {
                return Optional.empty();
            }
            if (fs.exists(new Path(root, "_delta_log"))) {
                return Optional.of(delta(run, folder));
            }
            return isIceberg(fs, root) ? Optional.of(iceberg(run, folder)) : Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.explain(e, folder);
        }
    }

    private static boolean isIceberg(FileSystem fs, Path root) throws IOException {
        Path metadata = new Path(root, "metadata");
        if (!fs.exists(metadata)) {
            return false;
        }
        for (var file : fs.listStatus(metadata)) {
            if (file.getPath().getName().endsWith(".metadata.json")) {
                return true;
            }
        }
        return false;
    }

    private static Part delta(Run run, URI folder) {
        String path = Storage.plain(folder);
        Row last = DeltaTable.forPath(run.spark(), path)
                .history(1)
                .select("version")
                .head();
        run.noteInput(folder.toString(), Long.toString(last.getLong(0)), -1);
        return part(name(folder), run.spark().read().format("delta").load(path));
    }

    private static Part iceberg(Run run, URI folder) {
        String path = Storage.plain(folder);
        Snapshot now = new HadoopTables(run.spark().sessionState().newHadoopConf())
                .load(path)
                .currentSnapshot();
        run.noteInput(folder.toString(), now == null ? "0" : Long.toString(now.snapshotId()), -1);
        // Iceberg reads a folder through its default catalog, which would be Hive's
        Map.of("", SparkCatalog.class.getName(), ".type", "hadoop", ".warehouse", path)
                .forEach((key, value) -> run.spark().conf().set(CATALOG + key, value));
        return part(name(folder), run.spark().read().format("iceberg").load(path));
    }

    private static String name(URI folder) {
        String path = folder.getPath().replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Part part(String name, Dataset<Row> rows) {
        return new RowPart(name, rows.schema(), rows, Map.of());
    }

    private StoredTable() {}
}
