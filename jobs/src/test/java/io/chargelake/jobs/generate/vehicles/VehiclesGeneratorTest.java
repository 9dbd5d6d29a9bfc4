package io.chargelake.jobs.generate.vehicles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.generate.vehicle.DamageKind;
import io.chargelake.jobs.generate.output.FileFormat;
import io.chargelake.jobs.generate.output.Folders;
import io.chargelake.jobs.generate.output.Generated;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VehiclesGeneratorTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 20);
    private static final LocalDate TO = LocalDate.of(2025, 3, 1);

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Generated clean;
    private static Generated damaged;

    @BeforeAll
    static void generateACleanAndADamagedWorld() throws IOException {
        spark = Folders.spark();
        clean = generate("clean", 1, 0, FileFormat.CSV);
        damaged = generate("damaged", 1, 0.15, FileFormat.CSV);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        generate("again", 1, 0.15, FileFormat.CSV);
        generate("again", 1, 0.15, FileFormat.CSV);
        generate("other", 2, 0.15, FileFormat.CSV);

        assertThat(Folders.bytes(folder.resolve("again"))).isEqualTo(Folders.bytes(folder.resolve("damaged")));
        Map<String, String> other = Folders.bytes(folder.resolve("other"));
        Folders.bytes(folder.resolve("damaged"))
                .forEach((name, content) -> assertThat(other.get(name)).as(name).isNotEqualTo(content));
    }

    @Test
    void filesAreNamedByTableMonthAndSliceOnly() {
        assertThat(Folders.bytes(folder.resolve("clean")).keySet().stream().map(name -> name.replaceAll("\\d{5}", "N")))
                .containsOnly(
                        "vehicles/vehicle.csv",
                        "vehicles/drives/2025-01-20/part-N.csv",
                        "vehicles/drives/2025-02-01/part-N.csv",
                        "vehicles/charges/2025-01-20/part-N.csv",
                        "vehicles/charges/2025-02-01/part-N.csv",
                        "truth/vehicles/charge_session/part-N.csv",
                        "truth/vehicles/trip/part-N.csv",
                        "truth/vehicles/damage/part-N.csv",
                        "truth/vehicles/vehicle/part-N.csv",
                        "truth/vehicles/spec.json",
                        "truth/vehicles/summary.json");
    }

    @Test
    void cleanFilesReportExactlyTheTruth() {
        List<Map<String, String>> drives = raw("clean", "drives");
        List<Map<String, String>> charges = raw("clean", "charges");

        assertThat(ids(truth("clean", "trip"), "drive_ids")).isEqualTo(plainIds(drives, "drive_id"));
        assertThat(ids(truth("clean", "charge_session"), "charge_ids")).isEqualTo(plainIds(charges, "charge_id"));
        assertThat(truth("clean", "damage")).isEmpty();
        assertThat(sum(truth("clean", "vehicle"), "charged_kwh")).isCloseTo(sum(charges, "energy_kwh"), within(1e-6));
        assertThat(sum(truth("clean", "vehicle"), "driven_kwh")).isCloseTo(sum(drives, "energy_kwh"), within(1e-6));
        assertThat(clean.rows()).isEqualTo(48 + drives.size() + charges.size());
    }

    @Test
    void energyInTheCleanFilesBalancesPerVehicle() {
        Map<String, List<Map<String, String>>> drives = byVehicle(raw("clean", "drives"));
        Map<String, List<Map<String, String>>> charges = byVehicle(raw("clean", "charges"));
        for (Map<String, String> vehicle : truth("clean", "vehicle")) {
            String id = vehicle.get("vehicle_id");
            double changeKwh = number(vehicle, "end_kwh") - number(vehicle, "start_kwh");
            double flowKwh = sum(charges.getOrDefault(id, List.of()), "energy_kwh")
                    - sum(drives.getOrDefault(id, List.of()), "energy_kwh")
                    - number(vehicle, "parked_kwh");
            assertThat(flowKwh).isCloseTo(changeKwh, within(1e-6));
        }
    }

    @Test
    void eachKindOfDamageOccursAndTheSummaryCountsItAsTheFilesShow() throws IOException {
        JsonNode summary = summary("damaged");
        Map<String, Long> logged = truth("damaged", "damage").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("table") + "." + row.get("kind"), TreeMap::new, Collectors.counting()));
        Map<String, Long> counted = new TreeMap<>();
        summary.get("damaged_rows").properties().forEach(table -> table.getValue()
                .properties()
                .forEach(kind -> counted.put(
                        table.getKey() + "." + kind.getKey(), kind.getValue().asLong())));

        assertThat(counted).isEqualTo(logged);
        assertThat(counted.keySet().stream().map(name -> name.substring(name.indexOf('.') + 1)))
                .contains(Stream.of(DamageKind.values()).map(DamageKind::code).toArray(String[]::new));
        for (String table : List.of("drive", "charge")) {
            long written = summary.get("totals").get(table + "s_written").asLong();
            long expected = summary.get("totals").get(table + "s_true").asLong()
                    - counted.get(table + ".missing")
                    + counted.get(table + ".duplicate")
                    + counted.get(table + ".overlap")
                    + counted.getOrDefault(table + ".charge_in_drive", 0L);
            assertThat(written).isEqualTo(expected).isEqualTo(lines("damaged", table + "s"));
        }
        assertThat(damaged.rows()).isEqualTo(48 + lines("damaged", "drives") + lines("damaged", "charges"));
    }

    @Test
    void theTruthIsTheSameWithAndWithoutDamage() {
        assertThat(truth("damaged", "charge_session")).isEqualTo(truth("clean", "charge_session"));
        assertThat(truth("damaged", "trip")).isEqualTo(truth("clean", "trip"));
    }

    @Test
    void unitsDifferBetweenFilesAndTheSummaryNamesThem() throws IOException {
        Map<String, Set<String>> seen = new TreeMap<>();
        summary("damaged").get("files").forEach(file -> file.get("units")
                .properties()
                .forEach(unit -> seen.computeIfAbsent(unit.getKey(), u -> new TreeSet<>())
                        .add(unit.getValue().asText())));

        assertThat(seen).containsOnlyKeys("clock", "dialect", "distance", "energy", "power", "soc");
        assertThat(seen.values()).allSatisfy(units -> assertThat(units).hasSize(2));
        summary("damaged").get("files").forEach(file -> {
            String content = Folders.bytes(folder.resolve("damaged"))
                    .get(file.get("path").asText());
            boolean local = file.get("units").get("clock").asText().equals("berlin_local");
            boolean semicolon = file.get("units").get("dialect").asText().startsWith("semicolon");
            assertThat(content.contains("Z" + (semicolon ? ";" : ","))).isNotEqualTo(local);
            assertThat(content.contains(";")).isEqualTo(semicolon);
        });
        assertThat(StreamSupport.stream(summary("clean").get("files").spliterator(), false)
                        .map(file -> file.get("units").toString())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void parquetHoldsTheSameRowsAsCsv() throws IOException {
        generate("parquet", 1, 0, FileFormat.PARQUET);
        String charges = folder.resolve("parquet/vehicles/charges").toString();
        var read = spark.read().option("recursiveFileLookup", "true").parquet(charges);

        assertThat(read.count()).isEqualTo(raw("clean", "charges").size());
        assertThat(read.selectExpr("sum(energy_kwh)").first().getDouble(0))
                .isCloseTo(sum(raw("clean", "charges"), "energy_kwh"), within(1e-6));
        assertThat(Folders.bytes(folder.resolve("parquet")).keySet()).noneMatch(name -> name.endsWith(".crc"));
    }

    @Test
    void anEmptyPeriodAndNoVehiclesAreRefused() {
        assertThatThrownBy(() -> new VehiclesSpec(5, TO, FROM, 1, 0, FileFormat.CSV))
                .hasMessageContaining("the period is empty (2025-03-01 to 2025-01-20");
        assertThatThrownBy(() -> new VehiclesSpec(0, FROM, TO, 1, 0, FileFormat.CSV))
                .hasMessageContaining("(0, --vehicles)");
        assertThatThrownBy(() -> new VehiclesSpec(1, FROM, TO, 1, -0.1, FileFormat.CSV))
                .hasMessageContaining("(-0.1, --damage)");
    }

    private static Generated generate(String name, long seed, double damage, FileFormat format) throws IOException {
        VehiclesSpec spec = new VehiclesSpec(48, FROM, TO, seed, damage, format);
        return VehiclesGenerator.generate(spark, spec, folder.resolve(name).toUri());
    }

    private static List<Map<String, String>> raw(String name, String table) {
        return Folders.csvs(folder.resolve(name).resolve("vehicles").resolve(table));
    }

    private static List<Map<String, String>> truth(String name, String table) {
        return Folders.csvs(folder.resolve(name).resolve("truth/vehicles").resolve(table));
    }

    private static JsonNode summary(String name) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(name)
                        .resolve("truth/vehicles/summary.json")
                        .toFile());
    }

    private static long lines(String name, String table) {
        return Folders.bytes(folder.resolve(name).resolve("vehicles").resolve(table)).values().stream()
                .mapToLong(content -> content.lines().count() - 1)
                .sum();
    }

    private static Set<String> ids(List<Map<String, String>> truth, String column) {
        return truth.stream()
                .flatMap(row -> Stream.of(row.get(column).split("\\|", -1)))
                .collect(Collectors.toSet());
    }

    private static Set<String> plainIds(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).collect(Collectors.toSet());
    }

    private static Map<String, List<Map<String, String>>> byVehicle(List<Map<String, String>> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.get("vehicle_id")));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double sum(List<Map<String, String>> rows, String column) {
        return rows.stream().mapToDouble(row -> number(row, column)).sum();
    }
}
