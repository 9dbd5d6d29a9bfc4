package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.StatusChargingpoints;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Raw answers of APIs, from files to tables. */
class IngestDocumentsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void answersInAnyOrderAndTwiceEndInTheSameTables(TableFormat format) throws IOException {
        Path first = chargecloud("20250101_100000.json", "2025-01-01T10:00:00+01:00", "Alt", "AVAILABLE");
        Path second = chargecloud("20250102_100000.json", "2025-01-02T10:00:00+01:00", "Alt", "CHARGING");
        Path third = chargecloud("20250103_100000.json", "2025-01-03T10:00:00+01:00", "Neu", "AVAILABLE");
        Ingest ingest = new Ingest(folder.resolve("my lake"), format);
        assertThat(Ingest.accounting(ingest.run("chargecloud", third))).isEqualTo("2 = 2 + 0 + 0");
        ingest.run("chargecloud", first);
        ingest.run("chargecloud", second);
        ingest.run("chargecloud", first);
        assertThat(ingest.lake().read(History.of(ChargingStation.TABLE)))
                .hasRows(
                        """
                        id_cs | name | longitude | open_24_7 | valid_from           | valid_to
                        7     | Alt  | 7.1       | true      | 2025-01-01T09:00:00Z | 2025-01-03T09:00:00Z
                        7     | Neu  | 7.1       | true      | 2025-01-03T09:00:00Z |
                        """);
        assertThat(ingest.lake().read(ChargingStation.TABLE)).hasRows("id_cs | name\n7 | Neu");
        assertThat(ingest.lake().read(ChargingPoint.TABLE)).hasRows("id_cp | id_cs\nE1 | 7");
        assertThat(ingest.lake().read(Connector.TABLE)).hasRows("id_connector | id_cp | max_power\n11 | E1 | 22");
        assertThat(ingest.lake().read(StatusConnectors.TABLE))
                .hasRows(
                        """
                        id_status_connectors | status_connector | day
                        11@1735722000        | AVAILABLE        | 2025-01-01
                        11@1735808400        | CHARGING         | 2025-01-02
                        11@1735894800        | AVAILABLE        | 2025-01-03
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void ocpiAnswersBecomeFactsAndDimensions(TableFormat format) throws IOException {
        Path file = write(
                "locations.json",
                """
                {"data": [{"id": "12", "name": "Gent", "evses": [{"uid": "3256", "evse_id": "BE*E1", "status": "BLOCKED",
                    "connectors": [{"id": "1", "standard": "IEC_62196_T2", "max_electric_power": 11000}, {"standard": "CHADEMO"}]}]}],
                  "status_code": 1000, "timestamp": "2025-01-01T10:00:00Z"}
                """);
        Ingest ingest = new Ingest(folder.resolve("my lake"), format);
        assertThat(Ingest.accounting(ingest.run("ocpi", file))).isEqualTo("3 = 2 + 1 + 0");
        assertThat(ingest.lake().read(StatusChargingpoints.TABLE))
                .hasRows("id_status_cp | status_cp\nBE*E1@1735725600 | BLOCKED");
        assertThat(ingest.lake().read(StatusConnectors.TABLE))
                .hasRows("id_status_connectors | status_connector\nBE*E1*1@1735725600 | BLOCKED");
        assertThat(ingest.lake().read(Connector.TABLE))
                .hasRows("id_connector | id_cp | max_power | standard\nBE*E1*1 | BE*E1 | 11 | IEC_62196_T2");
        assertThat(ingest.lake().read(Tables.QUARANTINE_STATUS))
                .hasRows("reasons | raw\nmissing_id | {\"standard\":\"CHADEMO\"}");
    }

    @Test
    void aBrokenFileIsQuarantinedAndTheOthersAreExact() throws IOException {
        chargecloud("20250101_100000.json", "2025-01-01T10:00:00+01:00", "Alt", "AVAILABLE");
        write("cut.json", "{\"bonn\": {\"data\": [{\"id\"");
        write("empty.json", "");
        write("page.json", "<html>502</html>");
        Ingest ingest = new Ingest(folder.resolve("my lake"), TableFormat.DELTA);
        JsonNode record = ingest.run("chargecloud", folder.resolve("raw polls"));
        assertThat(Ingest.accounting(record)).isEqualTo("5 = 2 + 3 + 0");
        assertThat(Ingest.findings(record)).isEqualTo(Map.of("unreadable_file", 3L));
        assertThat(ingest.lake()
                        .read(Tables.QUARANTINE_STATUS)
                        .selectExpr("regexp_extract(source_file, '[^/]+$', 0) file", "reasons"))
                .hasRows(
                        """
                        file       | reasons
                        cut.json   | unreadable_file
                        empty.json | unreadable_file
                        page.json  | unreadable_file
                        """);
    }

    @Test
    void idsKnownByPollsNeverTakeMasterDataAway() throws IOException {
        Path poll =
                write("flat.csv", "device_type,device_id,query_time,status\npoint,E1,2025-01-05T00:00:00Z,AVAILABLE\n");
        Path answer = chargecloud("20250101_100000.json", "2025-01-01T10:00:00+01:00", "Alt", "AVAILABLE");
        Ingest ingest = new Ingest(folder.resolve("my lake"), TableFormat.DELTA);
        ingest.run("flat", poll);
        assertThat(ingest.lake().read(ChargingPoint.TABLE)).hasRows("id_cp | id_cs\nE1 |");
        ingest.run("chargecloud", answer);
        assertThat(ingest.lake().read(ChargingPoint.TABLE)).hasRows("id_cp | id_cs\nE1 | 7");
        ingest.run("flat", poll);
        assertThat(ingest.lake().read(ChargingPoint.TABLE)).hasRows("id_cp | id_cs\nE1 | 7");
    }

    @Test
    void onlyTheDaysAskedForAreTaken() throws IOException {
        chargecloud("20250101_100000.json", "2025-01-01T10:00:00+01:00", "Alt", "AVAILABLE");
        chargecloud("20250102_100000.json", "2025-01-02T10:00:00+01:00", "Neu", "AVAILABLE");
        Ingest ingest = new Ingest(folder.resolve("my lake"), TableFormat.DELTA);
        ingest.run("chargecloud", folder.resolve("raw polls"), "--from", "2025-01-01", "--to", "2025-01-02");
        assertThat(ingest.lake().read(ChargingStation.TABLE)).hasRows("name\nAlt");
        assertThat(ingest.lake().read(StatusConnectors.TABLE).count()).isEqualTo(1);
    }

    @Test
    void optionsOfFlatFilesAreRefused() throws IOException {
        Path answer = chargecloud("20250101_100000.json", "2025-01-01T10:00:00+01:00", "Alt", "AVAILABLE");
        Command command = Command.run(
                "ingest-status",
                "--format",
                "chargecloud",
                "--input",
                answer.toString(),
                "--master",
                folder.toString(),
                "--lake",
                folder.resolve("my lake").toString());
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).contains("Cannot use --master");
    }

    private Path chargecloud(String name, String time, String station, String status) throws IOException {
        return write(
                name,
                """
                {"bonn": {"data": [{"id": "7", "name": "%s", "coordinates": {"latitude": "50.7", "longitude": "7.1"},
                    "opening_times": {"twentyfourseven": true}, "evses": [{"uid": "1", "id": "E1", "status": "%s",
                    "connectors": [{"id": "11", "status": "%s", "max_power": 22}]}]}],
                  "status_code": 1000, "timestamp": "%s"}}
                """
                        .formatted(station, status, status, time));
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("raw polls"));
        return Files.writeString(folder.resolve("raw polls").resolve(name), text);
    }
}
