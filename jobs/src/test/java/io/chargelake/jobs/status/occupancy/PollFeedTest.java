package io.chargelake.jobs.status.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.testing.TestSpark;
import io.chargelake.status.PollTiming;
import io.chargelake.status.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick way to read polls reads what the plain way reads. */
class PollFeedTest {
    private static final StructType SCHEMA = new StructType()
            .add("device_type", DataTypes.StringType)
            .add("device_id", DataTypes.StringType)
            .add("query_time", DataTypes.TimestampType)
            .add("status", DataTypes.StringType);
    private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
    private static final EncodePolls ENCODE =
            new EncodePolls(PollTiming.DEFAULT, PollTimes.asOf(Instant.parse("2026-01-01T00:00:00Z")), 3);

    private final SparkSession spark = TestSpark.session();
    private final String wholeStage = spark.conf().get(WHOLE_STAGE);

    @TempDir
    Path folder;

    /** Spark hands over batches only then. */
    @BeforeEach
    void batches() {
        spark.conf().set(WHOLE_STAGE, "true");
    }

    @AfterEach
    void rows() {
        spark.conf().set(WHOLE_STAGE, wholeStage);
    }

    @Test
    void batchesWithDictionariesAreReadAsRowsAre() {
        assertSame(written(Map.of(), polls(20_000, 60)));
    }

    @Test
    void dictionariesOfSeveralRowGroupsDoNotMixUp() {
        assertSame(written(
                Map.of("parquet.block.row.count.limit", "700", "parquet.block.size.row.check.min", "100"),
                polls(20_000, 900)));
    }

    @Test
    void batchesWithoutDictionariesAreReadAsRowsAre() {
        assertSame(written(Map.of("parquet.enable.dictionary", "false"), polls(5_000, 60)));
    }

    @Test
    void aDictionaryThatOverflowsIsReadAsRowsAre() {
        assertSame(written(Map.of("parquet.dictionary.page.size", "2000"), polls(20_000, 5_000)));
    }

    @Test
    void theTypeMayBeThatOfAllDevices() {
        Dataset<Row> polls = written(Map.of(), polls(5_000, 60));
        PollColumns points = PollColumns.ofPoints(
                polls.selectExpr("device_id AS id_chargingpoint", "query_time", "status AS status_cp"));
        assertThat(ColumnarScan.of(points.rows())).isPresent();
        assertThat(outcome(new BatchFeed(points))).isEqualTo(outcome(new RowFeed(points)));
    }

    @Test
    void whatIsNoPlainScanIsReadByRows() {
        Dataset<Row> polls = written(Map.of(), polls(2_000, 60));
        PollColumns filtered = PollColumns.ofFlat(polls.where("length(device_id) > 2"));
        assertThat(ColumnarScan.of(filtered.rows())).isEmpty();
        assertThat(outcome(new BatchFeed(filtered))).isEqualTo(outcome(new RowFeed(filtered)));
        PollColumns computed = PollColumns.ofFlat(polls.withColumn("status", polls.col("device_type")));
        assertThat(outcome(new BatchFeed(computed))).isEqualTo(outcome(new RowFeed(computed)));
    }

    @Test
    void onlyPollsOfTheSecondsAskedForAreSeen() {
        PollColumns polls = PollColumns.ofFlat(written(Map.of(), polls(5_000, 60)));
        long first = Instant.parse("2025-01-01T06:00:00Z").getEpochSecond();
        for (PollFeed feed : List.of(new BatchFeed(polls), new RowFeed(polls))) {
            List<String> seen = outcome(feed.between(first, first + 3599));
            assertThat(seen)
                    .isEqualTo(outcome(new RowFeed(PollColumns.ofFlat(polls.rows()
                            .where("hour(query_time) = 6 AND day(query_time) = 1 AND year(query_time) = 2025")))));
        }
    }

    private void assertSame(Dataset<Row> polls) {
        PollColumns columns = PollColumns.ofFlat(polls);
        assertThat(ColumnarScan.of(columns.rows())).isPresent();
        assertThat(outcome(new BatchFeed(columns)))
                .isEqualTo(outcome(new RowFeed(columns)))
                .hasSizeGreaterThan(100);
    }

    /** Tallies, devices and encoded runs of every share. */
    private static List<String> outcome(PollFeed feed) {
        try (SettledPolls settled = SettledPolls.of(feed, ENCODE)) {
            List<String> lines = new ArrayList<>();
            PollTally tally = settled.tally();
            lines.add(tally.reads() + " " + tally.refused() + " " + tally.unknownWords() + " " + settled.kept());
            for (Refusal why : Refusal.values()) {
                lines.add(why + " " + tally.refused(why));
            }
            settled.shares().collect().forEach(share -> {
                for (Device device : share.devices()) {
                    lines.add(device.toString());
                }
                for (byte b : share.runs()) {
                    lines.add(Byte.toString(b));
                }
            });
            return lines;
        }
    }

    private Dataset<Row> written(Map<String, String> options, List<Row> polls) {
        String path = folder.resolve("polls").toString();
        spark.createDataFrame(polls, SCHEMA)
                .coalesce(2)
                .write()
                .options(options)
                .parquet(path);
        return spark.read().parquet(path);
    }

    /** In order of time, with every kind of damage. */
    private static List<Row> polls(int count, int devices) {
        Random random = new Random(5);
        List<Row> polls = new ArrayList<>();
        String[] words = {"AVAILABLE", "OCCUPIED", "CHARGING", "RESERVED", "HUNGRY", "", null};
        for (int i = 0; i < count; i++) {
            int device = i % devices;
            Instant time = Instant.parse("2025-01-01T00:00:00.5Z").plusSeconds(600L * (i / devices));
            int damage = random.nextInt(200);
            polls.add(RowFactory.create(
                    damage == 0 ? null : damage == 1 ? "lamp" : device % 3 == 0 ? "point" : "connector",
                    damage == 2 ? null : damage == 3 ? "  " : damage == 4 ? "\uFFFD" : "D" + device,
                    damage == 5
                            ? null
                            : damage == 6 ? Instant.EPOCH : damage == 7 ? time.plusSeconds(900_000_000) : time,
                    random.nextInt(5) == 0 ? words[random.nextInt(words.length)] : Status.AVAILABLE.name()));
        }
        return polls;
    }
}
