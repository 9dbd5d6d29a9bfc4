package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.BacktestScore;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.jobs.tables.OccupancyForecast;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Features of a town of four points at two stations, and forecasts of it. */
class ForecastTest {
    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatIsKnownOfAnHourBeforeItBegins() {
        town(TableFormat.DELTA, 20, (point, t) -> point == 0 ? t % 24 * 100 : 1800);
        run("features", "--levels", "point", "--country", "DE");
        assertThat(features("key = 'p0' AND hour = '2025-03-20 05:00:00'")
                        .selectExpr(
                                "round(share, 4) share",
                                "round(lag_1h, 4) l1",
                                "round(lag_12h, 4) l12",
                                "round(lag_24h, 4) l24",
                                "round(lag_168h, 4) l168",
                                "round(mean_24h, 4) m24",
                                "round(spread_24h, 4) s24",
                                "round(profile, 4) profile",
                                "profile_weeks",
                                "round(peers_profile, 4) peers",
                                "sessions_24h",
                                "hour_of_day",
                                "day_of_week",
                                "month"))
                .hasRows(
                        """
                        share  | l1     | l12    | l24    | l168   | m24    | s24    | profile | profile_weeks | peers  | sessions_24h | hour_of_day | day_of_week | month
                        0.1389 | 0.1111 | 0.4722 | 0.1389 | 0.1389 | 0.3194 | 0.1923 | 0.1389  | 2             | 0.4097 | 24           | 6           | 4           | 3
                        """);
        assertThat(features("share IS NULL").count()).isEqualTo(4 * 48);
        assertThat(features("key = 'p0' AND hour = '2025-03-23 00:00:00'")
                        .selectExpr("round(lag_1h, 4) l1", "lag_336h", "devices", "sessions"))
                .hasRows(
                        """
                        l1     | lag_336h | devices | sessions
                        0.6389 | 0.0      | 1       |
                        """);
    }

    @Test
    void aFutureThatIsAlteredLeavesEveryFeatureOfThePastAsItWas() {
        var random = new SplittableRandom(5);
        int[] noise = random.ints(4 * 24 * 40, 0, 3600).toArray();
        int now = 24 * 15 + 7;
        int keys = 2 + 1; // stations and their city
        town(TableFormat.DELTA, 20, (point, t) -> noise[point * 24 * 40 + t]);
        run("features", "--levels", "station,city", "--neighbours-km", "50");
        List<String> before = rows(now);
        town(TableFormat.DELTA, 25, (point, t) -> noise[point * 24 * 40 + (t < now ? t : 24 * 40 - 1 - t)]);
        run("features", "--levels", "station,city", "--neighbours-km", "50");
        assertThat(rows(now)).isEqualTo(before).hasSize(keys * now);
        assertThat(rows(now + 5)).hasSize(keys * (now + 5));
    }

