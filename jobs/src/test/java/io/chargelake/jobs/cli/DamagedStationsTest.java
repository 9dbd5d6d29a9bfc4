package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.testing.DatasetAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers that are broken: refused with the reason and the file, or told of, and the rest exact. */
class DamagedStationsTest {
    private static final String GOOD = StationsRun.station("good", 50.7, 7.1);

    @TempDir
    Path folder;

    private StationsRun stations;

    @BeforeEach
    void aLake() {
        stations = new StationsRun(folder, TableFormat.DELTA);
    }

    @Test
    void eachDamageHasItsReason() throws IOException {
        stations.flat(
                "in/damaged.csv",
                GOOD,
                StationsRun.station("zero", 0, 0),
                StationsRun.station("swapped", 7.1, 50.7),
                StationsRun.station("abroad", 48.86, 2.35),
                StationsRun.station("", 50.7, 7.1),
                StationsRun.station("x".repeat(256), 50.7, 7.1),
                StationsRun.station("nul\u0000", 50.7, 7.1),
                StationsRun.station("number", 50.7, 7.1).replace(",50.7,", ",about 50,"),
                StationsRun.station("minus", 50.7, 7.1).replace(",2,22,", ",-2,22,"),
                StationsRun.station("date", 50.7, 7.1).replace("2020-05-01", "2020-02-30"),
                "too,few,fields",
                StationsRun.station("mojibake", 50.7, 7.1).replace("Bonn", "KÃ¶ln"),
                StationsRun.station("post", 50.7, 7.1).replace("53111", "SW1A 1AA"),
                StationsRun.station("nowhere", 50.7, 7.1).replace(",50.7,7.1,", ",,,"),
                StationsRun.station("country", 50.7, 7.1).replace(",DE,", ",Germany,"),
                StationsRun.station("evse", 50.7, 7.1).replace("DE*ABC*E", "DE#ABC#"),
                StationsRun.station("word", 50.7, 7.1).replace("public", "maybe"),
                StationsRun.station("later", 50.7, 7.1).replace("2020-05-01", "2030-05-01"),
                GOOD);
        stations.write("in/empty.csv", "");
        stations.write("in/header.csv", "station_id,name\na,b\n");
        stations.write("in/cut.json", "{\"stations\": [{\"station_id\": \"a\", \"country\": \"DE\", \"lati");
        JsonNode record = stations.ingest("flat", folder.resolve("in"), "--as-of", "2025-01-01");
        assertThat(Ingest.accounting(record)).isEqualTo("22 = 8 + 13 + 1");
        assertThat(Ingest.findings(record))
                .containsAllEntriesOf(Map.of(
                        "zero_coordinates", 1L,
                        "swapped_coordinates", 1L,
                        "outside_country", 1L,
                        "missing_id", 1L,
                        "oversized_value", 1L,
                        "bad_encoding", 1L,
                        "bad_value", 3L,
                        "broken_line", 1L,
                        "unreadable_file", 2L,
                        "no_header", 1L))
                .containsAllEntriesOf(Map.of(
                        "mojibake", 1L,
                        "postcode_country", 1L,
                        "missing_coordinates", 1L,
                        "missing_country", 1L,
                        "unknown_word", 1L,
                        "no_connectors", 1L,
                        "opens_later", 1L,
                        "incomplete_delivery", 1L))
                // of three of the refused the EVSE id is none either
                .containsEntry("evse_id_malformed", 4L)
                .hasSize(19);
        DatasetAssert.assertThat(
                        stations.lake().read(StationRegister.TABLE).where("station_id in ('good', 'mojibake')"))
                .hasRows(
                        """
                        station_id | city | text_raw
                        good       | Bonn |
                        mojibake   | Köln | {"city":"KÃ¶ln"}
                        """);
        DatasetAssert.assertThat(stations.lake()
                        .read(Tables.QUARANTINE_STATIONS)
                        .selectExpr(
                                "regexp_extract(source_file, '[^/]*$', 0) file",
                                "array_join(reasons, ',') reasons",
                                "substring(raw, 1, 12) raw"))
                .hasRows(
                        """
                        file        | reasons             | raw
                        damaged.csv | zero_coordinates    | zero,Station
                        damaged.csv | swapped_coordinates | swapped,Stat
                        damaged.csv | outside_country     | abroad,Stati
                        damaged.csv | missing_id          | ,Station ,Bo
                        damaged.csv | oversized_value     | xxxxxxxxxxxx
                        damaged.csv | bad_encoding        | nul\u0000,Station
                        damaged.csv | bad_value           | number,Stati
                        damaged.csv | bad_value           | minus,Statio
                        damaged.csv | bad_value           | date,Station
                        damaged.csv | broken_line         | too,few,fiel
                        empty.csv   | unreadable_file     | it is empty
                        header.csv  | no_header           | it has no co
                        cut.json    | unreadable_file     | it is cut of
                        """);
    }

