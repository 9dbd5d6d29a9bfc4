package io.chargelake.jobs.dashboard.pages;

import static io.chargelake.jobs.dashboard.pages.Field.number;
import static io.chargelake.jobs.dashboard.pages.Field.share;
import static io.chargelake.jobs.dashboard.pages.Field.text;
import static io.chargelake.jobs.dashboard.pages.Field.time;

import io.chargelake.jobs.dashboard.pages.Levels.Chosen;
import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How devices and groups of them are used: by the hour of the week, by the day, against each other. */
public final class OccupancyPage implements Page {
    private static final String FROM = "from";
    private static final String TO = "to";

    private static final String OBSERVED = "observed_s = available_s + occupied_s + blocked_s + out_of_service_s";
    private static final String HOURS_FORMULA = "occupied_share = sum(occupied_s) / sum(observed_s), " + OBSERVED
            + "; observed_share = sum(observed_s) / (3600 s x hours of devices, each from its first to its last observed hour); local time";
    private static final String DAYS_FORMULA = "shares = sums of seconds / sum(observed_s), " + OBSERVED
            + "; observed_share = observed_s / (seconds of the local day x devices observed on it); sessions that start on the day";

    private static final String GROUP_HOURS =
            """
            hours AS (SELECT weekday, local_hour, device_hours, devices, available_s, occupied_s, blocked_s, out_of_service_s
                      FROM group_hour WHERE level = ? AND key = ? AND local_date >= ? AND local_date < ?)
            """;
    private static final String DEVICE_HOURS =
            """
            hours AS (SELECT weekday, local_hour, 1 AS device_hours, 1 AS devices, available_s, occupied_s, blocked_s, out_of_service_s
                      FROM device_hour JOIN clock USING (hour) WHERE level = ? AND key = ? AND local_date >= ? AND local_date < ?)
            """;

    private static final String SHARES =
            """
            CAST(sum(occupied_s) AS DOUBLE) / nullif(sum(available_s + occupied_s + blocked_s + out_of_service_s), 0),
            sum(available_s + occupied_s + blocked_s + out_of_service_s) / (3600.0 * sum(device_hours))
            """;

    private static final String BY_DAY =
            """
            SELECT local_date, CAST(occupied_s AS DOUBLE) / nullif(observed_s, 0), CAST(available_s AS DOUBLE) / nullif(observed_s, 0),
                   CAST(out_of_service_s AS DOUBLE) / nullif(observed_s, 0), CAST(observed_s AS DOUBLE) / lasts_s, sessions,
                   CAST(session_s AS DOUBLE) / nullif(sessions, 0)
            FROM (SELECT *, available_s + occupied_s + blocked_s + out_of_service_s AS observed_s FROM use_day
                  WHERE level = ? AND key = ? AND local_date >= ? AND local_date < ?)
            ORDER BY local_date
            """;

    private static final String SUMMARY =
            """
            SELECT max(devices), CAST(sum(occupied_s) AS DOUBLE) / nullif(sum(observed_s), 0), CAST(sum(available_s) AS DOUBLE) / nullif(sum(observed_s), 0),
                   CAST(sum(blocked_s) AS DOUBLE) / nullif(sum(observed_s), 0), CAST(sum(out_of_service_s) AS DOUBLE) / nullif(sum(observed_s), 0),
                   CAST(sum(observed_s) AS DOUBLE) / sum(lasts_s), CAST(sum(sessions) AS BIGINT), CAST(sum(session_s) AS DOUBLE) / nullif(sum(sessions), 0),
                   CAST(sum(occupied_s) AS BIGINT), CAST(sum(available_s) AS BIGINT), CAST(sum(blocked_s) AS BIGINT), CAST(sum(out_of_service_s) AS BIGINT),
                   CAST(sum(observed_s) AS BIGINT), CAST(sum(lasts_s) AS BIGINT)
            FROM (SELECT *, available_s + occupied_s + blocked_s + out_of_service_s AS observed_s FROM use_day
                  WHERE level = ? AND key = ? AND local_date >= ? AND local_date < ?)
            HAVING count(*) > 0
            """;

    /** Devices whose sessions count: of a group its points. */
    private static final String SESSIONS =
            """
            WITH devices AS (
              SELECT id_cp AS key FROM place WHERE ? = CASE ? WHEN 'station' THEN station WHEN 'city' THEN city WHEN 'operator' THEN operator END
              UNION ALL SELECT ? WHERE ? IN ('point', 'connector')),
            counted AS (
              SELECT bin, sum(sessions) AS sessions FROM session_bin
              WHERE level = CASE WHEN ? = 'connector' THEN 'connector' ELSE 'point' END AND (? = 'all' OR key IN (SELECT key FROM devices))
                AND local_date >= ? AND local_date < ? GROUP BY bin),
            edges AS (SELECT from_s, lead(from_s) OVER (ORDER BY from_s) AS to_s, row_number() OVER (ORDER BY from_s) - 1 AS bin FROM duration_edge)
            SELECT from_s / 60, to_s / 60, CAST(coalesce(sessions, 0) AS BIGINT) FROM edges LEFT JOIN counted USING (bin) ORDER BY from_s
            """;

