package io.chargelake.jobs.vehicles.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.generate.output.FileFormat;
import io.chargelake.jobs.generate.vehicles.VehiclesGenerator;
import io.chargelake.jobs.generate.vehicles.VehiclesSpec;
import io.chargelake.jobs.lake.Conform;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A generated fleet and its clean tables. Units come from the truth beside the files, not from a guess; what an ingest job
 * quarantines is left out, overlaps stay in.
 */
public record Fleet(Path folder, LocalDate from, LocalDate to) {
    private static final double KM_PER_MILE = 1.609344;

    public static Fleet generate(Path folder, long seed, long vehicles, int days, double damage) {
        LocalDate from = LocalDate.of(2025, 3, 20);
        LocalDate to = from.plusDays(days);
        var spec = new VehiclesSpec(vehicles, from, to, seed, damage, FileFormat.PARQUET);
        try {
            VehiclesGenerator.generate(TestSpark.session(), spec, folder.toUri());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Fleet(folder, from, to);
    }

    public Dataset<Row> vehicles() {
        return Conform.to(
                Vehicle.TABLE,
                TestSpark.session()
                        .read()
                        .option("header", true)
                        .csv(folder.resolve("vehicles/vehicle.csv").toString())
                        .withColumn("battery_kwh", col("battery_kwh").cast("double")));
    }

    public Dataset<Row> drives() {
        Dataset<Row> clean = plain("drive")
                .where(col("end_time").geq(col("start_time")))
                .where(col("distance_km").geq(0));
        return stored(Conform.to(Drive.TABLE, clean), Drive.TABLE.name());
    }

    public Dataset<Row> charges() {
        Dataset<Row> clean = plain("charge")
                .where(col("end_time").geq(col("start_time")))
                .where(col("energy_kwh").isNull().or(col("energy_kwh").gt(0)))
                .withColumn("derived_end", lit(false));
        return stored(Conform.to(Charge.TABLE, clean), Charge.TABLE.name());
    }

    public Dataset<Row> truth(String table) {
        return TestSpark.session()
                .read()
                .parquet(folder.resolve("truth/vehicles/" + table).toString());
    }

    private Dataset<Row> plain(String table) {
        Map<JsonNode, List<String>> files = StreamSupport.stream(
                        summary().path("files").spliterator(), false)
                .filter(file -> file.path("table").asText().equals(table))
                .filter(file -> file.path("rows").asLong() > 0)
                .collect(Collectors.groupingBy(
                        file -> file.path("units"),
                        Collectors.mapping(
                                file -> folder.resolve(file.path("path").asText())
                                        .toString(),
                                Collectors.toList())));
        return files.entrySet().stream()
                .map(of -> inPlainUnits(
                        TestSpark.session().read().parquet(of.getValue().toArray(String[]::new)), of.getKey()))
                .reduce(Dataset::unionByName)
                .orElseThrow()
                .withColumn("vehicle_id", lower(trim(col("vehicle_id"))))
                .distinct();
    }

    /** So that what is built on them does not plan the cleaning again. */
    private Dataset<Row> stored(Dataset<Row> rows, String name) {
        return TestSpark.session().read().parquet(parquet(folder.resolve("clean"), name, rows));
    }

    private static Dataset<Row> inPlainUnits(Dataset<Row> rows, JsonNode units) {
        return rows.select(Arrays.stream(rows.columns())
                .map(name -> inPlainUnits(name, units).as(name))
                .toArray(Column[]::new));
    }

    /** Rounded to the generator's own precision, so that a unit there and back changes nothing. */
    private static Column inPlainUnits(String name, JsonNode units) {
        Column value = col(name);
        if (name.startsWith("soc_")) {
            return is(units, "soc", "fraction") ? round(value.multiply(100), 2) : value;
        }
        if (name.startsWith("power_m")) {
            return is(units, "power", "w") ? round(value.divide(1000), 3) : value;
        }
        if (name.equals("energy_kwh")) {
            return is(units, "energy", "wh") ? round(value.divide(1000), 3) : value;
        }
        if (name.endsWith("_km")) {
            return is(units, "distance", "mi") ? round(value.multiply(KM_PER_MILE), 3) : value;
        }
        return value;
    }

    private static boolean is(JsonNode units, String of, String unit) {
        return units.path(of).asText().equals(unit);
    }

    private JsonNode summary() {
        try {
            return new ObjectMapper()
                    .readTree(folder.resolve("truth/vehicles/summary.json").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Writes a table's rows as Parquet, for the reference to read. */
    public static String parquet(Path folder, String name, Dataset<Row> rows) {
        String path = folder.resolve(name).toString();
        rows.coalesce(1).write().mode("overwrite").parquet(path);
        return path + "/*.parquet";
    }
}
