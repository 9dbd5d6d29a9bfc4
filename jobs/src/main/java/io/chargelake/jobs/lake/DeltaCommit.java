package io.chargelake.jobs.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;

/** What a commit says of itself. Read from its own file: asking for the table's history would start a Spark job. */
record DeltaCommit(JsonNode info) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static DeltaCommit read(Storage storage, URI table, long version) {
        URI file = Storage.child(table, "_delta_log/" + String.format(Locale.ROOT, "%020d.json", version));
        try {
            for (String line : storage.readText(file).split("\n")) {
                JsonNode action = JSON.readTree(line);
                if (action.has("commitInfo")) {
                    return new DeltaCommit(action.get("commitInfo"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("Cannot read " + file + ": it has no commitInfo");
    }

    long rowsWritten() {
        JsonNode metrics = info.path("operationMetrics");
        if (metrics.has("numTargetRowsInserted")) {
            return metrics.get("numTargetRowsInserted").asLong()
                    + metrics.path("numTargetRowsUpdated").asLong();
        }
        return metrics.path("numOutputRows").asLong();
    }
}
