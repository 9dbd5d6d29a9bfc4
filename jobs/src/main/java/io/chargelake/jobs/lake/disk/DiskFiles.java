package io.chargelake.jobs.lake.disk;

import org.apache.hadoop.fs.LocalFileSystem;

/** {@link PlainFiles} for {@code file:}, with Hadoop's checksums beside them. Made by Hadoop, by name. */
public final class DiskFiles extends LocalFileSystem {
    public DiskFiles() {
        super(new PlainFiles());
    }
}
