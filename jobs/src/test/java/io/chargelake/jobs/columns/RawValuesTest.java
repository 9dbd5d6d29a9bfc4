package io.chargelake.jobs.columns;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;

import io.chargelake.jobs.testing.TestSpark;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Numbers and times as sources write them. */
class RawValuesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void numbersWithPointAndWithComma() {
        assertThat(texts("1.5", "1,5", "1.234,56", "1,234.56", "-0,3", "+7", "1e400", "NaN", "NA", "")
                        .select(
                                col("text"),
                                RawNumbers.withPoint(col("text")).as("point"),
                                RawNumbers.withComma(col("text")).as("comma"),
                                RawNumbers.isGiven(col("text")).as("given")))
                .hasRows(
                        """
                        text     | point | comma   | given
                        1.5      | 1.5   | 15.0    | true
                        1,5      |       | 1.5     | true
                        1.234,56 |       | 1234.56 | true
                        1,234.56 |       | 1.23456 | true
                        -0,3     |       | -0.3    | true
                        +7       | 7.0   | 7.0     | true
                        1e400    |       |         | true
                        NaN      |       |         | true
                        NA       |       |         | false
                                 |       |         | false
                        """);
    }

    @Test
    void numbersOfALineAreCountedByTheirMark() {
        assertThat(texts("1,5 2,25 3", "1.5 2.25 3", "1.234,5 2", "1,234 7", "a,5 1.2.3")
                        .select(
                                col("text"),
                                RawNumbers.commas(col("text")).as("commas"),
                                RawNumbers.points(col("text")).as("points")))
                .hasRows(
                        """
                        text       | commas | points
                        1,5 2,25 3 | 2      | 0
                        1.5 2.25 3 | 0      | 2
                        1.234,5 2  | 1      | 0
                        1,234 7    | 1      | 0
                        a,5 1.2.3  | 0      | 0
                        """);
    }

    @Test
    void durationsOfAClock() {
        assertThat(texts("1:28:23", "94:12:08", "0:02:61", "12:30")
                        .select(col("text"), RawNumbers.clock(col("text")).as("seconds")))
                .hasRows(
                        """
                        text     | seconds
                        1:28:23  | 5303.0
                        94:12:08 | 339128.0
                        0:02:61  |
                        12:30    |
                        """);
    }

    @Test
    void timesOfEachOrder() {
        assertThat(texts(
                                "2025-03-04T05:06:07Z",
                                "2025-03-04 05:06",
                                "2018/01/12 15:54:00+00",
                                "2018/01/12 15:54:00",
                                "04.03.2025 5:06",
                                "3/4/2025 5:06:00 PM",
                                "2025-03-04",
                                "1741064767",
                                "1741064767000",
                                "31.02.2025 10:00")
                        .select(
                                col("text"),
                                RawTimes.yearFirst(col("text")).as("ymd"),
                                RawTimes.dayFirst(col("text")).as("dmy"),
                                RawTimes.monthFirst(col("text")).as("mdy"),
                                RawTimes.isLocal(col("text")).as("local")))
                .hasRows(
                        """
                        text                   | ymd                  | dmy                  | mdy                  | local
                        2025-03-04T05:06:07Z   | 2025-03-04T05:06:07Z |                      |                      | false
                        2025-03-04 05:06       | 2025-03-04T05:06:00Z |                      |                      | true
                        2018/01/12 15:54:00+00 | 2018-01-12T15:54:00Z |                      |                      | false
                        2018/01/12 15:54:00 | 2018-01-12T15:54:00Z |                      |                      | true
                        04.03.2025 5:06        |                      | 2025-03-04T05:06:00Z | 2025-04-03T05:06:00Z | true
                        3/4/2025 5:06:00 PM    |                      | 2025-04-03T17:06:00Z | 2025-03-04T17:06:00Z | true
                        2025-03-04             |                      |                      |                      | false
                        1741064767             | 2025-03-04T05:06:07Z |                      |                      | false
                        1741064767000          | 2025-03-04T05:06:07Z |                      |                      | false
                        31.02.2025 10:00       |                      |                      |                      | true
                        """);
    }

    @Test
    void localTimesThatCameTwiceOrNever() {
        assertThat(texts("2025-10-26 01:59", "2025-10-26 02:30", "2025-10-26 03:00", "2025-03-30 02:30")
                        .select(RawTimes.yearFirst(col("text")).as("local"))
                        .select(
                                col("local"),
                                LocalTime.toMoment(col("local"), BERLIN).as("first"),
                                LocalTime.toLastMoment(col("local"), BERLIN).as("last"),
                                LocalTime.fault(col("local"), BERLIN).as("fault"))
                        .where("fault is null or fault = 'ambiguous'"))
                .hasRows(
                        """
                        local                | first                | last                 | fault
                        2025-10-26T01:59:00Z | 2025-10-25T23:59:00Z | 2025-10-25T23:59:00Z |
                        2025-10-26T02:30:00Z | 2025-10-26T00:30:00Z | 2025-10-26T01:30:00Z | ambiguous
                        2025-10-26T03:00:00Z | 2025-10-26T02:00:00Z | 2025-10-26T02:00:00Z |
                        """);
    }

    private static Dataset<Row> texts(String... texts) {
        return TestSpark.session()
                .createDataset(List.of(texts), Encoders.STRING())
                .toDF("text");
    }
}
