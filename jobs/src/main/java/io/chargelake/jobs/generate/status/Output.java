package io.chargelake.jobs.generate.status;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The folder of a world. A file appears whole or not at all: it is written under a hidden name beside its place and
 * renamed, except on object stores, where it appears on close anyway and a rename would be a copy.
 */
final class Output implements Serializable {

    private static final Set<String> OBJECT_STORES = Set.of("s3a", "gs");

    private final URI root;
    private final SerializableConfiguration conf;

    Output(URI output, Configuration conf) throws IOException {
        Path path = new Path(output);
        this.root = path.getFileSystem(conf).makeQualified(path).toUri();
        this.conf = new SerializableConfiguration(conf);
    }

    /** What writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(FileSystem files, Path path) throws IOException;
    }

    /** Writes a file below the root and returns its bytes. */
    long write(String name, Content content) throws IOException {
        FileSystem files = files();
        Path place = path(name);
        if (OBJECT_STORES.contains(root.getScheme())) {
            content.writeTo(files, place);
        } else {
            throughHiddenName(files, place, content);
        }
        return files.getFileStatus(place).getLen();
    }

    Path path(String name) {
        return new Path(new Path(root), name);
    }

    /** Local files without Hadoop's checksum files beside them: a raw folder holds raw files and nothing else. */
    FileSystem files() throws IOException {
        FileSystem files = FileSystem.get(root, conf.value());
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    private static void throughHiddenName(FileSystem files, Path place, Content content) throws IOException {
        TaskContext task = TaskContext.get();
        long attempt = task == null ? 0 : task.taskAttemptId();
        Path hidden = new Path(place.getParent(), "." + place.getName() + ".tmp-" + attempt);
        try {
            content.writeTo(files, hidden);
            files.delete(place, false);
            if (!files.rename(hidden, place)) {
                throw new IOException("Cannot write " + place + ": renaming " + hidden + " failed");
            }
        } catch (IOException | RuntimeException e) {
            files.delete(hidden, false);
            throw e;
        }
    }
}
