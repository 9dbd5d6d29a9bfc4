package io.chargelake.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.Utilization;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the dashboard shows is what Spark's SQL says of the same lake. */
class FiguresTest {
    @TempDir
    static Path folder;

    private static final Map<TableFormat, Town> TOWNS = new EnumMap<>(TableFormat.class);

    private static Town town(TableFormat format) {
        return TOWNS.computeIfAbsent(format, of -> new Town(folder.resolve(of.toString()), of).withEverything());
    }

    @ParameterizedTest
    @EnumSource
    void figuresAreThoseOfSql(TableFormat format) {
        Town town = town(format);
        try (Served served = Served.of(town.folder())) {
            assertThat(Served.rows(
                            served.answer("occupancy?level=city&key=K%C3%B6ln"),
                            "by_day",
                            "date",
                            "occupied_share",
                            "sessions"))
                    .isEqualTo(
                            sql(
                                    town,
                                    """
                        SELECT period_start, occupied_s / (available_s + occupied_s + blocked_s + out_of_service_s), sessions
                        FROM utilization WHERE level = 'city' AND key = 'Köln' AND period = 'day' ORDER BY 1"""))
                    .hasSize(2);
            JsonNode all = served.answer("occupancy");
            assertThat(Served.rows(
                            all, "by_hour_of_week", "weekday", "hour", "occupied_share", "observed_share", "devices"))
                    .isEqualTo(
                            sql(
                                    town,
                                    """
                        SELECT weekday(local) + 1, hour(local), sum(occupied_s) / sum(3600 - unknown_s), sum(3600 - unknown_s) / (3600D * count(*)),
                          count(DISTINCT device_id)
                        FROM (SELECT *, from_utc_timestamp(hour, 'Europe/Berlin') local FROM occupancy_hourly WHERE device_type = 'point')
                        GROUP BY 1, 2 ORDER BY 1, 2"""))
                    .hasSize(72);
            assertThat(Served.rows(
                            served.answer("occupancy?level=point&key=P3"), "by_hour_of_day", "hour", "occupied_share"))
                    .isEqualTo(
                            sql(
                                    town,
                                    """
                        SELECT hour(from_utc_timestamp(hour, 'Europe/Berlin')), sum(occupied_s) / sum(3600 - unknown_s)
                        FROM occupancy_hourly WHERE device_id = 'P3' GROUP BY 1 ORDER BY 1"""));
            assertThat(Served.rows(served.answer("network"), "kpis", "kpi", "numerator", "value"))
                    .isEqualTo(
                            sql(
                                    town,
                                    """
                        SELECT kpi, numerator, value FROM station_kpi WHERE level = 'all' AND date = DATE'2025-03-31' ORDER BY 1"""));
            assertThat(Served.rows(served.answer("vehicles"), "histogram_energy", "from", "n", "suppressed"))
                    .as("12 kWh 18 times, 22 kWh 19 times, 3 of 45 kWh withheld, and one bin with them")
                    .containsExactly("10.0 | null | true", "20.0 | 19 | false", "40.0 | null | true");
            assertSources(town, all);
        }
    }

    /** Local days and hours: of the sessions one begins on the 29th in UTC as by the clock, one of the 30th on the 31st. */
    @Test
    void sessionsCountByTheirLocalDay() {
        Town town = town(TableFormat.DELTA);
        try (Served served = Served.of(town.folder())) {
            assertThat(sessions(served, "occupancy?level=all")).containsExactly("0 | 1", "60 | 1", "720 | 1");
            assertThat(sessions(served, "occupancy?level=all&from=2025-03-30&to=2025-03-31"))
                    .containsExactly("60 | 1");
            assertThat(sessions(served, "occupancy?level=all&from=2025-03-31")).containsExactly("720 | 1");
            assertThat(sessions(served, "occupancy?level=connector&key=C1")).isEmpty();
            assertThat(sessions(served, "occupancy?level=station&key=2")).containsExactly("720 | 1");
            assertThat(sessions(served, "occupancy?level=operator&key=Netz+%26+Co"))
                    .isEmpty();
        }
    }

    private static List<String> sessions(Served served, String asked) {
        if (served.get("/api/" + asked).statusCode() == 400) {
            return List.of();
        }
        return Served.rows(served.answer(asked), "sessions", "from_min", "sessions").stream()
                .filter(row -> !row.endsWith("| 0"))
                .map(row -> row.replace(".0", ""))
                .toList();
    }

