package io.chargelake.jobs.generate.output;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Parquet's own file of a Hadoop path would choose the local file system that leaves checksum files behind; see {@link SteadyFooterStream} too. */
public record StreamOutputFile(FileSystem fileSystem, Path path) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return new SteadyFooterStream(HadoopStreams.wrap(fileSystem.create(path, false)));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return new SteadyFooterStream(HadoopStreams.wrap(fileSystem.create(path, true)));
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