    @Test
    void anIdThatIsThereTwiceStopsTheJobOrIsRefused() throws IOException {
        Path file = stations.flat(
                "twice.csv",
                GOOD,
                StationsRun.station("twice", 50.7, 7.1),
                StationsRun.station("twice", 50.7, 7.1).replace("operational", "planned"));
        Command failed = stations.command("ingest-stations", "--input", file.toString(), "--max-quarantined", "1");
        assertThat(failed.exitCode()).isEqualTo(10);
        assertThat(failed.err())
                .contains("Cannot publish this delivery: duplicate_id, 1 station id is there more than once")
                .contains("(twice;", "--duplicates quarantine");
        assertThat(stations.lake().tables()).isEmpty();
        JsonNode record = stations.ingest("flat", file, "--duplicates", "quarantine");
        assertThat(Ingest.accounting(record)).isEqualTo("3 = 1 + 2 + 0");
        assertThat(Ingest.findings(record)).containsEntry("duplicate_id", 2L);
    }

    @Test
    void whatCantBeReadClosesNoStation() throws IOException {
        Path first =
                stations.flat("1.csv", GOOD, StationsRun.station("a", 50.7, 7.1), StationsRun.station("b", 50.7, 7.2));
        stations.ingest("flat", first, "--as-of", "2025-01-01");
        // a is there, but damaged; b is gone
        Path second = stations.flat("2.csv", GOOD, StationsRun.station("a", 0, 0));
        assertThat(Ingest.findings(stations.ingest("flat", second, "--as-of", "2025-02-01")))
                .containsEntry("volume_off", 1L);
        String closed =
                """
                station_id | valid_from           | valid_to
                a          | 2025-01-01T00:00:00Z |
                b          | 2025-01-01T00:00:00Z | 2025-02-01T00:00:00Z
                good       | 2025-01-01T00:00:00Z |
                """;
        DatasetAssert.assertThat(history()).hasRows(closed);
        // b comes back; a line that can't be read may be any station, so that none is closed
        Path third = stations.flat("3.csv", StationsRun.station("b", 50.7, 7.2), "broken");
        JsonNode record = stations.ingest("flat", third, "--as-of", "2025-03-01");
        assertThat(Ingest.findings(record)).containsEntry("incomplete_delivery", 1L);
        DatasetAssert.assertThat(history()).hasRows(closed + "b | 2025-03-01T00:00:00Z |");
        DatasetAssert.assertThat(stations.lake().read(StationRegister.TABLE)).hasRows("station_id\n a\n b\n good");
        // a late delivery of a day in between
        stations.ingest("flat", first, "--as-of", "2025-02-15");
        DatasetAssert.assertThat(history()).hasRows(closed + "b | 2025-02-15T00:00:00Z |");
    }

    private org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> history() {
        return stations.lake().read(History.of(StationRegister.TABLE));
    }

