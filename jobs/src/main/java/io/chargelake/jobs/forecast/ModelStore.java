package io.chargelake.jobs.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.forecast.OccupancyModel;
import io.chargelake.jobs.lake.CodeVersion;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Models of a lake, a folder a level: the bytes of each, and {@code model.json}, written last, which names those that count and tells what they were
 * made of. So a run that ends halfway leaves the model before.
 */
record ModelStore(Run run, Level level) {
    private static final String FOLDER = "_models";
    private static final String NAME = "boosted_trees";
    private static final String FILE = "file";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A model, and what it is called. */
    record Stored(OccupancyModel model, String name) {}

    private URI file(String name) {
        return Storage.child(run.context().lakeRoot(), FOLDER + "/" + level.code() + "/" + name);
    }

    /** @param scores of the slice that chose, by name */
    void write(OccupancyModel model, String dataVersion, Map<String, Object> scores) {
        URI told = file("model.json");
        try {
            String bytes = "model-" + run.id() + ".bin";
            run.storage().writeBytes(file(bytes), model.bytes());
            var about = new LinkedHashMap<String, Object>();
            about.put("model", NAME);
            about.put(FILE, bytes);
            about.put("level", level.code());
            about.put("run_id", run.id());
            about.put("code_version", CodeVersion.CURRENT);
            about.put("data_version", dataVersion);
            about.put("features", Examples.featureNames());
            about.put("mean_share_1h", model.meanShare(1));
            about.put("mean_share_24h", model.meanShare(24));
            about.put("validation", scores);
            run.storage().writeText(told, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(about) + "\n");
            run.noteOutput(Storage.plain(told), run.id(), 1);
        } catch (IOException e) {
            throw StorageErrors.explain(e, told.toString(), StorageErrors.Access.WRITE);
        }
    }

    Stored read() {
        URI told = file("model.json");
        try {
            if (!run.storage().exists(told)) {
                throw UserError.input("Cannot forecast " + level + ": there is no model of it (run train --level "
                        + level + " before)");
            }
            JsonNode about = JSON.readTree(run.storage().readText(told));
            requireSameFeatures(about);
            byte[] bytes = run.storage().readBytes(file(about.path(FILE).asText()));
            run.noteInput(Storage.plain(told), about.path("run_id").asText(), 1);
            return new Stored(
                    OccupancyModel.of(bytes), NAME + " " + about.path("run_id").asText());
        } catch (IOException e) {
            throw StorageErrors.explain(e, told);
        }
    }

    private void requireSameFeatures(JsonNode about) {
        List<String> its = new ArrayList<>();
        about.path("features").forEach(name -> its.add(name.asText()));
        if (!its.equals(Examples.featureNames())) {
            throw UserError.input("Cannot forecast " + level + ": its model was made of other features ("
                    + about.path("code_version").asText() + "; run train --level " + level + " again)");
        }
    }
}
