package io.chargelake.jobs.lake.files;

import java.io.IOException;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A Parquet file that is written to a stream of one's own. Parquet's own file of a Hadoop path would choose the local file system that
 * leaves checksum files behind.
 */
public record StreamOutput(Opener opener) implements OutputFile {

    /** Opens the stream of a file that is not there yet. */
    public interface Opener {
        PositionOutputStream open() throws IOException;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return opener.open();
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return opener.open();
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }
}
