package io.chargelake.jobs.dashboard.published;

import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import java.net.URI;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** The tables of a lake as data files, found without a session. */
public interface PublishedTables {

    /**
     * Empty where the lake has no such table.
     *
     * @param version that is wanted; empty for the last
     */
    Optional<Published> table(String name, Optional<String> version);

    static PublishedTables of(Run run) {
        URI root = run.context().lakeRoot();
        Storage storage = run.storage();
        Configuration hadoop = storage.hadoop();
        TableFormat format = Lakes.format(storage, root, Optional.empty());
        return format == TableFormat.DELTA
                ? new DeltaTables(hadoop, storage, root)
                : new IcebergTables(hadoop, root, run.settings().catalog());
    }
}
