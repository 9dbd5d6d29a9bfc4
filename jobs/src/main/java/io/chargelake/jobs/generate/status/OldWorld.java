package io.chargelake.jobs.generate.status;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What an earlier generation left in the output: removed before the new one, so that no day of a longer world stays
 * behind. Whatever no generation can have written stops the job before anything is deleted.
 */
final class OldWorld {

    static final String STATUS = "status";
    static final String MASTER = "master";
    static final String TRUTH = "truth";

    private static final Pattern OWN = Pattern.compile(
            "status(/\\d{4}-\\d\\d-\\d\\d(/\\.?(polls|late)-\\d{5,}\\.parquet.*)?)?"
                    + "|master(/\\.?(charging_station|charging_point|connector)\\.csv.*)?"
                    + "|truth/status(/(sessions|outages)(/\\.?(sessions|outages)-\\d{5,}\\.parquet.*)?|/\\.?summary\\.json.*)?");
    private static final List<String> FOLDERS = List.of(STATUS, MASTER, TRUTH + "/" + STATUS);
    private static final List<String> TOP = List.of(STATUS, MASTER, TRUTH);

    private final Output output;
    private final FileSystem files;
    private final Path root;

    OldWorld(Output output) throws IOException {
        this.output = output;
        this.files = output.files();
        this.root = output.path(".");
    }

    void remove() throws IOException {
        checkTop();
        for (String folder : FOLDERS) {
            checkOwn(folder);
        }
        for (String folder : FOLDERS) {
            files.delete(output.path(folder), true);
        }
    }

    /** Other generators may share the folder: each leaves its truth, so a folder without any belongs to someone else. */
    private void checkTop() throws IOException {
        List<String> names =
                list(root).stream().map(entry -> entry.getPath().getName()).toList();
        if (!names.contains(TRUTH)) {
            for (String name : names) {
                check(TOP.contains(name), root + "/" + name);
            }
        }
    }

    private void checkOwn(String name) throws IOException {
        for (FileStatus entry : list(output.path(name))) {
            String child = name + "/" + entry.getPath().getName();
            check(OWN.matcher(child).matches(), entry.getPath().toString());
            if (entry.isDirectory()) {
                checkOwn(child);
            }
        }
    }

    private List<FileStatus> list(Path folder) throws IOException {
        try {
            return List.of(files.listStatus(folder));
        } catch (FileNotFoundException absent) {
            return List.of();
        }
    }

    private static void check(boolean own, String path) {
        if (!own) {
            throw new IllegalArgumentException("Cannot generate statuses: the output holds something that no generation"
                    + " wrote (" + path + "), give an empty or new folder with --output");
        }
    }
}