    @Test
    void theMapTellsWhatIsPolledAndWhatIsRegistered() {
        Town town = town(TableFormat.DELTA);
        try (Served served = Served.of(town.folder())) {
            JsonNode network = served.answer("network");
            assertThat(Served.rows(network, "stations", "id", "status", "connectors", "fast", "key"))
                    .as(
                            "of the polled one in the register P1 charges; the last of the other is two days old; the third is never polled")
                    .containsExactly(
                            "2 | unknown | 1 | true | 2",
                            "ocpi/1 | occupied | 2 | false | 1",
                            "ocpi/77 | planned | 4 | true | null");
            assertThat(Served.rows(network, "growth", "date", "stations", "basis"))
                    .containsExactly("2020-05-01 | 1 | opening dates", "2021-05-01 | 2 | opening dates");
            assertThat(Served.rows(served.answer("network?city=Bonn"), "stations", "id"))
                    .containsExactly("ocpi/77");
            assertThat(Served.rows(served.answer("occupancy"), "ranking", "level", "key"))
                    .containsExactlyInAnyOrder("city | Köln", "city | Ulm");
            assertThat(served.get("/api/occupancy?level=operator&key=Stadt%22werke")
                            .body())
                    .as("utilization has no operators here")
                    .contains("no such key of level operator");
        }
    }

    @Test
    void theLastForecastStandsBesideWhatCameTrue() {
        Town town = town(TableFormat.DELTA);
        try (Served served = Served.of(town.folder())) {
            JsonNode forecast = served.answer("forecast");
            assertThat(forecast.path("chosen").toString()).contains("Köln", "city");
            assertThat(Served.rows(forecast, "forecast", "hour", "horizon_h", "value", "truth", "devices"))
                    .containsExactly(
                            "2025-03-30T23:00:00Z | null | null | 0.5 | 2",
                            "2025-03-31T00:00:00Z | 1 | 1.2 | 1.0 | 2",
                            "2025-03-31T01:00:00Z | 2 | 1.4 | null | 2");
            assertThat(Served.rows(forecast, "error", "model", "mae", "coverage_80"))
                    .containsExactly("last_observation | 0.4 | null", "trees | 0.2 | 0.81");
            assertThat(Served.rows(served.answer("forecast?level=station"), "forecast", "hour"))
                    .isEmpty();
            assertThat(Served.rows(served.answer("anomalies"), "anomalies", "kind", "key", "until"))
                    .containsExactly("silent | P2 | null", "flapping | P1 | 2025-03-29T06:00:00Z");
            assertThat(Served.rows(served.answer("anomalies?kind=silent"), "anomalies", "evidence"))
                    .containsExactly("no session");
            assertThat(served.answer("meta").path("forecast_keys").toString())
                    .isEqualTo("[{\"level\":\"city\",\"key\":\"Köln\"}]");
        }
    }

    @Test
    void dataClosesItsAccounts() {
        Town town = town(TableFormat.DELTA);
        town.run("siting", "failed");
        try (Served served = Served.of(town.folder())) {
            JsonNode data = served.answer("data");
            assertThat(Served.rows(data, "accounting", "job", "runs", "failed", "read", "closes"))
                    .contains("occupancy | 1 | 0 | 10 | true", "siting | 1 | 1 | 0 | true");
            assertThat(Served.rows(data, "runs", "job", "status").get(0)).isEqualTo("siting | failed");
            assertThat(Served.rows(data, "versions", "table", "rows"))
                    .contains("occupancy_hourly | " + 72 * 4, "vehicle | " + Town.VEHICLES);
        }
    }

    private static void assertSources(Town town, JsonNode answer) {
        List<String> told = StreamSupport.stream(answer.path("sources").spliterator(), false)
                .map(source -> source.path("table").asText() + "@"
                        + source.path("version").asText())
                .toList();
        assertThat(told)
                .contains(
                        "occupancy_hourly@" + town.lake().version(OccupancyHourly.TABLE),
                        "utilization@" + town.lake().version(Utilization.TABLE));
        assertThat(answer.path("formula").path("by_day").asText()).contains("occupied_s");
    }

    private static List<String> sql(Town town, String query) {
        return town.sql(query).stream().map(row -> row.mkString(" | ")).toList();
    }
}
