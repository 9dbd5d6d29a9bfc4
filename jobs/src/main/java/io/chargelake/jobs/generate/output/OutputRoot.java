package io.chargelake.jobs.generate.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The folder that a generator writes into, on any file system Hadoop knows; on local disk without its checksum files.
 * Goes to executors with a task.
 */
public final class OutputRoot implements Serializable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String root;
    private final SerializableConfiguration conf;

    public OutputRoot(URI root, Configuration conf) {
        this.root = root.toString();
        this.conf = new SerializableConfiguration(conf);
    }

    public OutputStream create(String relative) throws IOException {
        return new BufferedOutputStream(fileSystem().create(path(relative), true), BUFFER_BYTES);
    }

    public RowSink csv(String relative, List<Column> columns, CsvStyle style) throws IOException {
        return new CsvSink(create(relative), columns, style);
    }

    /** The extension of the format must be part of the name. */
    public RowSink rows(String relative, FileFormat format, List<Column> columns) throws IOException {
        return format == FileFormat.CSV
                ? csv(relative, columns, CsvStyle.PLAIN)
                : new ParquetSink(SteadyFooterStream.newFile(fileSystem(), path(relative)), columns);
    }

    public void json(String relative, Object value) throws IOException {
        try (OutputStream out = create(relative)) {
            out.write((JSON.writeValueAsString(value).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    public long size(String relative) throws IOException {
        return fileSystem().getFileStatus(path(relative)).getLen();
    }

    /**
     * Makes room for a run: what an earlier run of the same generator left is removed, so that a retry gives the same
     * files; anything else that is in the way is refused, for it may be somebody's data.
     *
     * @param folders of this generator alone
     * @param marker written by this generator before anything else
     */
    public void claim(String generator, String marker, Object spec, String... folders) throws IOException {
        boolean ours = fileSystem().exists(path(marker));
        for (String folder : folders) {
            if (!ours && holdsSomething(folder)) {
                throw new IllegalArgumentException(
                        "Cannot generate %s: the folder is not empty (%s/%s; choose another with --output)"
                                .formatted(generator, root, folder));
            }
        }
        for (String folder : folders) {
            fileSystem().delete(path(folder), true);
        }
        json(marker, spec);
    }

    private boolean holdsSomething(String folder) throws IOException {
        try {
            return fileSystem().listStatus(path(folder)).length > 0;
        } catch (FileNotFoundException absent) {
            return false;
        }
    }

    private Path path(String relative) {
        return new Path(new Path(root), relative);
    }

    private FileSystem fileSystem() throws IOException {
        FileSystem fileSystem = new Path(root).getFileSystem(conf.value());
        return fileSystem instanceof LocalFileSystem local ? local.getRawFileSystem() : fileSystem;
    }
}
