package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as files that other programs open. */
class PublishFilesTest {
    @TempDir
    Path folder;

    @Test
    void csvIsWhatTheRfcSaysAndSafeForSpreadsheets() throws IOException {
        publish("csv", "--tables", "charging_station", "--personal", "charge_session");
        assertThat(read("charging_station.csv"))
                .isEqualTo(
                        """
                        id_cs,name,address,city,postal_code,country,owner,roaming,longitude,latitude,operator_name,operator_hotline,open_24_7,source_id
                        1,"Ratħaus ""A""\",,Köln,,,,,6.96,50.94,'=1+1,,true,
                        2,"Ein 'Platz',",,Ulm,,,,true,200.0,48.4,Stadtwerke,,false,
                        3,充电站,,,,,,,,,,,,
                        """
                                .replace("\n", "\r\n"));
        assertThat(read("personal/charge_session.csv").lines().skip(1).toList())
                .containsExactly(
                        "S1,V-007,2025-03-30T01:00:00.123456Z,2025-03-30T02:00:00Z,3600,,-0.0,,1.0E-300,,AC,Europe/\uFFFDBerlin,1,false,\"cut_start;a\"\"b,c{};\",2025-03-30",
                        "S2,V-008,2025-03-31T01:00:00Z,2025-03-31T02:00:00Z,9223372036854775807,0.1,1.0,2.0,3.0,4.0,,\"\",-2147483648,true,\"\",2025-03-31");
    }

    @Test
    void anotherProgramReadsTheSameFromCsv() throws IOException, SQLException {
        publish("csv");
        assertThat(duck(
                        "SELECT name, city, longitude, operator_name FROM read_csv('%s') ORDER BY id_cs",
                        "charging_station.csv"))
                .containsExactly(
                        "Ratħaus \"A\"|Köln|6.96|'=1+1", "Ein 'Platz',|Ulm|200.0|Stadtwerke", "充电站|null|null|null");
        assertThat(duck("SELECT count(*), sum(occupied_s), min(hour) FROM read_csv('%s')", "occupancy_hourly.csv"))
                .containsExactly("4|5400|2025-03-29T22:00Z");
        assertThat(folder.resolve("out/charge_session.csv")).doesNotExist();
        assertThat(read("indicator.csv")).doesNotContain("V-007");
    }

    @Test
    void theSameTableIsTheSameBytes() throws IOException {
        publish("csv");
        String first = read("utilization.csv");
        publish("csv");
        assertThat(read("utilization.csv")).isEqualTo(first).contains("Köln");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void daysAreThoseAskedFor() throws IOException {
        publish("csv", "--tables", "occupancy_hourly", "--to", "2025-03-30");
        assertThat(read("occupancy_hourly.csv").lines()).hasSize(3);
    }

    @Test
    void geoJsonHasPointsOnEarthInTheRightOrder() throws IOException {
        Command command = publish("geojson");
        assertThat(command.err()).contains("warn value_without_form: 1");
        JsonNode root = new ObjectMapper()
                .readTree(folder.resolve("out/charging_station.geojson").toFile());
        assertThat(root.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(root.has("crs")).isFalse();
        JsonNode features = root.path("features");
        assertThat(features).hasSize(3);
        for (JsonNode feature : features) {
            assertThat(feature.path("type").asText()).isEqualTo("Feature");
            assertThat(feature.has("geometry")).isTrue();
            assertThat(feature.path("properties").isObject()).isTrue();
        }
        assertThat(features.get(0).path("geometry")).hasToString("{\"type\":\"Point\",\"coordinates\":[6.96,50.94]}");
        assertThat(features.get(0).path("id").asInt()).isEqualTo(1);
        assertThat(features.get(0).path("properties").path("operator_name").asText())
                .isEqualTo("=1+1");
        assertThat(features.get(0).path("properties").path("open_24_7").isBoolean())
                .isTrue();
        assertThat(features.get(1).path("geometry").isNull()).isTrue();
        assertThat(features.get(2).path("geometry").isNull()).isTrue();
        assertThat(features.get(2).path("properties").path("name").asText()).isEqualTo("充电站");
    }

    private Command publish(String format, String... more) {
        if (Files.notExists(folder.resolve("lake"))) {
            PublishTown.build(folder.resolve("lake"), TableFormat.DELTA);
        }
        Command command = Command.run(Stream.concat(
                        Stream.of(
                                "publish",
                                "--lake",
                                folder.resolve("lake").toString(),
                                "--format",
                                format,
                                "--output",
                                folder.resolve("out").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(command.exitCode()).as(command.err()).isZero();
        return command;
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    private List<String> duck(String query, String file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(
                        String.format(query, folder.resolve("out").resolve(file)))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getObject(i)));
                }
                found.add(String.join("|", cells));
            }
            return found;
        }
    }
}
