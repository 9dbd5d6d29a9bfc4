package io.chargelake.jobs.status.occupancy;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.testing.TestSpark;
import io.chargelake.status.PollTiming;
import io.chargelake.status.RunBlock;
import io.chargelake.status.RunStitcher;
import io.chargelake.status.SettledRuns;
import io.chargelake.status.Status;
import io.chargelake.status.Tangles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
    private static final EncodePolls ENCODE = new EncodePolls(PollTiming.DEFAULT, PollTimes.asOf(AS_OF, Days.ALL), 3);

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
    void pagesOfTheSecondVersionAreReadAsRowsAre() {
        assertSame(written(Map.of("parquet.writer.version", "v2"), polls(20_000, 60)));
    }

    @Test
    void manyPagesOfAColumnAreReadAsRowsAre() {
        assertSame(
                written(Map.of("parquet.page.size", "1000", "parquet.page.row.count.limit", "333"), polls(20_000, 60)));
    }

    @Test
    void theTypeMayBeThatOfAllDevices() {
        PollColumns points = points(written(Map.of(), polls(5_000, 60)));
        assertThat(ColumnarScan.of(points.rows(), lit(true))).isPresent();
        assertThat(outcome(new BatchFeed(points))).isEqualTo(outcome(new RowFeed(points)));
    }

    @Test
    void whatIsNoPlainScanIsReadByRows() {
        Dataset<Row> polls = written(Map.of(), polls(2_000, 60));
        PollColumns filtered = points(polls.where("length(device_id) > 2"));
        assertThat(ColumnarScan.of(filtered.rows(), lit(true))).isEmpty();
        assertThat(outcome(new BatchFeed(filtered))).isEqualTo(outcome(new RowFeed(filtered)));
        PollColumns computed = points(polls.withColumn("status", concat(polls.col("status"), lit("Y"))));
        assertThat(outcome(new BatchFeed(computed))).isEqualTo(outcome(new RowFeed(computed)));
    }

    @Test
    void onlyPollsAskedForAreSeen() {
        Dataset<Row> written = written(Map.of(), polls(5_000, 60));
        PollColumns polls = flat(written);
        Days secondDay =
                new Days(Optional.of(LocalDate.parse("2025-01-01")), Optional.of(LocalDate.parse("2025-01-02")));
        EncodePolls encode = new EncodePolls(PollTiming.DEFAULT, PollTimes.asOf(AS_OF, secondDay), 3);
        List<String> seen = outcome(new RowFeed(polls.of(secondDay)), encode);
        assertThat(seen)
                .isEqualTo(outcome(new RowFeed(polls), encode))
                .isNotEqualTo(outcome(new RowFeed(polls), ENCODE));
        assertThat(seen.get(0)).startsWith(counted(polls.rows()));
        PollTimes times = encode.times();
        assertThat(outcome(pages().between(times.firstAsked(), times.lastAsked()), encode))
                .isEqualTo(seen);
        PollColumns points = points(written);
        assertThat(outcome(new BatchFeed(points.of(secondDay)), encode))
                .isEqualTo(outcome(new RowFeed(points.of(secondDay)), encode))
                .isEqualTo(outcome(new RowFeed(points), encode))
                .isNotEqualTo(outcome(new RowFeed(points), ENCODE));
    }

    @Test
    void partsOfAScanWithoutSecondsAskedForAreLeftOut() {
        Map<String, String> smallParts =
                Map.of("parquet.block.row.count.limit", "700", "parquet.block.size.row.check.min", "100");
        List<Row> timely = polls(20_000, 60).stream()
                .filter(poll -> !poll.isNullAt(2)
                        && poll.<Instant>getAs(2).isAfter(Instant.EPOCH)
                        && poll.<Instant>getAs(2).isBefore(AS_OF))
                .toList();
        PollColumns polls = points(written(smallParts, timely));
        long first = Instant.parse("2025-01-01T06:00:00Z").getEpochSecond();
        PollColumns hour = polls.between(first, first + 3599);
        long read = reads(new BatchFeed(hour));
        assertThat(read).isLessThan(10_000).isGreaterThanOrEqualTo(reads(new RowFeed(hour)));
        assertThat(reads(pages().between(first, first + 3599))).isEqualTo(read);
        assertThat(reads(new RowFeed(hour)))
                .isEqualTo(hour.wantedRows().count())
                .isPositive();
    }

    /** Polls read and refused, by plain SQL. */
    private static String counted(Dataset<Row> polls) {
        Dataset<Row> asked = polls.where("query_time IS NULL OR to_date(query_time) = '2025-01-01'");
        long refused = asked.where(
                        "query_time IS NULL OR device_type IS NULL OR device_type = 'lamp' OR device_id IS NULL"
                                + " OR device_id IN ('  ', '\uFFFD')")
                .count();
        return asked.count() + " " + refused + " ";
    }

    private static long reads(PollFeed feed) {
        try (SettledPolls settled = SettledPolls.of(feed, ENCODE)) {
            return settled.tally().reads();
        }
    }

    private void assertSame(Dataset<Row> polls) {
        assertThat(outcome(pages()))
                .isEqualTo(outcome(new RowFeed(flat(polls))))
                .hasSizeGreaterThan(100);
        PollColumns points = points(polls);
        assertThat(ColumnarScan.of(points.rows(), lit(true))).isPresent();
        assertThat(outcome(new BatchFeed(points)))
                .isEqualTo(outcome(new RowFeed(points)))
                .hasSizeGreaterThan(100);
    }

    /** All polls as those of charging points, as the facts have them. */
    private static PollColumns points(Dataset<Row> polls) {
        return PollColumns.ofPoints(
                polls.selectExpr("device_id AS id_chargingpoint", "query_time", "status AS status_cp"));
    }

    private static PollColumns flat(Dataset<Row> polls) {
        return PollColumns.ofFiles(polls.withColumn(FlatFiles.CORRUPT, lit(null).cast("string")));
    }

    /** The files of {@link #written}, read page by page. */
    private PageFeed pages() {
        List<RawFile> files = RawFiles.find(spark, folder.resolve("polls").toUri()).stream()
                .filter(file -> file.name().endsWith(".parquet"))
                .toList();
        ParquetPolls polls = ParquetPolls.among(spark, files);
        assertThat(polls.files()).isEqualTo(files);
        return new PageFeed(spark, polls.groups());
    }

    /** Tallies, and the final runs of every share: how polls are dealt to tasks leaves no trace in these. */
    private static List<String> outcome(PollFeed feed) {
        return outcome(feed, ENCODE);
    }

    private static List<String> outcome(PollFeed feed, EncodePolls encode) {
        try (SettledPolls settled = SettledPolls.of(feed, encode)) {
            List<String> lines = new ArrayList<>();
            PollTally tally = settled.tally();
            lines.add(tally.reads() + " " + tally.refused() + " " + tally.unknownWords() + " " + settled.kept());
            for (Refusal why : Refusal.values()) {
                lines.add(why + " " + tally.refused(why));
            }
            settled.shares().collect().forEach(share -> {
                Device[] devices = share.devices();
                SettledRuns runs = new SettledRuns(RunBlock.decode(share.runs()), new Tangles(), 0, 0);
                RunStitcher.stitch(
                        runs,
                        PollTiming.DEFAULT,
                        (device, status, start, end, polls) ->
                                lines.add(devices[device] + " " + status + " " + start + " " + end + " " + polls));
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
