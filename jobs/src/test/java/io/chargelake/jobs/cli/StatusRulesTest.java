package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of polls by an example of what breaks it. */
class StatusRulesTest {
    private static final String HEADER = "device_type,device_id,query_time,status\n";
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void localTimesAreReadInTheirZone() throws IOException {
        JsonNode record = ingest(
                """
                point,P1,2025-03-30T01:59:00,AVAILABLE
                point,P2,2025-03-30 02:30:00,AVAILABLE
                point,P3,2025-03-30T03:00:00,AVAILABLE
                point,P4,2025-03-30T02:30:00+02:00,AVAILABLE
                point,P5,2025-10-26T02:30:00,AVAILABLE
                """,
                "--zone",
                "Europe/Berlin");
        assertThat(lake().read(StatusChargingpoints.TABLE))
                .hasRows(
                        """
                        id_chargingpoint | query_time
                        P1               | 2025-03-30T00:59:00Z
                        P3               | 2025-03-30T01:00:00Z
                        P4               | 2025-03-30T00:30:00Z
                        P5               | 2025-10-26T00:30:00Z
                        """);
        assertThat(Ingest.findings(record)).isEqualTo(Map.of("nonexistent_local_time", 1L, "ambiguous_local_time", 1L));
        assertThat(lake().read(Tables.QUARANTINE_STATUS))
                .hasRows(
                        """
                        reasons                | raw
                        nonexistent_local_time | {"device_type":"point","device_id":"P2","query_time":"2025-03-30 02:30:00","status":"AVAILABLE"}
                        """);
    }

    @Test
    void aConnectorOfNoPointIsQuarantinedWithItsPolls() throws IOException {
        master("id_connector,id_cp\nC1,P1\nC2,P7\nC3,\n");
        JsonNode record = ingest(
                """
                connector,C1,2025-01-01T00:00:00Z,AVAILABLE
                connector,C2,2025-01-01T00:00:00Z,AVAILABLE
                connector,C3,2025-01-01T00:00:00Z,AVAILABLE
                connector,C4,2025-01-01T00:00:00Z,AVAILABLE
                """,
                "--master",
                folder.resolve("master").toString());
        assertThat(Ingest.accounting(record)).isEqualTo("5 = 3 + 2 + 0");
        assertThat(Ingest.findings(record)).containsEntry("orphan_connector", 1L);
        assertThat(lake().read(StatusConnectors.TABLE)).hasRows("id_connector\nC1\nC3\nC4");
        assertThat(lake().read(Connector.TABLE)).hasRows("id_connector | id_cp\nC1 | P1\nC3 |\nC4 |");
    }

    @Test
    void masterDataIsCheckedAndRepaired() throws IOException {
        master("id_connector,id_cp,ampere,max_power\nC1,P1,32,3.7\nC2,P1,many,\nC2,P1,16,\nC2,P1,32,\n,P1,,\n");
        JsonNode record = ingest(
                "point,P1,2025-01-01T00:00:00Z,AVAILABLE\n",
                "--master",
                folder.resolve("master").toString());
        assertThat(Ingest.accounting(record)).isEqualTo("3 = 1 + 2 + 0");
        assertThat(Ingest.findings(record))
                .isEqualTo(Map.of("bad_value", 1L, "missing_id", 1L, "mojibake", 1L, "conflicting_master_data", 1L));
        assertThat(lake().read(ChargingStation.TABLE)).hasRows("id_cs | name\n7 | Köln");
        assertThat(lake().read(Connector.TABLE)).hasRows("id_connector | ampere | max_power\nC1 | 32 | 4\nC2 | 32 |");
    }

    @Test
    void anUnknownColumnIsTold() throws IOException {
        Path file = Files.writeString(
                folder.resolve("wide.csv"),
                "device_type,device_id,query_time,status,price\npoint,P1,2025-01-01T00:00:00Z,AVAILABLE,1\n");
        assertThat(Ingest.findings(job().run("flat", file))).isEqualTo(Map.of("new_column", 1L));
    }

