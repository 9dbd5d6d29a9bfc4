package io.chargelake.jobs.publish;

import com.sun.management.OperatingSystemMXBean;
import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.publish.postgres.Database;
import io.chargelake.jobs.publish.postgres.DatabaseAddress;
import io.chargelake.jobs.publish.postgres.PostgresOutput;
import io.chargelake.jobs.publish.postgres.Renewal;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.testing.Postgres;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Publishing beside Spark's own JDBC writer, by turns in one JVM: {@code PublishThroughput ROWS TURNS}. Figures are in docs/benchmarks.md. */
final class PublishThroughput {
    private static final int HOURS = 1000;

    public static void main(String[] args) throws IOException {
        long rows = Long.parseLong(args[0]);
        Path folder = Files.createTempDirectory("publish-throughput");
        Lake lake = Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.toString()),
                Optional.of(TableFormat.DELTA),
                Lakes.Access.WRITE,
                Optional.empty());
        lake.replace(OccupancyHourly.TABLE, hours(rows));
        Postgres postgres = Postgres.empty();
        for (int turn = 0; turn < Integer.parseInt(args[1]); turn++) {
            postgres.run("DROP SCHEMA IF EXISTS chargelake, chargelake_stage CASCADE");
            measure("publish, new", rows, postgres, () -> publish(lake, folder, postgres, Renewal.CHANGES));
            measure("publish, all compared", rows, postgres, () -> publish(lake, folder, postgres, Renewal.EVERYTHING));
            measure("Spark's JDBC writer, key", rows, postgres, () -> plain(lake, postgres, "false"));
            measure("the same, rewritten batches", rows, postgres, () -> plain(lake, postgres, "true"));
            System.out.println(
                    postgres.rows(
                            "SELECT (SELECT count(*) FROM chargelake.occupancy_hourly), (SELECT count(*) FROM plain), (SELECT count(*) FROM"
                                    + " (SELECT * FROM chargelake.occupancy_hourly EXCEPT SELECT device_type, device_id, hour AT TIME ZONE 'UTC', available_s, occupied_s, blocked_s, out_of_service_s, unknown_s, sessions_started, day FROM plain) d)"));
        }
    }

    private static void publish(Lake lake, Path folder, Postgres postgres, Renewal renewal) {
        Run run = new Run(
                new Run.Context(
                        "publish",
                        "run",
                        Instant.EPOCH,
                        Map.of(),
                        Days.ALL,
                        TestSpark.settings(),
                        Storage.uri(folder.toString())),
                TestSpark.session(),
                Optional.of(lake),
                System.out);
        Database database = new Database(DatabaseAddress.parse(postgres.url()), Optional.empty(), Optional.empty());
        new PostgresOutput(run, database, new PostgresOutput.Schemas("chargelake"), 4)
                .publish(new Selection(List.of("occupancy_hourly"), List.of()).items(run), renewal);
    }

    /** Rows into a table without a key, replaced as a whole, and then the key: half of them can be seen meanwhile. */
    private static void plain(Lake lake, Postgres postgres, String rewrite) {
        postgres.run("DROP TABLE IF EXISTS plain");
        lake.read(OccupancyHourly.TABLE)
                .write()
                .mode(SaveMode.Overwrite)
                .format("jdbc")
                .option(
                        "url",
                        "jdbc:" + postgres.url("").replace("@", "") + "?user=postgres&reWriteBatchedInserts=" + rewrite)
                .option("driver", "org.postgresql.Driver")
                .option("dbtable", "plain")
                .option("batchsize", "10000")
                .option("numPartitions", "4")
                .save();
        postgres.run(
                "ALTER TABLE plain ADD PRIMARY KEY (device_type, device_id, hour)",
                "CREATE INDEX ON plain (day)",
                "ANALYZE plain");
    }

    private static Dataset<Row> hours(long rows) {
        return TestSpark.session()
                .range(rows)
                .selectExpr(
                        "'connector' AS device_type",
                        "concat('DE*CC1*E', lpad(id DIV " + HOURS + ", 6, '0'), '*1') AS device_id",
                        "timestamp_seconds(1735689600 + (id % " + HOURS + ") * 3600) AS hour",
                        "3600 - int(id % 3600) AS available_s",
                        "int(id % 3600) AS occupied_s",
                        "0 AS blocked_s",
                        "0 AS out_of_service_s",
                        "0 AS unknown_s",
                        "int(id % 3) AS sessions_started");
    }

    private static void measure(String what, long rows, Postgres postgres, Runnable work) {
        long begin = System.nanoTime();
        double own = ownCpu();
        double server = serverCpu(postgres);
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-28s %6.1f s, %,9.0f rows/s, processor: %.1f s here, %.1f s in PostgreSQL%n",
                what,
                seconds,
                rows / seconds,
                ownCpu() - own,
                serverCpu(postgres) - server);
    }

    private static double ownCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Of the server's processes, those that have ended too. */
    private static double serverCpu(Postgres postgres) {
        try {
            Path file = Path.of(postgres.rows("SHOW data_directory").get(0), "postmaster.pid");
            ProcessHandle server = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).get(0)))
                    .orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants())
                    .flatMap(PublishThroughput::ticks)
                    .mapToDouble(Double::doubleValue)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Double> ticks(ProcessHandle process) {
        try {
            String[] fields = Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
                    .replaceFirst("^.*\\) ", "")
                    .split(" ");
            // user and system time, of itself and of children that were waited for, in hundredths
            return Stream.of(11, 12, 13, 14).map(i -> Long.parseLong(fields[i]) / 100.0);
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private PublishThroughput() {}
}
