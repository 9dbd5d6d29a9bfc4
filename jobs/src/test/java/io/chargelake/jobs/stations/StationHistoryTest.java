package io.chargelake.jobs.stations;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;

import io.chargelake.jobs.lake.Conform;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What deliveries make of the versions, whatever their order. */
class StationHistoryTest {
    private static final String HEADER = "station_id | source | name | access | status\n";

    /** b goes and comes back, c changes, d comes. */
    private static final Map<LocalDate, String> DELIVERIES = Map.of(
            LocalDate.of(2025, 1, 1), "a|s|A|public|unknown\n b|s|B|public|unknown\n c|s|C|public|unknown",
            LocalDate.of(2025, 2, 1), "a|s|A|public|unknown\n c|s|C|private|unknown",
            LocalDate.of(2025, 3, 1), "a|s|A|public|unknown\n c|s|C|private|unknown\n d|s|D|public|unknown",
            LocalDate.of(2025, 4, 1), "a|s|A|public|unknown\n b|s|B|public|unknown\n c|s|C|public|unknown");

    private static final String VERSIONS =
            """
            station_id | name | access  | valid_from           | valid_to
            a          | A    | public  | 2025-01-01T00:00:00Z |
            b          | B    | public  | 2025-01-01T00:00:00Z | 2025-02-01T00:00:00Z
            b          | B    | public  | 2025-04-01T00:00:00Z |
            c          | C    | public  | 2025-01-01T00:00:00Z | 2025-02-01T00:00:00Z
            c          | C    | private | 2025-02-01T00:00:00Z | 2025-04-01T00:00:00Z
            c          | C    | public  | 2025-04-01T00:00:00Z |
            d          | D    | public  | 2025-03-01T00:00:00Z | 2025-04-01T00:00:00Z
            """;

    @Test
    void anyOrderOfDeliveriesAndRepeatedOnesEndInTheSameVersions() {
        var order = new ArrayList<>(new TreeSet<>(DELIVERIES.keySet()));
        assertThat(versions(order)).hasRows(VERSIONS);
        for (long seed = 1; seed <= 3; seed++) {
            var shuffled = new ArrayList<>(order);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.add(shuffled.get(0));
            assertThat(versions(shuffled)).hasRows(VERSIONS);
        }
    }

    @Test
    void aDeliveryThatIsMadeAgainReplacesWhatItSaid() {
        var day = LocalDate.of(2025, 1, 1);
        Dataset<Row> wrong = with(
                empty(),
                InlineTable.of(StationRegister.TABLE, HEADER + "x|s|X|public|unknown"),
                empty(),
                day,
                Optional.empty());
        assertThat(with(wrong, stations(day), empty(), day, Optional.empty()))
                .hasRows(
                        """
                        station_id | valid_from           | valid_to
                        a          | 2025-01-01T00:00:00Z |
                        b          | 2025-01-01T00:00:00Z |
                        c          | 2025-01-01T00:00:00Z |
                        """);
    }

    @Test
    void aStationThatCouldNotBeReadStaysAsItIs() {
        Dataset<Row> first =
                with(empty(), stations(LocalDate.of(2025, 1, 1)), empty(), LocalDate.of(2025, 1, 1), Optional.empty());
        Dataset<Row> unseen = InlineTable.of(StationRegister.TABLE, HEADER + "b|s|||\n zzz|s|||");
        assertThat(with(first, stations(LocalDate.of(2025, 2, 1)), unseen, LocalDate.of(2025, 2, 1), Optional.empty()))
                .hasRows(
                        """
                        station_id | access  | valid_from           | valid_to
                        a          | public  | 2025-01-01T00:00:00Z |
                        b          | public  | 2025-01-01T00:00:00Z |
                        c          | public  | 2025-01-01T00:00:00Z | 2025-02-01T00:00:00Z
                        c          | private | 2025-02-01T00:00:00Z |
                        """);
    }

    private static Dataset<Row> versions(List<LocalDate> order) {
        var days = new TreeSet<LocalDate>();
        Dataset<Row> versions = empty();
        for (LocalDate day : order) {
            versions = with(versions, stations(day), empty(), day, Optional.ofNullable(days.higher(day)));
            days.add(day);
        }
        return versions;
    }

    /** What a plan of many joins would compute again and again is kept. */
    private static Dataset<Row> with(
            Dataset<Row> versions,
            Dataset<Row> stations,
            Dataset<Row> unseen,
            LocalDate day,
            Optional<LocalDate> next) {
        Dataset<Row> made = StationHistory.with(versions, stations, unseen, new StationHistory.Reign(day, next));
        return TestSpark.session().createDataFrame(made.collectAsList(), made.schema());
    }

    private static Dataset<Row> stations(LocalDate day) {
        return InlineTable.of(StationRegister.TABLE, HEADER + DELIVERIES.get(day));
    }

    private static Dataset<Row> empty() {
        return Conform.empty(TestSpark.session(), Registers.HISTORY);
    }
}
