package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Anomaly;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A town of two stations with four connectors each, every one with a session each third hour, 50 days long; and what goes wrong there. */
class AnomaliesTest {
    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    private static final int DAYS = 50;

    @TempDir
    Path folder;

    /** What a connector shows in an hour: seconds available, occupied, not observed, and sessions that start. */
    private interface Town {
        int[] hour(int connector, int t);
    }

    private static final int[] AVAILABLE = {3600, 0, 0, 0};
    private static final int[] OCCUPIED = {0, 3600, 0, 0};
    private static final int[] UNSEEN = {0, 0, 3600, 0};

    private static int[] usual(int connector, int t) {
        return (t + connector) % 3 == 0 ? new int[] {1800, 1800, 0, 1} : AVAILABLE;
    }

    @ParameterizedTest
    @EnumSource
    void aSilentOneAStuckOneAndOneThatFlaps(TableFormat format) {
        town(format, (c, t) -> {
            boolean isFaulty = t >= 40 * 24;
            return isFaulty && c == 0
                    ? AVAILABLE
                    : isFaulty && c == 1
                            ? OCCUPIED
                            : isFaulty && c == 5 && t < 41 * 24 ? new int[] {1800, 1800, 0, 3} : usual(c, t);
        });
        Command done = run("anomalies", "--kwh-per-session", "10");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.err()).contains("8 devices watched, 3 anomalies: {flapping=1, silent=1, stuck_occupied=1}");
        assertThat(anomalies()
                        .selectExpr(
                                "kind",
                                "key",
                                "since",
                                "noticed_at < since + interval 3 days soon",
                                "until is null lasts",
                                "round(lost_sessions) lost",
                                "abs(lost_kwh - 10 * lost_sessions) < 1e-6 kwh",
                                "station",
                                "operator_name"))
                .hasRows(
                        """
                        kind           | key | since                | soon | lasts | lost | kwh  | station | operator_name
                        silent         | c0  | 2025-04-11T22:00:00Z | true | true  | 81.0 | true | 1       | Stadtwerke
                        stuck_occupied | c1  | 2025-04-12T00:00:00Z | true | true  | 80.0 | true | 1       | Stadtwerke
                        flapping       | c5  | 2025-04-12T09:00:00Z | true | false | 0.0  | true | 2       | Stadtwerke
                        """);
        assertThat(anomalies().where("key = 'c0'").head().<String>getAs("evidence"))
                .contains("available for 242 hours without a session", "probability 1e-");
    }

    @Test
    void whatAWholeStationShowsIsOneFaultOfItsFeed() {
        town(TableFormat.DELTA, (c, t) -> c >= 4 && t >= 30 * 24 && t < 33 * 24 ? AVAILABLE : usual(c, t));
        run("anomalies");
        assertThat(anomalies().selectExpr("kind", "level", "key", "date(since) day", "date(until) end"))
                .hasRows(
                        """
                        kind       | level   | key | day        | end
                        feed_fault | station | 2   | 2025-04-02 | 2025-04-05
                        """);
    }

    @Test
    void whatAnOperatorShowsIsNoFaultOfItsStations() {
        town(TableFormat.DELTA, (c, t) -> t >= 30 * 24 && t < 31 * 24 ? UNSEEN : usual(c, t));
        run("anomalies");
        assertThat(anomalies().selectExpr("kind", "level", "key", "until is null lasts", "evidence"))
                .hasRows(
                        """
                        kind       | level    | key        | lasts | evidence
                        feed_fault | operator | Stadtwerke | false | none of 8 devices was observed
                        """);
    }

    @Test
    void aTownThatWorksHasNoneAndNobodyMournsWhatIsNeverUsed() {
        town(TableFormat.DELTA, (c, t) -> c == 3 ? AVAILABLE : usual(c, t));
        Command done = run("anomalies", "--from", "2025-04-15");
        assertThat(done.exitCode()).as(done.err()).isZero();
        // c3 was silent from its first day: by its peers it should not be
        assertThat(anomalies().selectExpr("kind", "key", "date(since) day"))
                .hasRows(
                        """
                        kind   | key | day
                        silent | c3  | 2025-03-03
                        """);
        town(TableFormat.DELTA, AnomaliesTest::usual);
        run("anomalies");
        assertThat(anomalies()).isEmpty();
    }

    @Test
    void nothingAfterToIsLookedAt() {
        town(TableFormat.DELTA, (c, t) -> t >= 30 * 24 && t < 40 * 24 && c == 0 ? AVAILABLE : usual(c, t));
        run("anomalies", "--to", "2025-04-08");
        List<Row> then = anomalies().collectAsList();
        assertThat(then).hasSize(1);
        town(TableFormat.DELTA, (c, t) -> t >= 36 * 24 ? UNSEEN : t >= 30 * 24 && c == 0 ? AVAILABLE : usual(c, t));
        run("anomalies", "--to", "2025-04-08");
        assertThat(anomalies().collectAsList()).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --silence 0            | 2  | silence 0.0
                    --stuck-h 1            | 2  | stuck 1 h
                    --kwh-per-session -1   | 2  | Cannot use --kwh-per-session -1.0
                    --device station       | 2  | station
                    --device point         | 20 | the lake has no hours of any point
                    """)
    void whatCannotBeUsedIsRefused(String options, int code, String message) {
        town(TableFormat.DELTA, (c, t) -> AVAILABLE);
        List<String> all = new ArrayList<>(List.of("anomalies"));
        all.addAll(List.of(options.split(" ")));
        Command done = run(all.toArray(String[]::new));
        assertThat(done.err()).contains(message);
        assertThat(done.exitCode()).isEqualTo(code);
    }

    private void town(TableFormat format, Town town) {
        Lake lake = Lakes.open(TestSpark.session(), root(), Optional.of(format), Lakes.Access.WRITE, Optional.empty());
        lake.replace(
                ChargingStation.TABLE,
                InlineTable.of(
                        ChargingStation.TABLE,
                        """
                        id_cs | city | operator_name
                        1     | Köln | Stadtwerke
                        2     | Köln | Stadtwerke
                        """));
        var points = new StringBuilder("id_cp | id_cs\n");
        var connectors = new StringBuilder("id_connector | id_cp\n");
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < 8; c++) {
            points.append("p").append(c).append(" | ").append(1 + c / 4).append('\n');
            connectors.append("c").append(c).append(" | p").append(c).append('\n');
            for (int t = 0; t < DAYS * 24; t++) {
                int[] seen = town.hour(c, t);
                Instant hour = START.plusSeconds(t * 3600L);
                rows.add(RowFactory.create(
                        "connector",
                        "c" + c,
                        hour,
                        seen[0],
                        seen[1],
                        0,
                        0,
                        seen[2],
                        seen[3],
                        LocalDate.ofInstant(hour, ZoneOffset.UTC)));
            }
        }
        lake.replace(ChargingPoint.TABLE, InlineTable.of(ChargingPoint.TABLE, points.toString()));
        lake.replace(Connector.TABLE, InlineTable.of(Connector.TABLE, connectors.toString()));
        lake.replace(OccupancyHourly.TABLE, TestSpark.session().createDataFrame(rows, OccupancyHourly.TABLE.schema()));
    }

    private Dataset<Row> anomalies() {
        return Lakes.open(TestSpark.session(), root(), Optional.empty(), Lakes.Access.READ, Optional.empty())
                .read(Anomaly.TABLE);
    }

    private Command run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--lake", folder.resolve("lake").toString()));
        return Command.run(all.toArray(String[]::new));
    }

    private java.net.URI root() {
        return Storage.uri(folder.resolve("lake").toString());
    }
}