    @Test
    void mistakesAreToldInOneLine() throws IOException {
        Path file = stations.flat("one.csv", GOOD);
        Path none = stations.flat("none.csv");
        Path many = stations.flat("many.csv", GOOD, StationsRun.station("a", 0, 0));
        assertRefused(2, "there is no --input", "ingest-stations", "--format", "afdc");
        assertRefused(
                2,
                "its stations are in the lake already",
                "ingest-stations",
                "--format",
                "chargecloud",
                "--input",
                "x");
        assertRefused(20, "the lake has no master data", "ingest-stations", "--format", "chargecloud");
        assertRefused(
                2,
                "no register can stand so yet",
                "ingest-stations",
                "--input",
                file.toString(),
                "--as-of",
                "2999-01-01");
        assertRefused(
                20,
                "it has no column Fuel Type Code",
                "ingest-stations",
                "--format",
                "afdc",
                "--input",
                file.toString());
        assertRefused(
                20,
                "it is no JSON, a register of --format ocpi is JSON",
                "ingest-stations",
                "--format",
                "ocpi",
                "--input",
                file.toString());
        assertRefused(10, "it has no rows", "ingest-stations", "--input", none.toString());
        assertRefused(
                10,
                "50.0 % of its rows would be quarantined (1 of 2: zero_coordinates 1",
                "ingest-stations",
                "--input",
                many.toString());
        assertRefused(20, "no register was delivered yet", "station-kpis");
        assertRefused(2, "--fast-kw 0.0", "station-kpis", "--fast-kw", "0");
        assertRefused(20, "there is no weight anywhere", "coverage-gap");
        assertRefused(20, "no such file or folder (--weights)", "coverage-gap", "--weights", folder + "/nowhere.csv");
        assertRefused(2, "--resolution 16", "coverage-gap", "--resolution", "16");
        assertRefused(2, "--sites 0", "siting", "--sites", "0");
        assertRefused(2, "--radius-km 0.0", "siting", "--radius-km", "0");
        assertThat(stations.lake().tables()).isEmpty();
    }

    private void assertRefused(int exitCode, String words, String job, String... options) {
        Command refused = stations.command(job, options);
        assertThat(refused.err()).contains(words);
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(exitCode);
    }

    @Test
    void eachDamageOfAGeneratedRegisterIsFoundByItsCode() throws IOException {
        JsonNode truth = generate("damaged", "0.2");
        JsonNode record = stations.ingest(
                "flat",
                folder.resolve("damaged/stations/stations.csv"),
                "--duplicates",
                "quarantine",
                "--as-of",
                "2025-02-01");
        JsonNode damage = truth.get("damaged_rows");
        long refused = damage.get("zero_coordinates").asLong()
                + damage.get("swapped_coordinates").asLong()
                + 2 * damage.get("duplicate_id").asLong();
        long read = truth.get("rows_written").asLong();
        assertThat(Ingest.accounting(record)).isEqualTo(read + " = " + (read - refused) + " + " + refused + " + 0");
        assertThat(Ingest.findings(record))
                .containsEntry(
                        "zero_coordinates", damage.get("zero_coordinates").asLong())
                .containsEntry(
                        "swapped_coordinates", damage.get("swapped_coordinates").asLong())
                .containsEntry("duplicate_id", 2 * damage.get("duplicate_id").asLong())
                .containsEntry(
                        "evse_id_malformed", damage.get("malformed_evse_id").asLong())
                .containsEntry(
                        "postcode_country", damage.get("postcode_country").asLong());
        JsonNode clean = generate("clean", "0").get("clean_register");
        JsonNode undamaged = new StationsRun(folder.resolve("other"), TableFormat.DELTA)
                .ingest("flat", folder.resolve("clean/stations/stations.csv"), "--as-of", "2025-02-01");
        assertThat(undamaged.get("quarantined").asLong()).isZero();
        DatasetAssert.assertThat(new StationsRun(folder.resolve("other"), TableFormat.DELTA)
                        .lake()
                        .read(StationRegister.TABLE)
                        .selectExpr(
                                "count(*) stations",
                                "count_if(status = 'operational') operational",
                                "count_if(open_24_7) always",
                                "sum(connectors) connectors",
                                "sum(fast_connectors) fast",
                                "sum(size(connector_types)) types"))
                .hasRows("stations | operational | always | connectors | fast | types\n"
                        + String.join(
                                " | ",
                                clean.get("stations").asText(),
                                clean.get("status.operational").asText(),
                                clean.get("open_24_7.true").asText(),
                                clean.get("connectors").asText(),
                                clean.get("fast_connectors").asText(),
                                clean.get("connector_types").asText()));
    }

    private JsonNode generate(String name, String damage) throws IOException {
        Command made = Command.run(
                "generate",
                "stations",
                "--stations",
                "600",
                "--to",
                "2025-02-01",
                "--seed",
                "5",
                "--damage",
                damage,
                "--output",
                folder.resolve(name).toString(),
                "--lake",
                folder.resolve("generated").toString());
        assertThat(made.exitCode()).as(made.err()).isZero();
        return new ObjectMapper().readTree(Files.readString(folder.resolve(name + "/truth/stations/summary.json")));
    }
}
