package io.chargelake.jobs.dashboard.published;

import io.chargelake.jobs.dashboard.published.Published.DataFile;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Delta tables, read from their logs. */
final class DeltaTables implements PublishedTables {
    private static final String LOG = "_delta_log";

    private final Engine engine;
    private final Storage storage;
    private final URI root;

    DeltaTables(Configuration hadoop, Storage storage, URI root) {
        this.engine = DefaultEngine.create(hadoop);
        this.storage = storage;
        this.root = root;
    }

    @Override
    public Optional<Published> table(String name, Optional<String> version) {
        URI folder = Storage.child(root, name);
        try {
            if (!storage.exists(Storage.child(folder, LOG))) {
                return Optional.empty();
            }
            Table table = Table.forPath(engine, Storage.plain(folder));
            Snapshot snapshot = version.isPresent()
                    ? table.getSnapshotAsOfVersion(engine, Long.parseLong(version.get()))
                    : table.getLatestSnapshot(engine);
            return Optional.of(new Published(name, Long.toString(snapshot.getVersion()), files(name, snapshot)));
        } catch (IOException e) {
            throw StorageErrors.explain(e, folder);
        }
    }

    private List<DataFile> files(String name, Snapshot snapshot) throws IOException {
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches =
                snapshot.getScanBuilder().build().getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    rows.forEachRemaining(row -> files.add(file(name, row)));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static DataFile file(String table, Row row) {
        if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(row) != null) {
            throw UserError.input(
                    "Cannot show table " + table
                            + ": it has deletion vectors, which Chargelake never writes (REORG TABLE ... APPLY (PURGE) with the engine that wrote them)");
        }
        FileStatus status = InternalScanFileUtils.getAddFileStatus(row);
        return new DataFile(Storage.uri(status.getPath()), status.getSize());
    }
}
