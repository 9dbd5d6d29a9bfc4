package io.chargelake.jobs.status.occupancy;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.TestSpark;
import io.chargelake.status.PollTiming;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of a random world: those of plain SQL, whichever way they are written. */
class WrittenTablesTest {
    private static final List<Table> TABLES = List.of(StatusRun.TABLE, ChargingSession.TABLE, OccupancyHourly.TABLE);
    private static final PollTiming TIMING = PollTiming.DEFAULT;
    private static final Instant BEGIN = Instant.parse("2025-03-01T00:00:00Z");

    private final SparkSession spark = TestSpark.session();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void filesAndRowsAreTheTablesOfPlainSql(TableFormat format) {
        Dataset<Row> polls = polls();
        Lake files = lake("files", format);
        Lake rows = lake("rows", format);
        EncodePolls encode = new EncodePolls(TIMING, PollTimes.asOf(BEGIN.plusSeconds(90 * 86_400), Days.ALL), 2);
        try (SettledPolls settled = SettledPolls.of(
                new RowFeed(PollColumns.ofFiles(
                        polls.withColumn(FlatFiles.CORRUPT, lit(null).cast("string")))),
                encode)) {
            Scope scope = Scope.of(settled.tally().firstDay(), settled.tally().lastDay() + 1, TIMING);
            DealtDays days = DealtDays.alone(settled.shares(), scope, TIMING);
            new OccupancyTables(run(files, "files"), scope, days)
                    .writeFiles(DayFiles.Targets.of(files).orElseThrow());
            new OccupancyTables(run(rows, "rows"), scope, days).writeRows();
        }
        PlainSql expected = new PlainSql(polls, TIMING);
        for (Table table : TABLES) {
            assertThat(files.read(table)).hasSameRowsAs(rows.read(table));
            Dataset<Row> sql = expected.table(table);
            assertThat(sql).hasSameRowsAs(files.read(table));
        }
    }

    private Run run(Lake lake, String name) {
        return new Run(
                new Run.Context("occupancy", name, BEGIN, Map.of(), Days.ALL, TestSpark.settings(), root(name)),
                spark,
                Optional.of(lake),
                System.out);
    }

    private Lake lake(String name, TableFormat format) {
        return Lakes.open(spark, root(name), Optional.of(format), Lakes.Access.WRITE, Optional.empty());
    }

    private URI root(String name) {
        return Storage.uri(folder.resolve(name).toString());
    }

    /** Eleven days of nine devices: polls missing, late, twice and in conflict, silent hours and days. */
    private Dataset<Row> polls() {
        Random random = new Random(3);
        List<Row> polls = new ArrayList<>();
        String[] words = {"AVAILABLE", "AVAILABLE", "OCCUPIED", "OUTOFORDER", "RESERVED", "PLANNED", "ODD", "UNKNOWN"};
        for (int device = 0; device < 9; device++) {
            String word = "AVAILABLE";
            for (long second = random.nextInt(90_000); second < 11 * 86_400; second += 590 + random.nextInt(20)) {
                word = random.nextInt(40) < device ? words[random.nextInt(words.length)] : word;
                second += random.nextInt(60) == 0 ? random.nextInt(4000) : random.nextInt(900) == 0 ? 300_000 : 0;
                String type = device % 2 == 0 ? "point" : "connector";
                polls.add(RowFactory.create(type, "D" + device, BEGIN.plusSeconds(second), word, null));
                if (random.nextInt(30) == 0) {
                    String again = words[random.nextInt(words.length)];
                    polls.add(RowFactory.create(type, "D" + device, BEGIN.plusSeconds(second), again, null));
                }
            }
        }
        for (int late = 0; late < 200; late++) {
            polls.add(polls.remove(random.nextInt(polls.size())));
        }
        StructType schema = FlatPolls.TABLE.schema();
        return spark.createDataFrame(polls, schema).repartition(3).cache();
    }
}
