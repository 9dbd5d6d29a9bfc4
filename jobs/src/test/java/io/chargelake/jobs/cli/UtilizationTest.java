package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Utilization;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The use of devices by the calendar of Berlin, whose clock goes forward on 2025-03-30 and back on 2025-10-26. */
class UtilizationTest {
    private static final String HEADER = "device_type,device_id,query_time,status\n";

    @TempDir
    Path folder;

    private String lake = "lake";

    @Test
    void daysOf23And25HoursAreWhatTheyAre() throws IOException {
        StringBuilder polls = new StringBuilder(HEADER);
        poll(polls, "2025-03-29T23:00:00Z", "2025-03-30T10:00:00Z", "AVAILABLE");
        poll(polls, "2025-03-30T10:00:00Z", "2025-03-30T12:00:00Z", "OCCUPIED");
        poll(polls, "2025-03-30T12:00:00Z", "2025-03-30T22:00:00Z", "AVAILABLE");
        poll(polls, "2025-10-25T22:00:00Z", "2025-10-26T18:00:00Z", "AVAILABLE");
        poll(polls, "2025-10-26T18:00:00Z", "2025-10-26T23:00:00Z", "OUTOFORDER");
        write("polls.csv", polls.toString());
        occupancy(TableFormat.DELTA);
        assertThat(utilization()
                        .where("period IN ('day', 'week')")
                        .where("occupied_s + available_s > 0")
                        .selectExpr(
                                "period",
                                "period_start AS start",
                                "devices AS n",
                                "round(occupied_share, 6) AS occupied",
                                "round(available_share, 6) AS available",
                                "round(out_of_service_share, 6) AS out",
                                "round(observed_share, 6) AS observed",
                                "sessions",
                                "mean_session_s AS mean_s"))
                .hasRows(
                        """
                        period | start      | n | occupied | available | out | observed | sessions | mean_s
                        day    | 2025-03-30 | 1 | 0.086957 | 0.913043  | 0.0 | 1.0      | 1        | 7200.0
                        day    | 2025-10-26 | 1 | 0.0      | 0.8       | 0.2 | 1.0      | 0        |
                        week   | 2025-03-24 | 1 | 0.086957 | 0.913043  | 0.0 | 0.137725 | 1        | 7200.0
                        week   | 2025-10-20 | 1 | 0.0      | 0.8       | 0.2 | 0.147929 | 0        |
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void oneDayAfterTheOtherInAnyOrderGivesWhatAllAtOnceGives(TableFormat format) throws IOException {
        write("polls.csv", world());
        master(format);
        occupancy(format);
        List<String> atOnce = rows(utilization());
        assertThat(atOnce).containsExactlyInAnyOrderElementsOf(rows(expected()));
        lake = "later";
        master(format);
        for (String day : List.of("31", "29", "30")) {
            occupancy(
                    format,
                    "--from",
                    "2025-03-" + day,
                    "--to",
                    day.equals("31") ? "2025-04-01" : "2025-03-" + (Integer.parseInt(day) + 1));
        }
        assertThat(rows(utilization()))
                .containsExactlyInAnyOrderElementsOf(atOnce)
                .hasSizeGreaterThan(50);
    }

    @Test
    void theTableStaysAsItIsWhereThatIsAskedFor() throws IOException {
        write("polls.csv", HEADER + "point,P1,2025-03-30T10:00:00Z,AVAILABLE\n");
        occupancy(TableFormat.DELTA, "--no-utilization");
        assertThat(lake().tables()).doesNotContain(Utilization.TABLE.name());
        occupancy(TableFormat.DELTA);
        assertThat(utilization().count()).isEqualTo(4);
    }

    /** Plain SQL over hours, sessions and master data, for days, months and years. */
    private Dataset<Row> expected() {
        SparkSession spark = TestSpark.session();
        for (String table : List.of("occupancy_hourly", "charging_session", "charging_point", "charging_station")) {
            lake().stored(table).createOrReplaceTempView("u_" + table);
        }
        return spark.sql(
                """
                WITH part AS (
                    SELECT device_type, device_id, to_date(from_utc_timestamp(hour, 'Europe/Berlin')) date, available_s a, occupied_s o,
                        blocked_s b, out_of_service_s x, 0 n, 0 s FROM u_occupancy_hourly
                    UNION ALL SELECT device_type, device_id, to_date(from_utc_timestamp(start_time, 'Europe/Berlin')), 0, 0, 0, 0, 1, duration_s
                        FROM u_charging_session),
                member AS (
                    SELECT device_type AS level, device_id AS key, device_type, device_id FROM part
                    UNION SELECT 'station', CAST(id_cs AS STRING), 'point', id_cp FROM u_charging_point WHERE id_cs IS NOT NULL
                    UNION SELECT 'city', city, 'point', id_cp FROM u_charging_point JOIN u_charging_station USING (id_cs)
                    UNION SELECT 'operator', operator_name, 'point', id_cp FROM u_charging_point JOIN u_charging_station USING (id_cs)),
                period AS (SELECT explode(array('day', 'week', 'month', 'year')) period)
                SELECT level, key, period, IF(period = 'day', date, CAST(date_trunc(period, date) AS DATE)) period_start,
                    count(DISTINCT device_id) devices, sum(n) sessions, sum(a) available_s, sum(o) occupied_s, sum(b) blocked_s,
                    sum(x) out_of_service_s, sum(s) session_s,
                    CASE WHEN sum(a + o + b + x) > 0 THEN sum(o) / sum(a + o + b + x) END occupied_share,
                    CASE WHEN sum(n) > 0 THEN sum(s) / sum(n) END mean_session_s
                FROM part JOIN member USING (device_type, device_id) CROSS JOIN period GROUP BY 1, 2, 3, 4
                """);
    }

    private static List<String> rows(Dataset<Row> utilization) {
        return utilization
                .selectExpr(
                        "level",
                        "key",
                        "period",
                        "period_start",
                        "devices",
                        "sessions",
                        "available_s",
                        "occupied_s",
                        "blocked_s",
                        "out_of_service_s",
                        "session_s",
                        "round(occupied_share, 9)",
                        "round(mean_session_s, 9)")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }

    /** Three days of four points and a connector, with silences and sessions over midnight. */
    private static String world() {
        Random random = new Random(8);
        String[] words = {"AVAILABLE", "OCCUPIED", "OCCUPIED", "OUTOFORDER", "RESERVED", "UNKNOWN"};
        StringBuilder polls = new StringBuilder(HEADER);
        Instant begin = Instant.parse("2025-03-29T00:00:00Z");
        for (String device : List.of("point,P1", "point,P2", "point,P3", "point,P4", "connector,P1*1")) {
            String word = "AVAILABLE";
            long second = random.nextInt(3000);
            while (second < 3 * 86_400) {
                word = random.nextInt(25) == 0 ? words[random.nextInt(words.length)] : word;
                polls.append(device)
                        .append(',')
                        .append(begin.plusSeconds(second))
                        .append(',')
                        .append(word)
                        .append('\n');
                second += random.nextInt(100) == 0 ? 20_000 : 600;
            }
        }
        return polls.toString();
    }

    private static void poll(StringBuilder polls, String from, String to, String status) {
        for (Instant at = Instant.parse(from); at.isBefore(Instant.parse(to)); at = at.plusSeconds(600)) {
            polls.append("point,P1,").append(at).append(',').append(status).append('\n');
        }
    }

    /** P4 has no station. */
    private void master(TableFormat format) {
        SparkSession spark = TestSpark.session();
        Lake lake =
                Lakes.open(spark, Storage.uri(lakePath()), Optional.of(format), Lakes.Access.WRITE, Optional.empty());
        lake.replace(
                ChargingStation.TABLE,
                spark.sql("SELECT 1 id_cs, 'Ulm' city, 'A' operator_name UNION ALL SELECT 2, 'Ulm', 'B'"));
        lake.replace(
                ChargingPoint.TABLE,
                spark.sql(
                        "SELECT 'P1' id_cp, 1 id_cs UNION ALL SELECT 'P2', 1 UNION ALL SELECT 'P3', 2 UNION ALL SELECT 'P4', NULL"));
    }

    private void occupancy(TableFormat format, String... more) {
        var args = new ArrayList<>(List.of(
                "occupancy",
                "--lake",
                lakePath(),
                "--table-format",
                format.toString(),
                "--polls",
                folder.resolve("in").toString()));
        args.addAll(List.of(more));
        Command command = Command.run(args.toArray(String[]::new));
        assertThat(command.exitCode()).as(command.err()).isZero();
    }

    private Dataset<Row> utilization() {
        return lake().read(Utilization.TABLE);
    }

    private Lake lake() {
        return Lakes.open(
                TestSpark.session(), Storage.uri(lakePath()), Optional.empty(), Lakes.Access.READ, Optional.empty());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in").resolve(name), text);
    }

    private String lakePath() {
        return folder.resolve(lake).toString();
    }
}
