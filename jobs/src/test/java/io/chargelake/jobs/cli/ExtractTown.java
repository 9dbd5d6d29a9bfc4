package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** 60 vehicles of five clients: zones A and B have many of them, C has five. Beside their lake a key and what is delivered. */
record ExtractTown(Path folder) {
    static final String KEY = "q7Jm0mX3yq1b9m8hQ2s5v0H8n1c6T4w7Z9e2R5u8I1o=";
    static final String CANARY = "canary-7f3a91";

    static final String ENERGY =
            """
            id: energy
            title: Energy by zone and hour
            purpose: Load forecast
            recipient: Grid Operator
            population: town
            table: charge_session
            period: {from: 2025-03-01, to: 2025-04-01}
            dimensions: [zone, hour]
            measures: [sum(energy_kwh), mean(energy_kwh), p50(energy_kwh)]
            expires: 2030-12-31
            """;

    static ExtractTown in(Path folder) {
        try {
            Files.writeString(folder.resolve("key"), KEY + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExtractTown(folder);
    }

    Command extract(String request, String... more) {
        try {
            Path file = Files.writeString(folder.resolve("request.yaml"), request);
            List<String> arguments = new ArrayList<>(List.of(
                    "extract",
                    "--request",
                    file.toString(),
                    "--lake",
                    folder.resolve("lake").toString(),
                    "--output",
                    folder.resolve("out").toString()));
            if (!List.of(more).contains("--key")) {
                arguments.addAll(List.of("--key", "file:" + folder.resolve("key")));
            }
            arguments.addAll(List.of(more));
            return Command.run(arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<List<String>> rows(String delivery, String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(delivery).resolve(file)).stream()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    static TreeMap<String, String> files(Path in) throws IOException {
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> in.relativize(file).toString(), ExtractTown::text, (a, b) -> a, TreeMap::new));
        }
    }

    /** Of a packed file what is in it: nothing would be found in its bytes. */
    private static String text(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Lake lake(TableFormat format) {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.resolve("lake").toString()),
                Optional.of(format),
                Lakes.Access.WRITE,
                Optional.empty());
    }

    /** Vehicles beyond 60 charge in zone A. Ten of the first are vans. */
    void of(TableFormat format, int vehicles) {
        SparkSession spark = TestSpark.session();
        Lake lake = lake(format);
        Dataset<Row> all = spark.range(vehicles)
                .selectExpr(
                        "id",
                        "if(id = 3, '" + CANARY + "', concat('ev-', id)) AS vehicle_id",
                        "concat('client-', id % 5) AS client_id",
                        "CASE WHEN id < 30 OR id >= 60 THEN 'A' WHEN id < 55 THEN 'B' ELSE 'C' END AS zone");
        lake.replace(
                Vehicle.TABLE,
                all.selectExpr(
                        "vehicle_id",
                        "client_id",
                        "'Model' AS model",
                        "if(id % 6 = 0 AND id < 60, 'van', 'car') AS vehicle_type",
                        "50.0D AS battery_kwh",
                        "'NMC' AS battery_type",
                        "CAST(null AS string) AS text_raw"));
        lake.replace(
                ChargeSession.TABLE,
                all.selectExpr("*", "explode(array(8, 9)) AS hour")
                        .selectExpr(
                                "concat(vehicle_id, '-', hour) AS session_id",
                                "vehicle_id",
                                "timestamp'2025-03-10 00:15:00' + make_interval(0, 0, 0, 0, hour) AS start_time",
                                "timestamp'2025-03-10 00:45:00' + make_interval(0, 0, 0, 0, hour) AS end_time",
                                "1800L AS duration_s",
                                "10.0D + id % 7 AS energy_kwh",
                                "20.0D AS soc_start",
                                "60.0D AS soc_end",
                                "11.0D AS power_mean_kw",
                                "22.0D AS power_max_kw",
                                "'AC' AS power_type",
                                "zone",
                                "1 AS charges",
                                "true AS complete",
                                "CAST(array() AS array<string>) AS flags"));
    }
}
