package io.chargelake.jobs.vehicles.sessions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.LakeMark;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.vehicle.SessionLimits;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers in the lake by which definitions its sessions were made, and for which period: days made by others would not fit those
 * beside them, and what was cut by the period's end is cut no more when the period grows.
 */
record SessionMark(SessionLimits limits, Period period) {
    private static final String NAME = "_sessions.json";
    private static final String LIMITS = "limits";
    private static final String FROM = "period_from";
    private static final String TO = "period_to";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<SessionMark> read(Run run) {
        return LakeMark.of(run, NAME)
                .read()
                .map(mark -> new SessionMark(
                        JSON.convertValue(mark.path(LIMITS), SessionLimits.class),
                        new Period(
                                LocalDate.parse(mark.path(FROM).asText()),
                                LocalDate.parse(mark.path(TO).asText()))));
    }

    void write(Run run) {
        LakeMark.of(run, NAME)
                .write(Map.of(
                        LIMITS,
                        limits,
                        FROM,
                        period.from().toString(),
                        TO,
                        period.to().toString()));
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
}
