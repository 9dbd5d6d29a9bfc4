package io.chargelake.jobs.dashboard.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chargelake.jobs.lake.RunRecord;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The records of all runs. A record never changes, so each is read once. */
public final class RunFiles {
    private final Storage storage;
    private final URI folder;
    private final Consumer<String> say;
    private final Map<String, RunRecord> known = new TreeMap<>();

    /** What the last good run left of a table. */
    public record Left(String version, Instant ended, String job) {}

    /** @param say told of a record that can't be read */
    public RunFiles(Storage storage, URI lake, Consumer<String> say) {
        this.storage = storage;
        this.say = say;
        this.folder = Storage.child(lake, RunRecord.FOLDER);
    }

    /** All runs there are now, the last first. */
    public List<RunRecord> read() {
        try {
            for (String job : storage.folders(folder)) {
                URI its = Storage.child(folder, job);
                for (String file : storage.files(its)) {
                    if (file.endsWith(".json") && !file.startsWith(".") && !known.containsKey(job + "/" + file)) {
                        read(job + "/" + file);
                    }
                }
            }
        } catch (IOException e) {
            throw StorageErrors.explain(e, folder);
        }
        return known.values().stream()
                .sorted(Comparator.comparing(RunRecord::ended)
                        .thenComparing(RunRecord::runId)
                        .reversed())
                .toList();
    }

    private void read(String name) throws IOException {
        try {
            known.put(name, RunRecord.parse(storage.readText(Storage.child(folder, name))));
        } catch (JsonProcessingException e) {
            // half of a record that is just being written to a store without renames: the next look finds the whole
            say.accept("Cannot read the record " + name + ": it is no JSON (looked at again in a moment)");
        }
    }

    /** The versions that belong together, by table. */
    public static Map<String, Left> versions(List<RunRecord> lastFirst) {
        Map<String, Left> versions = new HashMap<>();
        for (RunRecord run : lastFirst) {
            if (run.status().equals("ok")) {
                run.outputs()
                        .forEach(output -> versions.putIfAbsent(
                                output.table(), new Left(output.version(), Instant.parse(run.ended()), run.job())));
            }
        }
        return versions;
    }
}
