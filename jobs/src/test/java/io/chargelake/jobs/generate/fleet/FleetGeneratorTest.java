package io.chargelake.jobs.generate.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.generate.output.FileFormat;
import io.chargelake.jobs.generate.output.Folders;
import io.chargelake.jobs.generate.output.Generated;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetGeneratorTest {

    private static final LocalDate FROM = LocalDate.of(2025, 5, 5);
    private static final LocalDate TO = LocalDate.of(2025, 5, 12);
    private static final int VEHICLES = 600;

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Generated written;
    private static List<Map<String, String>> stays;
    private static Map<String, Map<String, String>> sites;

    @BeforeAll
    static void generateAFleet() throws IOException {
        spark = Folders.spark();
        written = generate("csv", 1, FileFormat.CSV);
        stays = Folders.csv(folder.resolve("csv/fleet/stays.csv"));
        sites = Folders.csv(folder.resolve("csv/fleet/sites.csv")).stream()
                .collect(Collectors.toMap(row -> row.get("site_id"), row -> row));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        generate("again", 1, FileFormat.CSV);
        generate("other", 2, FileFormat.CSV);

        Map<String, String> bytes = Folders.bytes(folder.resolve("csv"));
        assertThat(Folders.bytes(folder.resolve("again"))).isEqualTo(bytes);
        assertThat(bytes)
                .containsOnlyKeys(
                        "fleet/stays.csv", "fleet/sites.csv", "fleet/site_slots.csv", "truth/fleet/spec.json");
        Map<String, String> other = Folders.bytes(folder.resolve("other"));
        assertThat(bytes)
                .allSatisfy((name, content) -> assertThat(other.get(name)).isNotEqualTo(content));
    }

    @Test
    void staysOfAVehicleFollowEachOtherAndHaveRoomForTheirTarget() {
        stays.stream()
                .collect(Collectors.groupingBy(row -> row.get("vehicle_id")))
                .values()
                .forEach(own -> {
                    List<Map<String, String>> inOrder = own.stream()
                            .sorted(Comparator.comparing(row -> row.get("arrival")))
                            .toList();
                    for (int i = 1; i < inOrder.size(); i++) {
                        assertThat(time(inOrder.get(i), "arrival"))
                                .isAfterOrEqualTo(time(inOrder.get(i - 1), "departure"));
                    }
                });
        assertThat(stays).allSatisfy(stay -> {
            assertThat(time(stay, "arrival")).isBefore(time(stay, "departure"));
            assertThat(stay.get("arrival")).isBetween("2025-05-05T00:00:00Z", "2025-05-11T23:59:59Z");
            assertThat(number(stay, "soc_target")).isBetween(number(stay, "soc_arrival"), 90.0);
            assertThat(stay.get("phase")).isIn("1", "2", "3");
            assertThat(sites).containsKey(stay.get("site_id"));
        });
    }

    @Test
    void chargersAreOfTheirClass() {
        Map<String, double[]> bounds = Map.of(
                "AC", new double[] {7, 22}, "DC_FAST", new double[] {50, 150}, "DC_ULTRA", new double[] {150, 350});

        assertThat(stays).allSatisfy(stay -> assertThat(number(stay, "charger_kw"))
                .isBetween(bounds.get(stay.get("charger_class"))[0], bounds.get(stay.get("charger_class"))[1]));
        assertThat(stays.stream().map(stay -> stay.get("charger_class"))).containsAll(bounds.keySet());
    }

    @Test
    void vehiclesStandWhenTheirProfileSays() {
        assertThat(presence("residential", 2)).isBetween(0.7, 0.9);
        assertThat(presence("residential", 12)).isLessThan(0.25);
        assertThat(presence("office", 11)).isBetween(0.6, 0.8);
        assertThat(presence("office", 2)).isLessThan(0.1);
        assertThat(presence("commercial", 13)).isGreaterThan(2 * presence("commercial", 7));
        assertThat(presence("motorway", 14))
                .isGreaterThan(presence("motorway", 3))
                .isPositive();
    }

    @Test
    void everySiteHasEverySlotAndTheSunIsDownAtNight() {
        List<Map<String, String>> slots = Folders.csv(folder.resolve("csv/fleet/site_slots.csv"));

        assertThat(slots).hasSize(sites.size() * 8 * 96);
        assertThat(slots.stream().filter(slot -> slot.get("slot_start").contains("T00:")))
                .allSatisfy(slot -> assertThat(number(slot, "solar_kw")).isZero());
        assertThat(slots.stream().filter(slot -> slot.get("slot_start").contains("T11:")))
                .anySatisfy(slot -> assertThat(number(slot, "solar_kw")).isPositive());
        assertThat(slots).allSatisfy(slot -> assertThat(number(slot, "base_kw"))
                .isBetween(0.001, number(sites.get(slot.get("site_id")), "limit_kw")));
        assertThat(sites.values().stream().map(site -> site.get("profile")))
                .contains("residential", "office", "commercial", "motorway");
        assertThat(written.rows()).isEqualTo(slots.size() + sites.size() + stays.size());
    }

    @Test
    void parquetHoldsTheSameStays() throws IOException {
        Generated parquet = generate("parquet", 1, FileFormat.PARQUET);

        var read = spark.read().parquet(folder.resolve("parquet/fleet/stays").toString());
        Set<String> arrivals = read
                .selectExpr("concat(vehicle_id, '@', date_format(arrival, \"yyyy-MM-dd'T'HH:mm:ss'Z'\"))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
        assertThat(arrivals)
                .isEqualTo(stays.stream()
                        .map(stay -> stay.get("vehicle_id") + "@" + stay.get("arrival"))
                        .collect(Collectors.toSet()));
        assertThat(parquet.rows()).isEqualTo(written.rows());
    }

    @Test
    void nonsenseIsRefused() {
        ZoneId zone = ZoneId.of("UTC");
        assertThatThrownBy(() -> new FleetSpec(0, FROM, TO, 1, zone, FileFormat.CSV))
                .hasMessageContaining("(0, --vehicles)");
        assertThatThrownBy(() -> new FleetSpec(1, TO, TO, 1, zone, FileFormat.CSV))
                .hasMessageContaining("the period is empty");
    }

    /** Mean share of the profile's vehicles that stand at the full hour of Tuesday to Friday. */
    private static double presence(String profile, int hour) {
        List<Map<String, String>> own = stays.stream()
                .filter(stay -> sites.get(stay.get("site_id")).get("profile").equals(profile))
                .toList();
        long vehicles =
                own.stream().map(stay -> stay.get("vehicle_id")).distinct().count();
        long present = IntStream.range(1, 5)
                .mapToObj(day -> Instant.parse("2025-05-05T00:00:00Z").plus(Duration.ofHours(24L * day + hour)))
                .mapToLong(at -> own.stream()
                        .filter(stay -> !time(stay, "arrival").isAfter(at)
                                && time(stay, "departure").isAfter(at))
                        .count())
                .sum();
        return present / 4.0 / vehicles;
    }

    private static Generated generate(String name, long seed, FileFormat format) throws IOException {
        FleetSpec spec = new FleetSpec(VEHICLES, FROM, TO, seed, ZoneId.of("UTC"), format);
        return FleetGenerator.generate(spark, spec, folder.resolve(name).toUri());
    }

    private static Instant time(Map<String, String> row, String column) {
        return Instant.parse(row.get(column));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
