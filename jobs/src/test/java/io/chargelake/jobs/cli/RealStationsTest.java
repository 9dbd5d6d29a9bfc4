package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.testing.DatasetAssert;
import io.chargelake.jobs.vehicles.testing.DuckReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three real registers, where they are there: read whole, and every figure of every place and operator that of SQL on the raw files. They
 * are not part of the project; without them a test says so and looks at nothing.
 */
class RealStationsTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    /** A station's figures to those of places, and of these the same names that the table has. */
    private static final String FIGURES =
            """
            WITH placed AS (
              SELECT *, unnest(['all', 'state', 'city', 'operator']) AS level FROM station),
            named AS (
              SELECT *, CASE level WHEN 'all' THEN 'all' WHEN 'state' THEN coalesce(state, 'unknown')
                WHEN 'city' THEN coalesce(state, 'unknown') || '/' || coalesce(city, 'unknown') ELSE coalesce(operator, 'unknown') END AS key
              FROM placed),
            summed AS (
              SELECT level, key, unnest([
                {kpi: 'stations', n: count(*)::double, d: 1.0::double},
                {kpi: 'connectors', n: sum(connectors)::double, d: 1.0::double},
                {kpi: 'operational_rate', n: coalesce(count_if(operational), 0)::double, d: count(operational)::double},
                {kpi: 'fast_rate', n: coalesce(count_if(fast), 0)::double, d: count(fast)::double},
                {kpi: 'open_24_7_rate', n: coalesce(count_if(open), 0)::double, d: count(open)::double},
                {kpi: 'public_rate', n: coalesce(count_if(access = 'public'), 0)::double, d: count(access)::double},
                {kpi: 'private_rate', n: coalesce(count_if(access = 'private'), 0)::double, d: count(access)::double},
                {kpi: 'connector_diversity', n: coalesce(sum(types), 0)::double, d: count(types)::double},
                {kpi: 'growth_12m', n: (coalesce(count_if(opened <= day), 0) - coalesce(count_if(opened <= day - INTERVAL 12 MONTH), 0))::double,
                  d: coalesce(count_if(opened <= day - INTERVAL 12 MONTH), 0)::double}]) AS f
              FROM named GROUP BY level, key)
            SELECT level || ' ' || key || ' ' || f.kpi || ' ' || round(f.n)::bigint || '/' || round(f.d)::bigint FROM summed
            """;

    @TempDir
    Path folder;

    @Test
    void theRegisterOfTheUnitedStates() throws IOException {
        Path file = DATA.resolve("afdc/alt_fuel_stations.csv");
        if (isThere(file)) {
            JsonNode record = stations().ingest("afdc", file, "--as-of", "2025-11-13", "--max-quarantined", "0");
            assertThat(Ingest.accounting(record)).isEqualTo("4189 = 4189 + 0 + 0");
            assertThat(Ingest.findings(record)).containsEntry("other_fuel", 27L);
            DatasetAssert.assertThat(stations()
                            .lake()
                            .read(StationRegister.TABLE)
                            .selectExpr(
                                    "count(*) stations",
                                    "count_if(access = 'public') public",
                                    "count_if(access = 'private') private",
                                    "count_if(open_24_7) always",
                                    "count_if(status = 'operational') works",
                                    "sum(connectors) ports",
                                    "sum(fast_connectors) fast"))
                    .hasRows(
                            """
                            stations | public | private | always | works | ports | fast
                            4189     | 4014   | 175     | 3549   | 4189  | 10726 | 1637
                            """);
            assertSame(
                    """
                    CREATE TABLE station AS SELECT "State" AS state, "City" AS city, "EV Network" AS operator, "Access Code" AS access,
                      "Status Code" = 'E' AS operational, date '2025-11-13' AS day,
                      coalesce("EV Level1 EVSE Num"::int, 0) + coalesce("EV Level2 EVSE Num"::int, 0) + coalesce("EV DC Fast Count"::int, 0) AS connectors,
                      coalesce("EV DC Fast Count"::int, 0) > 0 AS fast,
                      CASE WHEN "Access Days Time" LIKE '24 hours daily%%' THEN true
                        WHEN regexp_matches("Access Days Time", '^(...: 12:00am-12:00am(; )?){7}$') THEN NULL
                        WHEN regexp_matches("Access Days Time", '\\d ?([ap]m|[AP]M)\\b|[bB]usiness hours') THEN false END AS open,
                      len(list_distinct(string_split("EV Connector Types", ' '))) AS types,
                      strptime("Open Date", '%%m/%%d/%%Y')::date AS opened
                    FROM read_csv('%s', all_varchar = true, header = true) WHERE "Fuel Type Code" = 'ELEC'
                    """
                            .formatted(file));
        }
    }

    @Test
    void theRegisterOfTheBundesnetzagentur() throws IOException {
        Path file = DATA.resolve("bnetza/bnetza.json");
        if (isThere(file)) {
            JsonNode record = stations().ingest("bnetza", file, "--as-of", "2024-01-31", "--max-quarantined", "0");
            assertThat(Ingest.accounting(record)).isEqualTo("918 = 918 + 0 + 0");
            assertThat(Ingest.findings(record)).containsOnlyKeys("hours_missing");
            assertSame(
                    """
                    CREATE TABLE station AS
                    WITH s AS (SELECT unnest(chargingStations) AS s FROM read_json('%s', maximum_object_size = 100000000)),
                    c AS (SELECT s.id AS id, unnest(flatten(list_transform(s.evses, lambda e: e.connectors))) AS c FROM s),
                    plugs AS (SELECT id, count(*) AS connectors, max(c.max_electric_power_connector) >= 50 AS fast,
                      nullif(count(DISTINCT replace(c.connector_type, 'Fahrzeugkupplung', 'Steckdose')), 0) AS types FROM c GROUP BY id)
                    SELECT s.state AS state, s.city AS city, s.operator.companyName AS operator, 'public' AS access,
                      s.status.operational = 'In Betrieb' AS operational, date '2024-01-31' AS day, connectors, fast, types,
                      CASE WHEN s.opening_hours_specification = '247' THEN true WHEN len(s.opening_days) > 0 THEN false END AS open,
                      strptime(s.go_live_date, '%%d.%%m.%%Y')::date AS opened
                    FROM s JOIN plugs ON plugs.id = s.id
                    """
                            .formatted(file));
        }
    }

    @Test
    void thePolledStationsOfChargecloud() throws IOException {
        Path data = DATA.resolve("chargecloud");
        if (isThere(data)) {
            stations()
                    .run(
                            "ingest-status",
                            "--format",
                            "chargecloud",
                            "--input",
                            data.resolve("raw").toString());
            JsonNode record = stations().run("ingest-stations", "--format", "chargecloud", "--max-quarantined", "0");
            assertThat(Ingest.accounting(record)).isEqualTo("1162 = 1162 + 0 + 0");
            DatasetAssert.assertThat(stations()
                            .lake()
                            .read(StationRegister.TABLE)
                            .selectExpr(
                                    "count(*) stations", "count_if(open_24_7) always", "sum(connectors) connectors"))
                    .hasRows("stations | always | connectors\n 1162 | 1125 | 2811");
            DatasetAssert.assertThat(stations()
                            .lake()
                            .read(Connector.TABLE)
                            .groupBy("standard")
                            .count())
                    .hasRows(
                            """
                            standard           | count
                            IEC_62196_T2       | 2328
                            DOMESTIC_F         | 381
                            IEC_62196_T2_COMBO | 63
                            CHADEMO            | 36
                            IEC_62196_T1       | 3
                            """);
            assertSame(
                    """
                    CREATE TABLE station AS
                    WITH plug AS (
                      SELECT p.id_cs, c.id, c.standard, c.max_power::double AS power FROM read_csv('%1$s/connectors.csv', delim = ';', all_varchar = true) c
                      JOIN read_csv('%1$s/charging_points.csv', delim = ';', all_varchar = true) p ON p.id = c.id_cp),
                    last AS (SELECT id, arg_max(status, "timestamp"::timestamptz) AS status
                      FROM read_csv('%1$s/status_connectors.csv', delim = ';', all_varchar = true) GROUP BY id),
                    plugs AS (SELECT id_cs, count(*) AS connectors, max(power) >= 50 AS fast, count(DISTINCT standard) AS types,
                        CASE WHEN bool_or(status IN ('AVAILABLE', 'CHARGING', 'BLOCKED', 'RESERVED')) THEN true
                          WHEN bool_or(status <> 'UNKNOWN') THEN false END AS operational
                      FROM plug JOIN last USING (id) GROUP BY id_cs)
                    SELECT NULL AS state, trim(city) AS city, trim(operator_name) AS operator, NULL AS access, operational, connectors, fast, types,
                      open_24_7 = 'True' AS open, NULL::date AS opened, date '2022-01-11' AS day
                    FROM read_csv('%1$s/charging_stations.csv', delim = ';', all_varchar = true) s JOIN plugs ON plugs.id_cs = s.id
                    """
                            .formatted(data));
        }
    }

    private void assertSame(String station) throws IOException {
        stations().run("station-kpis");
        List<String> ours = stations()
                .lake()
                .read(StationKpi.TABLE)
                .where("level <> 'country'")
                .selectExpr(
                        "concat(level, ' ', if(level = 'city', concat(state, '/'), ''), key, ' ', kpi, ' ', bigint(numerator), '/', bigint(denominator))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
        try (DuckReference duck = new DuckReference()) {
            duck.run(station);
            List<String> reference = duck.rows(FIGURES).stream().sorted().toList();
            assertThat(reference).hasSizeGreaterThan(200);
            assertThat(ours.stream().filter(figure -> !reference.contains(figure)))
                    .as("only ours")
                    .isEmpty();
            assertThat(ours).hasSameSizeAs(reference);
            System.out.println("RealStationsTest: " + reference.size() + " figures are those of SQL on the raw files");
        }
    }

    private StationsRun stations() {
        return new StationsRun(folder, TableFormat.DELTA);
    }

    private static boolean isThere(Path path) {
        boolean there = Files.exists(path);
        if (!there) {
            System.out.println("RealStationsTest: " + path.toAbsolutePath().normalize()
                    + " is not there, so this register is not looked at");
        }
        return there;
    }
}