    @Test
    void idsThatCannotBeReadOrAreNoIds() throws IOException {
        JsonNode record = ingest("point,P\u0001,2025-01-01T00:00:00Z,AVAILABLE\npoint," + "P".repeat(256)
                + ",2025-01-01T00:00:00Z,AVAILABLE\npoint,P1,2025-01-01T00:00:00Z,HUNGRY\n");
        assertThat(Ingest.findings(record))
                .isEqualTo(Map.of("bad_encoding", 1L, "oversized_value", 1L, "unknown_status", 1L));
    }

    @Test
    void gapsAndLongCharges() throws IOException {
        JsonNode record = ingest(polls("point,P1", 0, 10, "AVAILABLE")
                + polls("point,P1", 14, 20, "AVAILABLE")
                + polls("connector,C1", 0, 6 * 73, "CHARGING"));
        assertThat(Ingest.findings(record)).isEqualTo(Map.of("poll_gap", 1L, "long_charging", 1L));
    }

    @Test
    void aPollIntervalOfOnesOwnMovesTheGap() throws IOException {
        JsonNode record = ingest(
                polls("point,P1", 0, 10, "AVAILABLE") + polls("point,P1", 14, 20, "AVAILABLE"),
                "--poll-interval",
                "20");
        assertThat(Ingest.findings(record)).isEmpty();
    }

    @Test
    void anOperatorWhosePointsAllChangeAtOnceAndAPointThatItsConnectorDenies() throws IOException {
        Files.createDirectories(folder.resolve("master"));
        Files.writeString(folder.resolve("master/charging_station.csv"), "id_cs,operator_name\n7,SWB\n");
        Files.writeString(
                folder.resolve("master/charging_point.csv"),
                "id_cp,id_cs\n"
                        + IntStream.range(0, 5).mapToObj(i -> "P" + i + ",7\n").collect(Collectors.joining()));
        Files.writeString(folder.resolve("master/connector.csv"), "id_connector,id_cp\nC0,P0\nC1,P1\n");
        String points = IntStream.range(0, 5)
                .mapToObj(i -> polls("point,P" + i, 0, 5, "AVAILABLE") + polls("point,P" + i, 5, 9, "CHARGING"))
                .collect(Collectors.joining());
        JsonNode record = ingest(
                points
                        + polls("connector,C0", 0, 9, "AVAILABLE")
                        + polls("connector,C1", 0, 5, "AVAILABLE")
                        + polls("connector,C1", 5, 9, "CHARGING"),
                "--master",
                folder.resolve("master").toString());
        assertThat(Ingest.findings(record)).isEqualTo(Map.of("operator_flip", 1L, "point_connector_disagree", 1L));
    }

    @Test
    void aFeedThatStandsStillForADay() throws IOException {
        String ten = IntStream.range(0, 10)
                .mapToObj(i -> polls("point,P" + i, 0, 6 * 25, "AVAILABLE"))
                .collect(Collectors.joining());
        assertThat(Ingest.findings(ingest(ten))).isEqualTo(Map.of("feed_frozen", 1L));
    }

    @Test
    void aDeliveryWithoutRowsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("none.csv"), HEADER);
        Command command = Command.run(
                "ingest-status",
                "--input",
                file.toString(),
                "--lake",
                folder.resolve("lake").toString());
        assertThat(command.exitCode()).isEqualTo(10);
        assertThat(command.err()).contains("it has no rows");
    }

    /** Polls every ten minutes, from inclusive, to exclusive. */
    private static String polls(String device, int from, int to, String status) {
        return IntStream.range(from, to)
                .mapToObj(i -> device + "," + START.plusSeconds(600L * i) + "," + status + "\n")
                .collect(Collectors.joining());
    }

    private void master(String connectors) throws IOException {
        Files.createDirectories(folder.resolve("master"));
        Files.writeString(folder.resolve("master/charging_station.csv"), "id_cs,name\n7,KÃ¶ln\n");
        Files.writeString(folder.resolve("master/charging_point.csv"), "id_cp,id_cs\nP1,7\n");
        Files.writeString(folder.resolve("master/connector.csv"), connectors);
    }

    private JsonNode ingest(String rows, String... more) throws IOException {
        return job().run("flat", Files.writeString(folder.resolve("polls.csv"), HEADER + rows), more);
    }

    private Ingest job() {
        return new Ingest(folder.resolve("lake"), TableFormat.DELTA);
    }

    private io.chargelake.jobs.lake.Lake lake() {
        return job().lake();
    }
}
