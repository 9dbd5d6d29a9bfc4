package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Table;
import io.chargelake.status.PollTiming;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The meaning of the three tables in plain SQL: slow, clear, and sharing nothing with what it checks. */
final class PlainSql {
    private final SparkSession spark;

    PlainSql(Dataset<Row> polls, PollTiming timing) {
        spark = polls.sparkSession();
        polls.createOrReplaceTempView("sql_polls");
        view(
                "sql_resolved",
                """
                WITH words AS (SELECT device_type k, device_id d, unix_seconds(query_time) t,
                    CASE WHEN status = 'OCCUPIED' THEN 'CHARGING'
                         WHEN status IN ('AVAILABLE', 'BLOCKED', 'CHARGING', 'INOPERATIVE', 'OUTOFORDER', 'PLANNED',
                                         'REMOVED', 'RESERVED', 'UNKNOWN') THEN status
                         ELSE 'UNKNOWN' END s FROM sql_polls),
                ranked AS (SELECT *, CASE WHEN s IN ('OUTOFORDER', 'INOPERATIVE', 'PLANNED', 'REMOVED') THEN 5
                         WHEN s = 'CHARGING' THEN 4 WHEN s IN ('BLOCKED', 'RESERVED') THEN 3
                         WHEN s = 'AVAILABLE' THEN 2 ELSE 1 END c FROM words)
                SELECT k, d, t, max(struct(c, s)).c c, max(struct(c, s)).s s FROM ranked GROUP BY k, d, t
                """);
        view(
                "sql_runs",
                """
                WITH near AS (SELECT *, lag(t) OVER w pt, lag(s) OVER w ps, lead(t) OVER w nt FROM sql_resolved
                              WINDOW w AS (PARTITION BY k, d ORDER BY t)),
                held AS (SELECT *, CASE WHEN nt - t <= %2$d THEN nt ELSE t + %1$d END e,
                         CASE WHEN pt IS NULL OR ps <> s OR t - pt > %2$d THEN 1 ELSE 0 END head FROM near),
                grouped AS (SELECT *, sum(head) OVER (PARTITION BY k, d ORDER BY t) r FROM held)
                SELECT k, d, s, c, min(t) t0, max(e) t1, max(t) l, CAST(count(*) AS INT) n FROM grouped GROUP BY k, d, s, c, r
                """
                        .formatted(timing.pollInterval_s(), timing.maxGap_s()));
    }

    Dataset<Row> table(Table table) {
        return spark.sql(Map.of(
                        StatusRun.TABLE.name(),
                        """
                        SELECT k device_type, d device_id, s status, timestamp_seconds(t0) start_time,
                            timestamp_seconds(t1) end_time, n polls, t1 - t0 duration_s, timestamp_seconds(l) last_poll,
                            to_date(timestamp_seconds(l)) day FROM sql_runs
                        """,
                        ChargingSession.TABLE.name(),
                        """
                        SELECT concat(d, '@', t0) session_id, k device_type, d device_id, timestamp_seconds(t0) start_time,
                            timestamp_seconds(t1) end_time, t1 - t0 duration_s, n polls, timestamp_seconds(l) last_poll,
                            to_date(timestamp_seconds(l)) day FROM sql_runs WHERE c = 4
                        """,
                        OccupancyHourly.TABLE.name(),
                        """
                        WITH bounds AS (SELECT k, d, min(t0) div 3600 h0, (max(t1) - 1) div 3600 h1 FROM sql_runs GROUP BY k, d),
                        hours AS (SELECT k, d, explode(sequence(h0, h1)) h FROM bounds),
                        parts AS (SELECT hours.k, hours.d, h, c, t0, greatest(0, least(t1, h * 3600 + 3600) - greatest(t0, h * 3600)) x
                            FROM hours JOIN sql_runs r ON r.k = hours.k AND r.d = hours.d),
                        sums AS (SELECT k, d, h, sum(IF(c = 2, x, 0)) a, sum(IF(c = 4, x, 0)) o, sum(IF(c = 3, x, 0)) b,
                            sum(IF(c = 5, x, 0)) u, sum(IF(c = 4 AND t0 div 3600 = h, 1, 0)) n FROM parts GROUP BY k, d, h)
                        SELECT k device_type, d device_id, timestamp_seconds(h * 3600) hour, CAST(a AS INT) available_s,
                            CAST(o AS INT) occupied_s, CAST(b AS INT) blocked_s, CAST(u AS INT) out_of_service_s,
                            CAST(3600 - a - o - b - u AS INT) unknown_s, CAST(n AS INT) sessions_started,
                            to_date(timestamp_seconds(h * 3600)) day FROM sums
                        """)
                .get(table.name()));
    }

    private void view(String name, String sql) {
        spark.sql(sql).createOrReplaceTempView(name);
    }
}
