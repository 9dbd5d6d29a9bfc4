package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job from polls or facts to tables, by its command line. */
class OccupancyTest {
    private static final String HEADER = "device_type,device_id,query_time,status\n";
    private static final String NIGHT = HEADER
            + """
            point,P1,2025-03-30T23:30:00Z,AVAILABLE
            point,P1,2025-03-30T23:40:00Z,OCCUPIED
            connector,P1*1,2025-03-30T23:50:00Z,OUTOFORDER
            point,P1,2025-03-30T23:50:00Z,CHARGING
            """;
    private static final String MORNING = HEADER
            + """
            point,P1,2025-03-31T00:00:00Z,OCCUPIED
            point,P1,2025-03-31T00:10:00Z,OCCUPIED
            point,P1,2025-03-31T00:20:00Z,RESERVED
            point,P1,2025-03-31T00:20:00Z,AVAILABLE
            connector,P1*1,2025-03-31T01:50:00Z,AVAILABLE
            """;
    private static final String RUNS =
            """
            device_type | device_id | status     | start_time           | end_time             | polls | duration_s | last_poll            | day
            connector   | P1*1      | OUTOFORDER | 2025-03-30T23:50:00Z | 2025-03-31T00:00:00Z | 1     | 600        | 2025-03-30T23:50:00Z | 2025-03-30
            connector   | P1*1      | AVAILABLE  | 2025-03-31T01:50:00Z | 2025-03-31T02:00:00Z | 1     | 600        | 2025-03-31T01:50:00Z | 2025-03-31
            point       | P1        | AVAILABLE  | 2025-03-30T23:30:00Z | 2025-03-30T23:40:00Z | 1     | 600        | 2025-03-30T23:30:00Z | 2025-03-30
            point       | P1        | CHARGING   | 2025-03-30T23:40:00Z | 2025-03-31T00:20:00Z | 4     | 2400       | 2025-03-31T00:10:00Z | 2025-03-31
            point       | P1        | RESERVED   | 2025-03-31T00:20:00Z | 2025-03-31T00:30:00Z | 1     | 600        | 2025-03-31T00:20:00Z | 2025-03-31
            """;
    private static final String SESSIONS =
            """
            session_id    | device_type | device_id | start_time           | end_time             | duration_s | polls
            P1@1743378000 | point       | P1        | 2025-03-30T23:40:00Z | 2025-03-31T00:20:00Z | 2400       | 4
            """;
    private static final String HOURS =
            """
            device_type | device_id | hour                 | available_s | occupied_s | blocked_s | out_of_service_s | unknown_s | sessions_started | day
            connector   | P1*1      | 2025-03-30T23:00:00Z | 0           | 0          | 0         | 600              | 3000      | 0                | 2025-03-30
            connector   | P1*1      | 2025-03-31T00:00:00Z | 0           | 0          | 0         | 0                | 3600      | 0                | 2025-03-31
            connector   | P1*1      | 2025-03-31T01:00:00Z | 600         | 0          | 0         | 0                | 3000      | 0                | 2025-03-31
            point       | P1        | 2025-03-30T23:00:00Z | 600         | 1200       | 0         | 0                | 1800      | 1                | 2025-03-30
            point       | P1        | 2025-03-31T00:00:00Z | 0           | 1200       | 600       | 0                | 1800      | 0                | 2025-03-31
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void rawPollsBecomeRunsSessionsAndHours(TableFormat format) throws IOException {
        write("night.csv", NIGHT);
        write("morning.csv", MORNING);
        JsonNode record = occupancy(format, "--polls", in());
        assertTables();
        assertThat(accounting(record)).isEqualTo("9 = 8 + 0 + 1");
        assertThat(record.get("findings").toString())
                .isEqualTo("[{\"code\":\"conflicting_status\",\"severity\":\"warn\",\"count\":1}]");
        assertThat(record.get("outputs")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void factsOfOneDayAfterTheOtherGiveTheSame(TableFormat format) throws IOException {
        write("night.csv", NIGHT);
        write("morning.csv", MORNING);
        run("ingest-status", format, "--input", in());
        assertThat(accounting(occupancy(format, "--from", "2025-03-30", "--to", "2025-03-31")))
                .isEqualTo("4 = 4 + 0 + 0");
        assertThat(lake().read(StatusRun.TABLE).where("status = 'CHARGING'"))
                .hasRows("end_time | polls | day\n2025-03-31T00:00:00Z | 2 | 2025-03-30");
        assertThat(accounting(occupancy(format, "--from", "2025-03-31", "--to", "2025-04-01")))
                .isEqualTo("4 = 4 + 0 + 0");
        assertTables();
        occupancy(format, "--from", "2025-03-30", "--to", "2025-03-31");
        assertTables();
    }

    @ParameterizedTest
    @EnumSource
    void aDayComputedBeforeThoseAroundItGivesTheSame(TableFormat format) throws IOException {
        write("night.csv", NIGHT);
        write("morning.csv", MORNING);
        occupancy(format, "--polls", in(), "--from", "2025-03-31", "--to", "2025-04-01");
        occupancy(format, "--polls", in(), "--from", "2025-03-30", "--to", "2025-03-31");
        assertTables();
    }

    @ParameterizedTest
    @EnumSource
    void aSilenceOfDaysIsFilledWhenTheDeviceIsHeardAgain(TableFormat format) throws IOException {
        write(
                "early.csv",
                HEADER + "point,P1,2025-03-01T22:10:00Z,AVAILABLE\npoint,P2,2025-03-03T10:00:00Z,AVAILABLE\n");
        write("late.csv", HEADER + "point,P1,2025-03-05T01:00:00Z,AVAILABLE\n");
        occupancy(format, "--polls", in(), "--from", "2025-03-01", "--to", "2025-03-04");
        assertThat(lake().read(OccupancyHourly.TABLE).count()).isEqualTo(2);
        occupancy(format, "--polls", in(), "--from", "2025-03-05", "--to", "2025-03-06");
        assertThat(lake().read(OccupancyHourly.TABLE)
                        .groupBy("device_id", "day")
                        .count())
                .hasRows(
                        """
                        device_id | day        | count
                        P1        | 2025-03-01 | 2
                        P1        | 2025-03-02 | 24
                        P1        | 2025-03-03 | 24
                        P1        | 2025-03-04 | 24
                        P1        | 2025-03-05 | 2
                        P2        | 2025-03-03 | 1
                        """);
    }

    @Test
    void damageIsLeftOutAndTheAccountCloses() throws IOException {
        write(
                "damaged.csv",
                HEADER
                        + """
                        point,P1,2025-03-30T00:00:00Z,HUNGRY
                        point,,2025-03-30T00:10:00Z,AVAILABLE
                        point,P1,not a time,AVAILABLE
                        point,P1,2001-01-01T00:00:00Z,AVAILABLE
                        point,P1,2999-01-01T00:00:00Z,AVAILABLE
                        lamp,P1,2025-03-30T00:10:00Z,AVAILABLE
                        point,P1,2025-03-30T00:10:00Z
                        """);
        write("empty.csv", "");
        JsonNode record = occupancy(TableFormat.DELTA, "--polls", in());
        assertThat(accounting(record)).isEqualTo("8 = 1 + 7 + 0");
        assertThat(findings(record))
                .containsExactlyInAnyOrder(
                        "broken_line 1",
                        "unknown_device_type 1",
                        "missing_device_id 1",
                        "unparseable_time 1",
                        "before_2010 1",
                        "in_the_future 1",
                        "unreadable_file 1",
                        "unknown_status 1");
        assertThat(lake().read(StatusRun.TABLE)).hasRows("status | polls\nUNKNOWN | 1");
    }

    @Test
    void noPollsLeaveTheTablesAsTheyAre() throws IOException {
        write("night.csv", NIGHT);
        assertThat(accounting(occupancy(TableFormat.DELTA))).isEqualTo("0 = 0 + 0 + 0");
        assertThat(lake().tables()).isEmpty();
        occupancy(TableFormat.DELTA, "--polls", in());
        long rows = lake().read(StatusRun.TABLE).count();
        occupancy(TableFormat.DELTA, "--polls", in(), "--from", "2025-01-01", "--to", "2025-01-02");
        assertThat(lake().read(StatusRun.TABLE).count()).isEqualTo(rows).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void aDayWithinALongSilenceIsComputedAgain(TableFormat format) throws IOException {
        write(
                "silence.csv",
                """
                device_type,device_id,query_time,status
                point,P1,2025-03-01T12:00:00Z,AVAILABLE
                point,P1,2025-03-11T12:00:00Z,AVAILABLE
                """);
        occupancy(format, "--polls", in());
        List<Row> hours = hours();
        assertThat(hours).hasSize(10 * 24 + 1);
        occupancy(format, "--polls", in(), "--from", "2025-03-06", "--to", "2025-03-07");
        assertThat(hours()).isEqualTo(hours);
    }

    private List<Row> hours() {
        return lake().read(OccupancyHourly.TABLE).orderBy("hour").collectAsList();
    }

    /** It begins and ends as Parquet does, so that it shows only when its pages are read. */
    @Test
    void aFileWithDamagedPagesIsNamed() throws IOException {
        Path whole = folder.resolve("whole");
        TestSpark.session()
                .sql(
                        "SELECT 'point' AS device_type, concat('P', id) AS device_id, timestamp_seconds(1743292800 + id) AS query_time,"
                                + " 'AVAILABLE' AS status FROM range(5000)")
                .coalesce(1)
                .write()
                .parquet(whole.toString());
        byte[] bytes;
        try (Stream<Path> files = Files.list(whole)) {
            bytes = Files.readAllBytes(files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
        Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x5A);
        write("night.csv", NIGHT);
        Files.write(folder.resolve("raw polls/damaged.parquet"), bytes);
        Command command = Command.run("occupancy", "--polls", in(), "--lake", lakePath());
        assertThat(command.exitCode()).isEqualTo(20);
        assertThat(command.err())
                .contains("damaged.parquet: its data is damaged (take it out, or have it delivered again)");
    }

    @Test
    void anIntervalBeyondTheGapIsRefused() {
        Command command = Command.run("occupancy", "--poll-interval", "45", "--lake", lakePath());
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).contains("Cannot time polls: poll interval 2700 s and max gap 1800 s");
    }

    @Test
    void daysOfAnotherTimingAreRefusedBesideOthers() throws IOException {
        write("night.csv", NIGHT);
        occupancy(TableFormat.DELTA, "--polls", in());
        String[] day = {
            "occupancy",
            "--polls",
            in(),
            "--lake",
            lakePath(),
            "--max-gap",
            "1h",
            "--from",
            "2025-03-31",
            "--to",
            "2025-04-01"
        };
        Command refused = Command.run(day);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("the days beside them were computed with 600s and 1800s");
        occupancy(TableFormat.DELTA, "--polls", in(), "--max-gap", "1h");
        assertThat(Command.run(day).exitCode()).isZero();
    }

    private void assertTables() {
        assertThat(lake().read(StatusRun.TABLE)).hasRows(RUNS);
        assertThat(lake().read(ChargingSession.TABLE)).hasRows(SESSIONS);
        assertThat(lake().read(OccupancyHourly.TABLE)).hasRows(HOURS);
        assertThat(List.of(StatusRun.TABLE, ChargingSession.TABLE, OccupancyHourly.TABLE))
                .allSatisfy(this::assertColumnsFirst);
    }

    private void assertColumnsFirst(Table table) {
        assertThat(lake().stored(table.name()).columns())
                .containsExactly(table.columnNames().toArray(String[]::new));
    }

    /** The use by periods has tests of its own. */
    private JsonNode occupancy(TableFormat format, String... more) throws IOException {
        return run(
                "occupancy",
                format,
                Stream.concat(Stream.of("--no-utilization"), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private JsonNode run(String job, TableFormat format, String... more) throws IOException {
        var args = new ArrayList<>(List.of(job, "--lake", lakePath(), "--table-format", format.toString(), "--json"));
        args.addAll(List.of(more));
        Command command = Command.run(args.toArray(String[]::new));
        assertThat(command.exitCode()).as(command.err()).isZero();
        return new ObjectMapper().readTree(command.out());
    }

    private static String accounting(JsonNode record) {
        return record.get("read") + " = " + record.get("accepted") + " + " + record.get("quarantined") + " + "
                + record.get("deduplicated");
    }

    private static List<String> findings(JsonNode record) {
        var findings = new ArrayList<String>();
        record.get("findings").forEach(f -> findings.add(f.get("code").asText() + " " + f.get("count")));
        return findings;
    }

    private String in() {
        return folder.resolve("raw polls").toString();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("raw polls"));
        Files.writeString(folder.resolve("raw polls").resolve(name), text);
    }

    private Lake lake() {
        return Lakes.open(
                TestSpark.session(), Storage.uri(lakePath()), Optional.empty(), Lakes.Access.READ, Optional.empty());
    }

    private String lakePath() {
        return folder.resolve("my lake").toString();
    }
}
