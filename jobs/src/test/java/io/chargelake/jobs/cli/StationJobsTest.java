package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.CoverageGap;
import io.chargelake.jobs.tables.SiteCandidate;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.Utilization;
import io.chargelake.jobs.testing.DatasetAssert;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From registers to figures, gaps and sites, by the command line. */
class StationJobsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void figuresOfEachDeliveryAndTheirTrend(TableFormat format) throws IOException {
        StationsRun stations = new StationsRun(folder, format);
        String a = StationsRun.station("a", 50.7, 7.1);
        String b = StationsRun.station("b", 50.7, 7.2).replace("22,0", "150,2");
        String c = StationsRun.station("c", 50.7, 7.3).replace("public,true,operational", "private,,planned");
        stations.ingest("flat", stations.flat("1.csv", a, b), "--as-of", "2024-01-01");
        stations.ingest("flat", stations.flat("2.csv", a, b, c), "--as-of", "2025-01-01");
        stations.run("station-kpis");
        String figures =
                """
                date       | kpi              | numerator | denominator | value              | unknown | basis
                2024-01-01 | fast_rate        | 1.0       | 2.0         | 0.5                | 0       | register
                2024-01-01 | growth_12m       | 0.0       | 2.0         | 0.0                | 0       | opening dates
                2024-01-01 | operational_rate | 2.0       | 2.0         | 1.0                | 0       | register
                2025-01-01 | fast_rate        | 1.0       | 3.0         | 0.3333333333333333 | 0       | register
                2025-01-01 | growth_12m       | 1.0       | 2.0         | 0.5                | 0       | history
                2025-01-01 | operational_rate | 2.0       | 3.0         | 0.6666666666666666 | 0       | register
                """;
        String shown = "level = 'all' and kpi in ('fast_rate', 'operational_rate', 'growth_12m')";
        DatasetAssert.assertThat(stations.lake().read(StationKpi.TABLE).where(shown))
                .hasRows(figures);
        Command again = stations.command("station-kpis", "--from", "2025-01-01", "--fast-kw", "200");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err())
                .contains("kpi on 2025-01-01")
                .containsPattern("fast_rate +0 +3 +0.0 % +0.0 % +register")
                .containsPattern("open_24_7_rate +2 +2 +100.0 % +33.3 % +register")
                .containsPattern("trend +2024-01-01 +2025-01-01")
                .containsPattern("fast_rate +50.0 % +0.0 %")
                .containsPattern("growth_12m +0.0 % +50.0 %");
        Command none = stations.command("station-kpis", "--from", "2025-02-01");
        assertThat(none.exitCode()).isEqualTo(20);
        assertThat(none.err()).contains("2 from 2024-01-01 to 2025-01-01");
    }

    @Test
    void gapsAreCellsFarFromAChargerTheWeightiestFirst() throws IOException {
        StationsRun stations = new StationsRun(folder, TableFormat.DELTA);
        stations.ingest(
                "flat",
                stations.flat(
                        "s.csv",
                        StationsRun.station("slow", 50.7, 7.1),
                        StationsRun.station("fast", 50.7, 7.5).replace("22,0", "150,2"),
                        StationsRun.station("mine", 50.7, 8.0).replace("public", "private"),
                        StationsRun.station("gone", 50.7, 8.1).replace("operational", "out_of_service")),
                "--as-of",
                "2025-01-01");
        Path weights = stations.write(
                "weights.csv",
                """
                latitude,longitude,weight
                50.7,7.1,100
                50.7,7.5,200
                50.7,8.0,50
                50.7,8.1,70
                50.7,8.1,10
                50.7,9.9,0
                """);
        JsonNode record = stations.run(
                "coverage-gap",
                "--weights",
                weights.toString(),
                "--resolution",
                "8",
                "--public-km",
                "5",
                "--fast-km",
                "20",
                "--output",
                folder.resolve("gap.geojson").toString());
        assertThat(record.get("status").asText()).isEqualTo("ok");
        DatasetAssert.assertThat(stations.lake()
                        .read(CoverageGap.TABLE)
                        .selectExpr(
                                "need",
                                "rank",
                                "weight",
                                "weight_basis",
                                "round(nearest_km) km",
                                "nearest_station",
                                "limit_km"))
                .hasRows(
                        """
                        need   | rank | weight | weight_basis | km   | nearest_station | limit_km
                        fast   | 1    | 100.0  | file         | 28.0 | flat fast       | 20.0
                        fast   | 2    | 80.0   | file         | 43.0 | flat fast       | 20.0
                        fast   | 3    | 50.0   | file         | 35.0 | flat fast       | 20.0
                        public | 1    | 80.0   | file         | 43.0 | flat fast       | 5.0
                        public | 2    | 50.0   | file         | 35.0 | flat fast       | 5.0
                        """);
        JsonNode map = new ObjectMapper().readTree(Files.readString(folder.resolve("gap.geojson")));
        assertThat(map.get("features")).hasSize(5);
        assertThat(map.at("/features/0/geometry/type").asText()).isEqualTo("Polygon");
        assertThat(map.at("/features/0/properties/weight").asDouble()).isEqualTo(80);
        Path bad = stations.write("bad.csv", "cell,weight\nno cell,1\n");
        assertThat(stations.command("coverage-gap", "--weights", bad.toString()).err())
                .contains("'no cell' is no H3 cell");
        Path coarse = stations.write("coarse.csv", "cell,weight\n851fa443fffffff,1\n");
        assertThat(stations.command("coverage-gap", "--weights", coarse.toString())
                        .err())
                .contains("--resolution 5 or less");
        Path minus = stations.write("minus.csv", "cell,weight\n851fa443fffffff,-1\n");
        assertThat(stations.command("coverage-gap", "--weights", minus.toString())
                        .err())
                .contains("1 row has no weight of 0 or more");
    }

    @Test
    void sitesServeWhatNothingServesAndAreExplained() throws IOException {
        StationsRun stations = new StationsRun(folder, TableFormat.DELTA);
        stations.ingest(
                "flat", stations.flat("s.csv", StationsRun.station("slow", 50.7, 7.1)), "--as-of", "2025-01-01");
        Path weights = stations.write(
                "weights.csv", "latitude,longitude,weight\n50.7,7.1,100\n50.72,7.1,40\n50.9,7.1,90\n51.2,7.1,10\n");
        Path candidates = stations.write(
                "candidates.csv",
                """
                site_id,latitude,longitude,utilisation
                church,50.71,7.1,0.1
                market,50.9,7.1,0.3
                station,50.71,7.11,0.2
                nowhere,55,7,1
                """);
        String[] options = {
            "--weights",
            weights.toString(),
            "--resolution",
            "8",
            "--sites",
            "3",
            "--radius-km",
            "5",
            "--output",
            folder.resolve("sites.geojson").toString()
        };
        stations.run(
                "siting",
                java.util.stream.Stream.concat(
                                java.util.Arrays.stream(options),
                                java.util.stream.Stream.of("--candidates", candidates.toString()))
                        .toArray(String[]::new));
        // 140 x 0.2 is more than 90 x 0.3; the church then adds nothing
        DatasetAssert.assertThat(stations.lake()
                        .read(SiteCandidate.TABLE)
                        .selectExpr(
                                "rank",
                                "site_id",
                                "round(gain, 6) gain",
                                "weight_served",
                                "cells_served",
                                "utilisation",
                                "utilisation_basis",
                                "cumulative_share"))
                .hasRows(
                        """
                        rank | site_id | gain | weight_served | cells_served | utilisation | utilisation_basis | cumulative_share
                        1    | station | 28.0 | 140.0         | 2            | 0.2         | candidates        | 0.509090909090909
                        2    | market  | 27.0 | 90.0          | 1            | 0.3         | candidates        | 1.0
                        """
                                .replace("0.509090909090909\n", cumulative(stations) + "\n"));
        assertThat(stations.lake()
                        .read(SiteCandidate.TABLE)
                        .where("rank = 2")
                        .select("reason", "guarantee")
                        .head()
                        .toString())
                .contains("serves 90.0 of weight (file) in 1 cell within 5.0 km", "there is no fast charger at all")
                .contains("expected to be occupied 30.0 % of the time")
                .contains("at least 63.2 % (1 - 1/e) of the best 2 of 4 candidates");
        Command cells = stations.command("siting", options);
        assertThat(cells.exitCode()).as(cells.err()).isZero();
        assertThat(cells.err())
                .contains("4 of 4 cells with weight are unserved. Utilisation: not known, so weight only.")
                .contains("1 - 1/e");
        DatasetAssert.assertThat(stations.lake().read(SiteCandidate.TABLE))
                .hasRows(
                        """
                        rank | weight_served | utilisation | utilisation_basis
                        1    | 140.0         |             | none
                        2    | 90.0          |             | none
                        3    | 10.0          |             | none
                        """);
        Path twice = stations.write("twice.csv", "site_id,latitude,longitude\na,50,7\na,51,7\n");
        assertThat(stations.command("siting", "--weights", weights.toString(), "--candidates", twice.toString())
                        .err())
                .contains("a site_id is there twice");
    }

    @Test
    void withoutFilesTheLakeTellsSessionsAndUse() throws IOException {
        stations()
                .ingest(
                        "flat",
                        stations().flat("s.csv", StationsRun.station("slow", 50.7, 7.1)),
                        "--as-of",
                        "2025-01-01");
        Lake lake = Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.resolve("lake").toString()),
                Optional.of(TableFormat.DELTA),
                Lakes.Access.WRITE,
                Optional.empty());
        lake.merge(
                ChargingStation.TABLE,
                InlineTable.of(ChargingStation.TABLE, "id_cs|latitude|longitude\n 1|50.7|7.1\n 2|50.71|7.1\n 3|53|10"));
        lake.replaceDays(
                Utilization.TABLE,
                Set.of(LocalDate.of(2025, 1, 1)),
                InlineTable.of(
                        Utilization.TABLE,
                        """
                        level   | key | period | period_start | devices | occupied_share | observed_share | sessions | available_s | occupied_s | blocked_s | out_of_service_s | session_s
                        station | 1   | day    | 2025-01-01   | 1       | 0.5            | 1              | 4        | 0           | 0          | 0         | 0                | 0
                        station | 2   | day    | 2025-01-01   | 1       | 0.5            | 1              | 6        | 0           | 0          | 0         | 0                | 0
                        station | 3   | day    | 2025-01-01   | 1       | 0.5            | 1              | 1        | 0           | 0          | 0         | 0                | 0
                        station | 1   | month  | 2025-01-01   | 1       | 0.2            | 1              | 4        | 0           | 0          | 0         | 0                | 0
                        station | 2   | month  | 2025-01-01   | 1       | 0.4            | 1              | 6        | 0           | 0          | 0         | 0                | 0
                        station | 3   | month  | 2025-01-01   | 1       | 0.9            | 1              | 1        | 0           | 0          | 0         | 0                | 0
                        """));
        stations()
                .run(
                        "siting",
                        "--sites",
                        "2",
                        "--output",
                        folder.resolve("sites.geojson").toString());
        // ten sessions where 0.3 is used, one where 0.9 is
        DatasetAssert.assertThat(stations()
                        .lake()
                        .read(SiteCandidate.TABLE)
                        .selectExpr("rank", "weight_served", "round(utilisation, 6) use", "utilisation_basis"))
                .hasRows(
                        """
                        rank | weight_served | use | utilisation_basis
                        1    | 10.0          | 0.3 | utilization
                        2    | 1.0           | 0.9 | utilization
                        """);
        assertThat(stations()
                        .lake()
                        .read(SiteCandidate.TABLE)
                        .select("reason")
                        .head()
                        .getString(0))
                .contains("of weight (sessions)");
    }

    private static String cumulative(StationsRun stations) {
        double share = stations.lake()
                .read(SiteCandidate.TABLE)
                .where("rank = 1")
                .select("cumulative_share")
                .head()
                .getDouble(0);
        assertThat(share).isCloseTo(28.0 / 55, org.assertj.core.data.Offset.offset(1e-9));
        return Double.toString(share);
    }

    @Test
    void polledStationsBecomeARegisterAndTheirStatusesDecide() throws IOException {
        Path polls = stations()
                .write(
                        "20250301_100000_polls.json",
                        """
                {"Bonn": {"status_code": 1000, "timestamp": "2025-03-01 10:00:00+00:00", "data": [
                  {"id": 7, "name": "Markt", "address": "Markt 1", "city": "Bonn", "postal_code": "53111", "country": "DE", "coordinates": {"latitude": "50.7", "longitude": "7.1"},
                   "operator": {"name": "Op"}, "opening_times": {"twentyfourseven": true}, "evses": [
                     {"id": "DE*ABC*E1", "uid": 1, "status": "AVAILABLE", "connectors": [
                       {"id": 11, "status": "OUTOFORDER", "standard": "IEC_62196_T2", "power_type": "AC_3_PHASE", "ampere": "32", "voltage": "400", "max_power": "22"},
                       {"id": 12, "status": "AVAILABLE", "standard": "CHADEMO", "power_type": "DC", "ampere": "125", "voltage": "400", "max_power": "50"}]}]},
                  {"id": 8, "name": "Hof", "city": "Bonn", "country": "DE", "coordinates": {"latitude": 50.8, "longitude": 7.1}, "operator": {"name": "Op"},
                   "opening_times": {"twentyfourseven": false}, "evses": [
                     {"id": "DE*ABC*E2", "status": "OUTOFORDER", "connectors": [{"id": 21, "status": "OUTOFORDER", "standard": "IEC_62196_T2", "max_power": 11}]}]},
                  {"id": 9, "name": "Ort", "city": "Bonn", "country": "DE", "coordinates": {"latitude": 50.9, "longitude": 7.1},
                   "evses": [{"id": "DE*ABC*E3", "status": "UNKNOWN", "connectors": [{"id": 31, "status": "UNKNOWN", "standard": "DOMESTIC_F"}]}]}
                ]}}
                """);
        stations().run("ingest-status", "--format", "chargecloud", "--input", polls.toString());
        JsonNode record = stations().run("ingest-stations", "--format", "chargecloud");
        assertThat(Ingest.accounting(record)).isEqualTo("3 = 3 + 0 + 0");
        DatasetAssert.assertThat(stations().lake().read(StationRegister.TABLE))
                .hasRows(
                        """
                        station_id | source      | name  | operator | access  | open_24_7 | status  | connector_types      | connectors | max_power_kw | fast_connectors
                        7          | chargecloud | Markt | Op       | unknown | true      | unknown | CHADEMO,IEC_62196_T2 | 2          | 50.0         | 1
                        8          | chargecloud | Hof   | Op       | unknown | false     | unknown | IEC_62196_T2         | 1          | 11.0         | 0
                        9          | chargecloud | Ort   |          | unknown |           | unknown | DOMESTIC_F           | 1          |              |
                        """);
        stations().run("station-kpis");
        DatasetAssert.assertThat(
                        stations()
                                .lake()
                                .read(StationKpi.TABLE)
                                .where(
                                        "level = 'city' and kpi in ('operational_rate', 'fast_rate', 'public_rate', 'open_24_7_rate')"))
                .hasRows(
                        """
                        key  | date       | kpi              | numerator | denominator | unknown | basis
                        Bonn | 2025-03-01 | operational_rate | 1.0       | 2.0         | 1       | live
                        Bonn | 2025-03-01 | fast_rate        | 1.0       | 2.0         | 1       | register
                        Bonn | 2025-03-01 | public_rate      | 0.0       | 0.0         | 3       | register
                        Bonn | 2025-03-01 | open_24_7_rate   | 1.0       | 2.0         | 1       | register
                        """);
    }

    private StationsRun stations() {
        return new StationsRun(folder, TableFormat.DELTA);
    }
}
