package io.chargelake.jobs.raw;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/** Finds the files of an {@code --input}: a file, a folder with all below it, or a glob. */
public final class RawFiles {
    private static final String INPUT = "--input";

    /** All files of a file, folder or glob, noted as inputs of the run. */
    public static List<RawFile> of(Run run, URI input) {
        return of(run, input, INPUT);
    }

    /** @param option by which the user named them */
    public static List<RawFile> of(Run run, URI input, String option) {
        List<RawFile> files = find(run.spark(), input, option);
        files.forEach(file -> run.noteInput(file.path().toString(), file.version(), -1));
        return files;
    }

    public static List<RawFile> find(SparkSession spark, URI input) {
        return find(spark, input, INPUT);
    }

    private static List<RawFile> find(SparkSession spark, URI input, String option) {
        try {
            FileSystem fs = Storage.of(spark, input).fileSystem(input);
            FileStatus[] roots = fs.globStatus(new Path(input));
            if (roots == null || roots.length == 0) {
                throw UserError.input(
                        "Cannot read " + Storage.plain(input) + ": there is no such file or folder (" + option + ")");
            }
            var found = new ArrayList<RawFile>();
            for (FileStatus root : roots) {
                addBelow(fs, root, found);
            }
            if (found.isEmpty()) {
                throw UserError.input(
                        "Cannot read " + Storage.plain(input) + ": the folder holds no files (" + option + ")");
            }
            found.sort(Comparator.comparing(file -> file.path().toString()));
            return found;
        } catch (IOException e) {
            throw StorageErrors.explain(e, input);
        }
    }

    public static long bytes(Collection<RawFile> files) {
        return files.stream().mapToLong(RawFile::size).sum();
    }

    private static void addBelow(FileSystem fs, FileStatus root, List<RawFile> found) throws IOException {
        if (root.isFile()) {
            found.add(file(root));
            return;
        }
        RemoteIterator<LocatedFileStatus> all = fs.listFiles(root.getPath(), true);
        while (all.hasNext()) {
            LocatedFileStatus status = all.next();
            if (!isHidden(root.getPath(), status.getPath())) {
                found.add(file(status));
            }
        }
    }

    /** Names that begin with _ or . are what programs leave beside data: markers, checksums, unfinished files. */
    private static boolean isHidden(Path root, Path path) {
        for (Path p = path; p != null && !p.equals(root); p = p.getParent()) {
            if (p.getName().startsWith("_") || p.getName().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static RawFile file(FileStatus status) {
        return new RawFile(status.getPath().toUri(), status.getLen(), status.getModificationTime());
    }

    private RawFiles() {}
}