    /** The keys one level below. */
    private static final String RANKING =
            """
            WITH below AS (
              SELECT DISTINCT 'city' AS level, city AS key, city AS name FROM place WHERE ? = 'all' AND city IS NOT NULL
              UNION ALL SELECT DISTINCT 'station', station, name FROM place WHERE ? = CASE ? WHEN 'city' THEN city WHEN 'operator' THEN operator END
              UNION ALL SELECT 'point', id_cp, id_cp FROM place WHERE ? = 'station' AND station = ?
              UNION ALL SELECT 'connector', id_connector, id_connector FROM plug WHERE ? = 'point' AND id_cp = ?)
            SELECT level, key, name, CAST(sum(occupied_s) AS DOUBLE) / nullif(sum(observed_s), 0) AS occupied_share,
                   CAST(sum(observed_s) AS DOUBLE) / sum(lasts_s), max(devices), CAST(sum(sessions) AS BIGINT)
            FROM (SELECT *, available_s + occupied_s + blocked_s + out_of_service_s AS observed_s FROM use_day WHERE local_date >= ? AND local_date < ?)
              JOIN below USING (level, key)
            GROUP BY level, key, name ORDER BY occupied_share DESC NULLS LAST, key LIMIT 500
            """;

    @Override
    public String path() {
        return "occupancy";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("level", "key", FROM, TO);
    }

    @Override
    public List<Source> sources() {
        return List.of(
                Source.OCCUPANCY_HOURLY,
                Source.UTILIZATION,
                Source.CHARGING_SESSION,
                Source.CHARGING_POINT,
                Source.CHARGING_STATION,
                Source.CONNECTOR);
    }

    @Override
    public Answer answer(Snapshot snapshot, Parameters asked) {
        LocalDate from = asked.date(FROM).orElse(LocalDate.of(1900, 1, 1));
        LocalDate to = asked.date(TO).orElse(LocalDate.of(2200, 1, 1));
        if (!from.isBefore(to)) {
            throw Refusal.badRequest("The day from must be before the day to, which is exclusive.");
        }
        Chosen of = Levels.of(snapshot, asked, Levels.ALL);
        String hours = "WITH " + (of.isDevice() ? DEVICE_HOURS : GROUP_HOURS);
        String level = of.level();
        String key = of.key();
        List<Sheet> sheets = List.of(
                Sheet.of(
                                "summary",
                                snapshot.rows(SUMMARY, level, key, from, to),
                                number("devices"),
                                share("occupied_share"),
                                share("available_share"),
                                share("blocked_share"),
                                share("out_of_service_share"),
                                share("observed_share"),
                                number("sessions"),
                                number("mean_session_s", "s"),
                                number("occupied_s", "s"),
                                number("available_s", "s"),
                                number("blocked_s", "s"),
                                number("out_of_service_s", "s"),
                                number("observed_s", "s"),
                                number("lasts_s", "s"))
                        .by(DAYS_FORMULA + "; devices: most on one day"),
                Sheet.of(
                                "by_hour_of_week",
                                snapshot.rows(
                                        hours + "SELECT weekday, local_hour, " + SHARES
                                                + ", max(devices) FROM hours GROUP BY weekday, local_hour ORDER BY weekday, local_hour",
                                        level,
                                        key,
                                        from,
                                        to),
                                number("weekday"),
                                number("hour"),
                                share("occupied_share"),
                                share("observed_share"),
                                number("devices"))
                        .by(HOURS_FORMULA),
                Sheet.of(
                                "by_day",
                                snapshot.rows(BY_DAY, level, key, from, to),
                                time("date"),
                                share("occupied_share"),
                                share("available_share"),
                                share("out_of_service_share"),
                                share("observed_share"),
                                number("sessions"),
                                number("mean_session_s", "s"))
                        .by(DAYS_FORMULA),
                Sheet.of(
                                "by_hour_of_day",
                                snapshot.rows(
                                        hours + "SELECT local_hour, " + SHARES
                                                + " FROM hours GROUP BY local_hour ORDER BY local_hour",
                                        level,
                                        key,
                                        from,
                                        to),
                                number("hour"),
                                share("occupied_share"),
                                share("observed_share"))
                        .by(HOURS_FORMULA),
                Sheet.of(
                                "sessions",
                                snapshot.rows(SESSIONS, key, level, key, level, level, level, from, to),
                                number("from_min", "min"),
                                number("to_min", "min"),
                                number("sessions"))
                        .by(
                                "sessions whose duration_s lies in the bin, by the local day they start on; of groups those of their points"),
                Sheet.of(
                                "ranking",
                                snapshot.rows(RANKING, level, key, level, level, key, level, key, from, to),
                                text("level"),
                                text("key"),
                                text("name"),
                                share("occupied_share"),
                                share("observed_share"),
                                number("devices"),
                                number("sessions"))
                        .by(DAYS_FORMULA));
        return new Answer(sheets, sources(), Map.of("chosen", Map.of("level", level, "key", key)));
    }
}
