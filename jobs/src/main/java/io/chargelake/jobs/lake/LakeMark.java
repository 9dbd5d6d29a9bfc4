package io.chargelake.jobs.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A small file at the root of the lake, in which a job remembers by which definitions its tables were made. */
public record LakeMark(Storage storage, URI file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static LakeMark of(Run run, String name) {
        URI root = run.context().lakeRoot();
        return new LakeMark(run.storage(), Storage.child(root, name));
    }

    /** Empty for a lake without. */
    public Optional<JsonNode> read() {
        try {
            return storage.exists(file) ? Optional.of(JSON.readTree(storage.readText(file))) : Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }

    public void write(Map<String, ?> values) {
        try {
            storage.writeText(file, JSON.writeValueAsString(values) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }
}
