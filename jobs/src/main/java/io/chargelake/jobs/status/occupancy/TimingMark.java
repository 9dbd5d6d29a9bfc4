package io.chargelake.jobs.status.occupancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.status.PollTiming;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers in the lake for how long polls hold in its tables. Days computed with another timing would not fit those
 * beside them, and no row would show it.
 */
record TimingMark(Storage storage, URI file) {
    private static final String NAME = "_occupancy.json";
    private static final String INTERVAL = "poll_interval_s";
    private static final String GAP = "max_gap_s";
    private static final ObjectMapper JSON = new ObjectMapper();

    static TimingMark of(Run run) {
        URI root = run.context().lakeRoot();
        return new TimingMark(Storage.of(run.spark(), root), Storage.child(root, NAME));
    }

    /** The timing of the tables as they are; empty for a lake without. */
    Optional<PollTiming> read() {
        try {
            if (!storage.exists(file)) {
                return Optional.empty();
            }
            JsonNode mark = JSON.readTree(storage.readText(file));
            return Optional.of(
                    new PollTiming(mark.path(INTERVAL).asInt(), mark.path(GAP).asInt()));
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }

    void write(PollTiming timing) {
        try {
            String mark = JSON.writeValueAsString(Map.of(INTERVAL, timing.pollInterval_s(), GAP, timing.maxGap_s()));
            storage.writeText(file, mark + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }

    static UserError refused(PollTiming asked, PollTiming stored) {
        return UserError.usage("Cannot compute these days with --poll-interval " + asked.pollInterval_s()
                + "s and --max-gap " + asked.maxGap_s() + "s: the days beside them were computed with "
                + stored.pollInterval_s() + "s and " + stored.maxGap_s()
                + "s (use these, or compute all days anew: leave out --from and --to)");
    }
}
