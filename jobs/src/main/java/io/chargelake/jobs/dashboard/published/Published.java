package io.chargelake.jobs.dashboard.published;

import java.net.URI;
import java.util.List;

/**
 * A table's data files at a version.
 *
 * @param version as the run that wrote it told it
 */
public record Published(String table, String version, List<DataFile> files) {

    /** A Parquet file; it never changes. */
    public record DataFile(URI uri, long bytes) {}

    public Published {
        files = List.copyOf(files);
    }

    public long bytes() {
        return files.stream().mapToLong(DataFile::bytes).sum();
    }
}
