package io.chargelake.jobs.dashboard.published;

import io.chargelake.jobs.dashboard.published.Published.DataFile;
import io.chargelake.jobs.lake.CatalogSettings;
import io.chargelake.jobs.lake.IcebergCatalog;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.CloseableIterable;

/** Iceberg tables, found by their catalog. */
final class IcebergTables implements PublishedTables {
    private final Catalog catalog;

    IcebergTables(Configuration hadoop, URI root, Optional<CatalogSettings> settings) {
        this.catalog = CatalogUtil.buildIcebergCatalog("lake", IcebergCatalog.properties(root, settings), hadoop);
    }

    @Override
    public Optional<Published> table(String name, Optional<String> version) {
        TableIdentifier id = TableIdentifier.of(IcebergCatalog.NAMESPACE, name);
        if (!catalog.tableExists(id)) {
            return Optional.empty();
        }
        Table table = catalog.loadTable(id);
        Optional<Snapshot> snapshot = version.isPresent()
                ? Optional.of(required(table, name, Long.parseLong(version.get())))
                : Optional.ofNullable(table.currentSnapshot());
        return Optional.of(
                snapshot.map(at -> new Published(name, Long.toString(at.snapshotId()), files(table, name, at)))
                        .orElseGet(() -> new Published(name, IcebergCatalog.EMPTY, List.of())));
    }

    private static Snapshot required(Table table, String name, long id) {
        Snapshot snapshot = table.snapshot(id);
        if (snapshot == null) {
            throw UserError.input("Cannot show " + name + " at version " + id
                    + ", which a run's record names: it is not kept any more (run the job that makes the table again)");
        }
        return snapshot;
    }

    private static List<DataFile> files(Table table, String name, Snapshot snapshot) {
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks =
                table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
            for (FileScanTask task : tasks) {
                if (!task.deletes().isEmpty()) {
                    throw UserError.input(
                            "Cannot show table " + name
                                    + ": it has delete files, which Chargelake never writes (rewrite its data files with the engine that wrote them)");
                }
                files.add(new DataFile(
                        Storage.uri(task.file().location()), task.file().fileSizeInBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
