package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.tables.Time;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job from files to tables, by its command line. */
class IngestStatusTest {
    private static final String HEADER = "device_type,device_id,query_time,status,parking_sensor\n";
    private static final String MORNING = HEADER
            + """
            point,P1,2025-03-30T00:00:00Z,AVAILABLE,FREE
            connector,P1*1,2025-03-30T00:00:00Z,AVAILABLE,
            point,P1,2025-03-30T00:10:00Z,OCCUPIED,
            connector,P1*1,2025-03-30T00:10:00Z,OCCUPIED,
            connector,P1*1,2025-03-30T00:10:00Z,OCCUPIED,
            """;
    private static final String EVENING = HEADER
            + """
            connector,P1*1,2025-03-30T00:10:00Z,OUTOFORDER,
            connector,P1*1,2025-03-30T23:50:00+01:00,HUNGRY,
            point,P1,2025-03-31T00:00:00Z,RESERVED,
            """;
    private static final String DAMAGED = HEADER
            + """
            point,,2025-03-30T00:20:00Z,AVAILABLE,
            point,P1,not a time,AVAILABLE,
            point,P1,2025-03-30,AVAILABLE,
            point,P1,2001-01-01T00:00:00Z,AVAILABLE,
            point,P1,2999-01-01T00:00:00Z,AVAILABLE,
            lamp,P1,2025-03-30T00:20:00Z,AVAILABLE,
            lamp,P1,2025-03-30T00:20:00Z,AVAILABLE,
            point,P1,2025-03-30T00:30:00Z
            point,P1,2025-03-30T00:20:00Z,AVAILABLE,
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void pollsBecomeFactsAndDimensions(TableFormat format) throws IOException {
        JsonNode record = ingest(format, write("morning.csv", MORNING));
        Lake lake = lake();
        assertThat(lake.read(StatusChargingpoints.TABLE))
                .hasRows(
                        """
                        id_status_cp  | id_chargingpoint | query_time           | status_cp | status_parkingsensor | status_raw | day
                        P1@1743292800 | P1               | 2025-03-30T00:00:00Z | AVAILABLE | FREE                 |            | 2025-03-30
                        P1@1743293400 | P1               | 2025-03-30T00:10:00Z | CHARGING  |                      | OCCUPIED   | 2025-03-30
                        """);
        assertThat(lake.read(StatusConnectors.TABLE))
                .hasRows(
                        """
                        id_status_connectors | id_connector | query_time           | status_connector
                        P1*1@1743292800      | P1*1         | 2025-03-30T00:00:00Z | AVAILABLE
                        P1*1@1743293400      | P1*1         | 2025-03-30T00:10:00Z | CHARGING
                        """);
        assertThat(lake.read(ChargingPoint.TABLE)).hasRows("id_cp | id_cs\nP1 |");
        assertThat(lake.read(Connector.TABLE)).hasRows("id_connector | id_cp\nP1*1 |");
        assertThat(lake.read(Time.TABLE))
                .hasRows(
                        """
                        query_time           | hour | day | week | month | year | weekday
                        2025-03-30T00:00:00Z | 1    | 30  | 13   | 3     | 2025 | 7
                        2025-03-30T00:10:00Z | 1    | 30  | 13   | 3     | 2025 | 7
                        """);
        assertThat(accounting(record)).isEqualTo("5 = 4 + 0 + 1");
    }

    @Test
    void theLocalCalendarSkipsTheHourThatDoesNotExist() throws IOException {
        ingest(
                TableFormat.DELTA,
                write(
                        "night.csv",
                        HEADER
                                + "point,P1,2025-03-30T00:59:00Z,AVAILABLE,\npoint,P1,2025-03-30T01:00:00Z,AVAILABLE,\n"));
        assertThat(lake().read(Time.TABLE))
                .hasRows("query_time | hour\n2025-03-30T00:59:00Z | 1\n2025-03-30T01:00:00Z | 3");
    }

    @ParameterizedTest
    @EnumSource
    void deliveriesInAnyOrderAndTwiceEndInTheSameTables(TableFormat format) throws IOException {
        Path morning = write("morning.csv", MORNING);
        Path evening = write("evening.csv", EVENING);
        ingest(format, evening);
        ingest(format, morning);
        ingest(format, evening);
        assertThat(lake().read(StatusConnectors.TABLE))
                .hasRows(
                        """
                        id_connector | query_time           | status_connector | status_raw | day
                        P1*1         | 2025-03-30T00:00:00Z | AVAILABLE        |            | 2025-03-30
                        P1*1         | 2025-03-30T00:10:00Z | OUTOFORDER       |            | 2025-03-30
                        P1*1         | 2025-03-30T22:50:00Z | UNKNOWN          | HUNGRY     | 2025-03-30
                        """);
        assertThat(lake().read(StatusChargingpoints.TABLE).count()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDamagedGoesToTheQuarantineAndTheAccountCloses(TableFormat format) throws IOException {
        for (int i = 0; i < 2; i++) {
            JsonNode record = ingest(format, write("damaged.csv", DAMAGED));
            assertThat(accounting(record)).isEqualTo("9 = 1 + 8 + 0");
        }
        assertThat(lake().read(Tables.QUARANTINE_STATUS))
                .hasRows(
                        """
                        reasons             | copies
                        missing_device_id   | 1
                        unparseable_time    | 1
                        unparseable_time    | 1
                        before_2010         | 1
                        in_the_future       | 1
                        unknown_device_type | 2
                        broken_line         | 1
                        """);
        assertThat(lake().read(StatusChargingpoints.TABLE)).hasRows("id_status_cp\nP1@1743294000");
    }

    @Test
    void aFileThatCannotBeReadIsQuarantinedAndTheOthersAreExact() throws IOException {
        write("a-morning.csv", MORNING);
        write("b-empty.csv", "");
        write("c-headless.csv", "point,P1,2025-03-30T00:20:00Z,AVAILABLE,\n");
        write("d-cut.parquet", "PAR1 and then nothing that ends like it");
        JsonNode record = ingest(TableFormat.DELTA, folder.resolve("raw polls"));
        assertThat(accounting(record)).isEqualTo("8 = 4 + 3 + 1");
        assertThat(lake().read(Tables.QUARANTINE_STATUS)
                        .selectExpr("regexp_extract(source_file, '[^/]+$', 0) file", "reasons"))
                .hasRows(
                        """
                        file           | reasons
                        b-empty.csv    | unreadable_file
                        c-headless.csv | no_header
                        d-cut.parquet  | unreadable_file
                        """);
    }

    @Test
    void filesOfSeveralShapesAreReadEachByItsOwnHeader() throws IOException {
        write("comma.csv", MORNING);
        write(
                "semicolon.csv",
                "status;query_time;device_id;device_type\nAVAILABLE;2025-03-30 01:00:00+01:00;P2;point\n");
        write("tab.csv", "device_type\tdevice_id\tquery_time\tstatus\npoint\tP3\t2025-03-30T00:00:00\tAVAILABLE\n");
        ingest(TableFormat.DELTA, folder.resolve("raw polls"));
        assertThat(lake().read(StatusChargingpoints.TABLE))
                .hasRows("id_status_cp\nP1@1743292800\nP1@1743293400\nP2@1743292800\nP3@1743292800");
    }

    @Test
    void columnsOfOtherNamesCanBeNamed() throws IOException {
        Path file = write("theirs.csv", "kind,evse,at,state\npoint,P1,2025-03-30T00:00:00Z,AVAILABLE\n");
        ingest(TableFormat.DELTA, file, "--columns", "kind=device_type,evse=device_id,at=query_time,state=status");
        assertThat(lake().read(StatusChargingpoints.TABLE)).hasRows("id_status_cp\nP1@1743292800");
    }

    @Test
    void onlyTheDaysAskedForAreRead() throws IOException {
        JsonNode record =
                ingest(TableFormat.DELTA, write("evening.csv", EVENING), "--from", "2025-03-31", "--to", "2025-04-01");
        assertThat(accounting(record)).isEqualTo("1 = 1 + 0 + 0");
        assertThat(lake().read(StatusConnectors.TABLE)).isEmpty();
    }

    @Test
    void masterDataFillsTheDimensions() throws IOException {
        Path master = Files.createDirectories(folder.resolve("master"));
        Files.writeString(
                master.resolve("charging_station.csv"),
                "id_cs,name,city,open_24_7,longitude,latitude\n1,\"Town Hall, north\",Köln,true,6.96,50.94\n");
        Files.writeString(master.resolve("charging_point.csv"), "id_cp,id_cs\nP1,1\nP9,1\n");
        Files.writeString(
                master.resolve("connector.csv"), "id_connector,id_cp,max_power,standard\nP1*1,P1,22,IEC_62196_T2\n");
        Path morning = write("morning.csv", MORNING);
        ingest(TableFormat.DELTA, morning, "--master", master.toString());
        ingest(TableFormat.DELTA, morning);
        assertThat(lake().read(ChargingPoint.TABLE)).hasRows("id_cp | id_cs\nP1 | 1\nP9 | 1");
        assertThat(lake().read(Connector.TABLE)).hasRows("id_connector | id_cp | max_power\nP1*1 | P1 | 22");
        assertThat(Command.run(
                                "sql",
                                "SELECT name, city, open_24_7 FROM charging_station",
                                "--csv",
                                "--lake",
                                lakePath())
                        .out())
                .isEqualTo("name,city,open_24_7\r\n\"Town Hall, north\",Köln,true\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void theFirstAndLastDayCanBeAskedFor(TableFormat format) throws IOException {
        ingest(format, write("morning.csv", MORNING));
        assertThat(Command.run(
                                "sql",
                                "SELECT min(day) AS first, max(day) AS last FROM status_connectors",
                                "--csv",
                                "--lake",
                                lakePath())
                        .out())
                .isEqualTo("first,last\r\n2025-03-30,2025-03-30\r\n");
    }

    @Test
    void theRecordOfTheRunIsATable() throws IOException {
        ingest(TableFormat.DELTA, write("morning.csv", MORNING), "--run-id", "daily-2025-03-30");
        String rows = Command.run(
                        "sql",
                        "SELECT run_id, status, read, accepted, size(inputs) AS i, arguments['--format'] AS f, code_version, tzdata <> '' AS tz FROM _runs",
                        "--json",
                        "--lake",
                        lakePath())
                .out();
        assertThat(rows)
                .isEqualTo(
                        "{\"run_id\":\"daily-2025-03-30\",\"status\":\"ok\",\"read\":5,\"accepted\":4,\"i\":1,\"f\":\"flat\",\"code_version\":\"development\",\"tz\":true}\n");
    }

    private JsonNode ingest(TableFormat format, Path input, String... more) throws IOException {
        var args = new java.util.ArrayList<>(java.util.List.of(
                "ingest-status",
                "--format",
                "flat",
                "--input",
                input.toString(),
                "--lake",
                lakePath(),
                "--table-format",
                format.toString(),
                "--max-quarantined",
                "1",
                "--json"));
        args.addAll(java.util.List.of(more));
        Command command = Command.run(args.toArray(String[]::new));
        assertThat(command.exitCode()).as(command.err()).isZero();
        return new ObjectMapper().readTree(command.out());
    }

    private static String accounting(JsonNode record) {
        return record.get("read") + " = " + record.get("accepted") + " + " + record.get("quarantined") + " + "
                + record.get("deduplicated");
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("raw polls"));
        return Files.writeString(folder.resolve("raw polls").resolve(name), text);
    }

    private Lake lake() {
        return Lakes.open(
                TestSpark.session(), Storage.uri(lakePath()), Optional.empty(), Lakes.Access.READ, Optional.empty());
    }

    private String lakePath() {
        return folder.resolve("my lake").toString();
    }
}
