package io.chargelake.jobs.testing;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Each format in each kind of place; a lake test runs on all four. */
public enum LakePlace {
    DELTA_ON_DISK(TableFormat.DELTA, false),
    ICEBERG_ON_DISK(TableFormat.ICEBERG, false),
    DELTA_ON_S3(TableFormat.DELTA, true),
    ICEBERG_ON_S3(TableFormat.ICEBERG, true);

    private final TableFormat format;
    private final boolean onS3;

    LakePlace(TableFormat format, boolean onS3) {
        this.format = format;
        this.onS3 = onS3;
    }

    /** @param folder of the test; on S3 a folder of the store's own takes its place */
    public URI root(Path folder) {
        return onS3
                ? URI.create(ObjectStore.running().folder("lake"))
                : Storage.uri(folder.resolve("lake").toString());
    }

    public Lake open(URI root) {
        if (onS3) {
            ObjectStore.running().addTo(TestSpark.session());
        }
        return Lakes.open(TestSpark.session(), root, Optional.of(format), Lakes.Access.WRITE, Optional.empty());
    }

    public TableFormat format() {
        return format;
    }
}
