package io.chargelake.jobs.status;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;

import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoriesTest {
    private static final String DAY_1 = "2025-01-01T";
    private static final String DAY_2 = "2025-01-02T";
    private static final String DAY_5 = "2025-01-05T";

    /** A poll that shows a version of a row. */
    private record Shown(String key, String version, String at) {}

    @Test
    void aVersionHoldsFromItsFirstPollToTheFirstOfTheNext() {
        assertThat(allAtOnce(List.of(
                        new Shown("1", "A", DAY_1 + "10:00:00Z"),
                        new Shown("1", "A", DAY_1 + "11:00:00Z"),
                        new Shown("1", "B", DAY_2 + "09:00:00Z"),
                        new Shown("1", "A", DAY_5 + "08:00:00Z"),
                        new Shown("2", "A", DAY_2 + "09:00:00Z"))))
                .hasRows(
                        """
                        key | attributes | valid_from           | valid_to
                        1   | A          | 2025-01-01T10:00:00Z | 2025-01-02T09:00:00Z
                        1   | B          | 2025-01-02T09:00:00Z | 2025-01-05T08:00:00Z
                        1   | A          | 2025-01-05T08:00:00Z |
                        2   | A          | 2025-01-02T09:00:00Z |
                        """);
    }

    @Test
    void twoVersionsAtOneSecondAreTheGreaterOne() {
        assertThat(allAtOnce(
                        List.of(new Shown("1", "A", DAY_1 + "10:00:00Z"), new Shown("1", "B", DAY_1 + "10:00:00Z"))))
                .hasRows("attributes | valid_from | valid_to\nB | 2025-01-01T10:00:00Z |");
    }

    @Test
    void aVersionThatComesBackWithinADayIsKnownByItsFirstAndLastPoll() {
        assertThat(allAtOnce(List.of(
                        new Shown("1", "A", DAY_1 + "10:00:00Z"),
                        new Shown("1", "B", DAY_1 + "11:00:00Z"),
                        new Shown("1", "A", DAY_1 + "12:00:00Z"))))
                .hasRows(
                        """
                        attributes | valid_from           | valid_to
                        A          | 2025-01-01T10:00:00Z | 2025-01-01T11:00:00Z
                        B          | 2025-01-01T11:00:00Z | 2025-01-01T12:00:00Z
                        A          | 2025-01-01T12:00:00Z |
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void deliveriesInAnyOrderAndTwiceEndInTheSameHistory(long seed) {
        Random random = new Random(seed);
        var polls = new ArrayList<Shown>();
        for (int i = 0; i < 24; i++) {
            Instant at = Instant.parse(DAY_1 + "00:00:00Z").plusSeconds(3600L * random.nextInt(24 * 5));
            polls.add(new Shown("" + random.nextInt(2), "" + (char) ('A' + random.nextInt(3)), at.toString()));
        }
        var deliveries = new ArrayList<List<Shown>>();
        for (int i = 0; i < polls.size(); i += 6) {
            deliveries.add(polls.subList(i, i + 6));
        }
        deliveries.add(deliveries.get(1));
        Collections.shuffle(deliveries, random);
        Lake lake = new Lake();
        deliveries.forEach(lake::deliver);
        assertThat(lake.history).hasSameRowsAs(allAtOnce(polls));
    }

    private static Dataset<Row> allAtOnce(List<Shown> polls) {
        Lake lake = new Lake();
        lake.deliver(polls);
        return lake.history;
    }

    /** What is stored between deliveries. */
    private static final class Lake {
        private Dataset<Row> seen = InlineTable.of(DimensionSeen.TABLE, "dimension");
        private Dataset<Row> history = seen.select(
                DimensionSeen.DIMENSION.col(),
                DimensionSeen.KEY.col(),
                DimensionSeen.ATTRIBUTES.col(),
                DimensionSeen.FIRST_SEEN.col().as(History.VALID_FROM.name()),
                DimensionSeen.LAST_SEEN.col().as(History.VALID_TO.name()));

        void deliver(List<Shown> polls) {
            Instant from = polls.stream()
                    .map(poll -> LocalDate.ofInstant(Instant.parse(poll.at()), ZoneOffset.UTC))
                    .min(LocalDate::compareTo)
                    .orElseThrow()
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
            seen = kept(Histories.joined(seen.unionByName(rows(polls), true)));
            history = kept(Histories.versions(
                            history.where(History.VALID_FROM.col().lt(functions.lit(from))),
                            seen.where(DimensionSeen.FIRST_SEEN.col().geq(functions.lit(from))))
                    .select(List.of(history.columns()).stream()
                            .map(functions::col)
                            .toArray(org.apache.spark.sql.Column[]::new)));
        }

        private static Dataset<Row> rows(List<Shown> polls) {
            StructType schema = new StructType(DimensionSeen.TABLE.columns().stream()
                    .filter(column -> !column.equals(Table.DAY))
                    .map(column -> column.field())
                    .toArray(org.apache.spark.sql.types.StructField[]::new));
            return TestSpark.session()
                    .createDataFrame(
                            polls.stream()
                                    .map(p -> RowFactory.create(
                                            "charging_station",
                                            p.key(),
                                            p.version(),
                                            Instant.parse(p.at()),
                                            Instant.parse(p.at())))
                                    .toList(),
                            schema);
        }

        /** The rows themselves instead of the plan that made them, as a table would keep them. */
        private static Dataset<Row> kept(Dataset<Row> rows) {
            return TestSpark.session().createDataFrame(rows.collectAsList(), rows.schema());
        }
    }
}
