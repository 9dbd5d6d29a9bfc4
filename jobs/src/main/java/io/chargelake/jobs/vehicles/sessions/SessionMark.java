package io.chargelake.jobs.vehicles.sessions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.vehicle.SessionLimits;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers in the lake by which definitions its sessions were made, and for which period: days made by others would not fit those
 * beside them, and what was cut by the period's end is cut no more when the period grows.
 */
record SessionMark(SessionLimits limits, Period period) {
    private static final String NAME = "_sessions.json";
    private static final String FROM = "period_from";
    private static final String TO = "period_to";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<SessionMark> read(Run run) {
        URI file = file(run);
        try {
            if (!storage(run).exists(file)) {
                return Optional.empty();
            }
            JsonNode mark = JSON.readTree(storage(run).readText(file));
            return Optional.of(new SessionMark(
                    JSON.convertValue(mark.path("limits"), SessionLimits.class),
                    new Period(
                            LocalDate.parse(mark.path(FROM).asText()),
                            LocalDate.parse(mark.path(TO).asText()))));
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }

    void write(Run run) {
        try {
            String mark = JSON.writeValueAsString(Map.of(
                    "limits",
                    limits,
                    FROM,
                    period.from().toString(),
                    TO,
                    period.to().toString()));
            storage(run).writeText(file(run), mark + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw StorageErrors.explain(e, file(run));
        }
    }

    /** Days of other definitions are refused beside these. */
    void requireSame(SessionLimits asked) {
        if (!limits.equals(asked)) {
            throw UserError.usage(
                    "Cannot make sessions of these days by other definitions than the days beside them (asked " + asked
                            + ", there " + limits
                            + ", in millionths; use the same, or make all days anew: leave out --from and --to)");
        }
    }

    private static Storage storage(Run run) {
        return Storage.of(run.spark(), run.context().lakeRoot());
    }

    private static URI file(Run run) {
        return Storage.child(run.context().lakeRoot(), NAME);
    }
}