    @Test
    void localClockAndHolidaysAndNeighbours() {
        town(TableFormat.DELTA, 50, (point, t) -> point < 2 ? 3600 : 0);
        run("features", "--neighbours-km", "50", "--country", "DE");
        assertThat(features(
                                "key = '1' AND hour IN ('2025-03-30 00:00:00', '2025-03-30 01:00:00', '2025-04-18 10:00:00')")
                        .selectExpr("hour", "hour_of_day", "day_of_week", "is_holiday", "neighbours_1h", "devices"))
                .hasRows(
                        """
                        hour                 | hour_of_day | day_of_week | is_holiday | neighbours_1h | devices
                        2025-03-30T00:00:00Z | 1           | 7           | false      | 0.0           | 2
                        2025-03-30T01:00:00Z | 3           | 7           | false      | 0.0           | 2
                        2025-04-18T10:00:00Z | 12          | 5           | true       | 0.0           | 2
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void forecastsStayWithinWhatThereIsAndKnowTheDay(TableFormat format) {
        town(format, 60, (point, t) -> t % 24 >= 8 && t % 24 < 20 ? 3600 : 0);
        ok("features", "--levels", "station,point");
        ok("train", "--level", "station", "--validation-days", "14", "--examples", "20000");
        ok("forecast", "--level", "station");
        List<Row> rows =
                lake().read(OccupancyForecast.TABLE).orderBy("key", "hour").collectAsList();
        assertThat(rows).hasSize(2 * 48).allSatisfy(row -> {
            double value = row.getAs("value");
            int hour = row.<Instant>getAs("hour").atZone(ZoneOffset.UTC).getHour();
            assertThat(value).isBetween(row.<Double>getAs("p10"), row.<Double>getAs("p90"));
            assertThat(row.<Double>getAs("p10")).isNotNegative();
            assertThat(row.<Double>getAs("p90")).isLessThanOrEqualTo(2);
            assertThat(value).isBetween(hour >= 8 && hour < 20 ? 1.5 : 0.0, hour >= 8 && hour < 20 ? 2.0 : 0.5);
            assertThat(row.<String>getAs("model")).startsWith("boosted_trees ");
        });
        assertThat(folder.resolve("lake/_models/station/model.json")).content().contains("profile_shrunk", "mae");
        ok("forecast", "--level", "station", "--hours", "3");
        assertThat(lake().read(OccupancyForecast.TABLE).count()).isEqualTo(2 * 3);
    }

    @Test
    void rollingOriginsAreScored() {
        var random = new SplittableRandom(2);
        int[] noise = random.ints(4 * 24 * 70, 0, 600).toArray();
        town(TableFormat.DELTA, 70, (point, t) -> (t % 24 >= 8 ? 2400 : 0) + noise[point * 24 * 70 + t]);
        ok("features", "--levels", "point");
        Command done = ok(
                "backtest",
                "--level",
                "point",
                "--horizons",
                "1,24",
                "--origins",
                "2",
                "--test-days",
                "7",
                "--validation-days",
                "14",
                "--output",
                folder.resolve("out").toString());
        assertThat(done.err()).contains("Series point, mean of 2 folds");
        List<Row> rows =
                lake().read(BacktestScore.TABLE).orderBy("horizon_h", "mae").collectAsList();
        assertThat(rows).hasSize(10).allSatisfy(row -> assertThat(row.getDouble(3))
                .isFinite());
        assertThat(rows.get(0).getString(1)).isEqualTo("boosted_trees");
        assertThat(rows.get(0).<Double>getAs("coverage_80")).isBetween(0.6, 0.95);
        assertThat(Files.exists(folder.resolve("out/backtest.svg"))).isTrue();
    }

    @Test
    void aStationThatIsNewIsForecastLikeItsPeers() {
        Lake lake = town(
                TableFormat.DELTA,
                60,
                (point, t) -> point >= 2 && t < 59 * 24 ? -1 : t % 24 >= 8 && t % 24 < 20 ? 3600 : 0);
        assertThat(lake.read(OccupancyHourly.TABLE).where("device_id = 'p2'").count())
                .isEqualTo(24);
        ok("features", "--levels", "point");
        ok("train", "--level", "point", "--validation-days", "14", "--examples", "20000");
        ok("forecast", "--level", "point", "--hours", "24");
        assertThat(lake().read(OccupancyForecast.TABLE)
                        .where("key = 'p2'")
                        .selectExpr(
                                "count(*) n",
                                "count_if(abs(value - if(hour(hour) BETWEEN 8 AND 19, 1, 0)) < 0.3) > 21 near"))
                .hasRows(
                        """
                        n  | near
                        24 | true
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    features                          | 20 | Cannot make features of station: the lake has no hours of occupancy of it
                    features --neighbours-km -1       | 2  | Cannot use --neighbours-km -1.0: it is 0 to 100
                    features --country XX             | 2  | Cannot use --country XX: holidays are known of AT, BE
                    train                             | 20 | the lake has no features of it (run features --levels station before)
                    train --examples 5                | 2  | Cannot use --examples 5
                    forecast                          | 20 | there is no model of it (run train --level station before)
                    forecast --hours 49               | 2  | Cannot use --hours 49: it is 1 to 48
                    backtest                          | 20 | the lake has no features of it
                    backtest --horizons 49            | 2  | Cannot use --horizons 49: each is 1 to 48 hours
                    backtest --protocol monthly-folds | 2  | features of the lake are proved by rolling-origins
                    """)
    void whatCannotBeDoneIsSaid(String command, int code, String message) {
        Lakes.open(TestSpark.session(), root(), Optional.of(TableFormat.DELTA), Lakes.Access.WRITE, Optional.empty());
        Command done = run(command.split(" "));
        assertThat(done.err()).contains(message);
        assertThat(done.exitCode()).isEqualTo(code);
    }

    @Test
    void tooFewDaysToLearnFromAreTold() {
        town(TableFormat.DELTA, 2, (point, t) -> 1800);
        ok("features");
        Command done = run("train");
        assertThat(done.err()).contains("Cannot learn from 0 hours", "--validation-days");
        assertThat(done.exitCode()).isEqualTo(20);
    }

    /** Seconds occupied by point and hour; below 0 the hour is not there. Every point starts a session each hour. */
    private Lake town(TableFormat format, int days, IntBinaryOperator occupied) {
        Lake lake = Lakes.open(TestSpark.session(), root(), Optional.of(format), Lakes.Access.WRITE, Optional.empty());
        lake.replace(
                ChargingStation.TABLE,
                InlineTable.of(
                        ChargingStation.TABLE,
                        """
                        id_cs | city | latitude | longitude | open_24_7
                        1     | Köln | 50.9     | 6.9       | true
                        2     | Köln | 51.0     | 6.9       | true
                        """));
        lake.replace(
                ChargingPoint.TABLE,
                InlineTable.of(
                        ChargingPoint.TABLE,
                        """
                        id_cp | id_cs
                        p0    | 1
                        p1    | 1
                        p2    | 2
                        p3    | 2
                        """));
        List<Row> rows = new ArrayList<>();
        for (int point = 0; point < 4; point++) {
            for (int t = 0; t < days * 24; t++) {
                int seconds = occupied.applyAsInt(point, t);
                Instant hour = START.plusSeconds(t * 3600L);
                if (seconds >= 0) {
                    rows.add(RowFactory.create(
                            "point", "p" + point, hour, 3600 - seconds, seconds, 0, 0, 0, 1, day(hour)));
                }
            }
        }
        lake.replace(OccupancyHourly.TABLE, TestSpark.session().createDataFrame(rows, OccupancyHourly.TABLE.schema()));
        return lake;
    }

    private static LocalDate day(Instant hour) {
        return LocalDate.ofInstant(hour, ZoneOffset.UTC);
    }

    /** Features of the first hours as text, in order. */
    private List<String> rows(int hours) {
        return features("hour < timestamp_seconds("
                        + START.plusSeconds(hours * 3600L).getEpochSecond() + ")")
                .orderBy("level", "key", "hour")
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList();
    }

    private Dataset<Row> features(String where) {
        return lake().read(OccupancyFeature.TABLE).where(where);
    }

    private Command ok(String... arguments) {
        Command done = run(arguments);
        assertThat(done.exitCode()).as(done.err()).isZero();
        return done;
    }

    private Command run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--lake", folder.resolve("lake").toString()));
        return Command.run(all.toArray(String[]::new));
    }

    private Lake lake() {
        return Lakes.open(TestSpark.session(), root(), Optional.empty(), Lakes.Access.READ, Optional.empty());
    }

    private java.net.URI root() {
        return Storage.uri(folder.resolve("lake").toString());
    }
}
