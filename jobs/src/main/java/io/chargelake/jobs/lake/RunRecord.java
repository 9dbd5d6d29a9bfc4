package io.chargelake.jobs.lake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a run did, written after everything else: a run without a record has not happened as far as a reader of consistent tables is
 * concerned. The files are the table {@code _runs}.
 */
public record RunRecord(
        String job,
        @JsonProperty("run_id") String runId,
        String started,
        String ended,
        String status,
        Map<String, String> arguments,
        @JsonProperty("code_version") String codeVersion,
        List<Input> inputs,
        List<Output> outputs,
        long read,
        long accepted,
        long quarantined,
        long deduplicated,
        List<Finding> findings,
        String tzdata,
        @JsonProperty("spark_metrics") Metrics sparkMetrics) {

    /** Something that was read; {@code version} is a table's version, or what tells a file's state apart (size and time, etag). */
    public record Input(String path, String version, long rows) {}

    /** Something that was written. */
    public record Output(String table, String version, long rows) {}

    /** What the run cost. */
    public record Metrics(
            @JsonProperty("shuffle_bytes") long shuffleBytes,
            @JsonProperty("peak_memory_bytes") long peakMemoryBytes) {}

    /** The folder of all records, below a lake's root. */
    public static final String FOLDER = "_runs";

    private static final ObjectMapper JSON = new ObjectMapper();

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunRecord parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, RunRecord.class);
    }

    void write(Storage storage, URI lake) {
        URI file = Storage.child(lake, FOLDER + "/" + job + "/" + runId + ".json");
        try {
            storage.writeText(file, toJson() + "\n");
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }
}
