package io.chargelake.jobs.generate.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.generate.station.StationDamageKind;
import io.chargelake.jobs.generate.output.Folders;
import io.chargelake.jobs.generate.output.Generated;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationsGeneratorTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 1);
    private static final int STATIONS = 1_500;
    private static final Pattern EVSE_ID = Pattern.compile("[A-Z]{2}\\*[A-Z0-9]{3}\\*E[A-Z0-9*]+");

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Generated damaged;

    @BeforeAll
    static void generateARegister() throws IOException {
        spark = Folders.spark();
        damaged = generate("damaged", 1, 0.2);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        generate("again", 1, 0.2);
        generate("other", 2, 0.2);

        assertThat(Folders.bytes(folder.resolve("again"))).isEqualTo(Folders.bytes(folder.resolve("damaged")));
        assertThat(Folders.bytes(folder.resolve("other")).get("stations/stations.csv"))
                .isNotEqualTo(Folders.bytes(folder.resolve("damaged")).get("stations/stations.csv"));
        assertThat(Folders.bytes(folder.resolve("other")))
                .containsOnlyKeys(
                        "stations/stations.csv",
                        "truth/stations/stations.csv",
                        "truth/stations/damage.csv",
                        "truth/stations/spec.json",
                        "truth/stations/summary.json");
    }

    @Test
    void withoutDamageTheRegisterIsTheTruth() throws IOException {
        Generated clean = generate("clean", 1, 0);

        Map<String, String> files = Folders.bytes(folder.resolve("clean"));
        assertThat(files.get("stations/stations.csv")).isEqualTo(files.get("truth/stations/stations.csv"));
        assertThat(files.get("truth/stations/stations.csv"))
                .isEqualTo(Folders.bytes(folder.resolve("damaged")).get("truth/stations/stations.csv"));
        assertThat(clean.rows()).isEqualTo(STATIONS);
        assertThat(clean.bytes()).isEqualTo(files.get("stations/stations.csv").length());
    }

    @Test
    void eachKindOfDamageOccursAsOftenAsTheSummarySays() throws IOException {
        JsonNode counts = summary().get("damaged_rows");
        List<Row> rows = rows("damaged/stations/stations.csv");
        Map<String, Long> seen = new TreeMap<>();
        seen.put("zero_coordinates", count(rows, row -> text(row, "latitude").equals("0")));
        seen.put("swapped_coordinates", count(rows, StationsGeneratorTest::isSwapped));
        seen.put(
                "duplicate_id",
                rows.size()
                        - rows.stream()
                                .map(row -> text(row, "station_id"))
                                .distinct()
                                .count());
        seen.put("malformed_evse_id", count(rows, row -> !EVSE_ID.matcher(text(row, "evse_id"))
                .matches()));
        seen.put("missing_hours", count(rows, row -> text(row, "open_24_7").isEmpty()));
        seen.put("postcode_country", count(rows, row -> text(row, "postal_code").startsWith("SW1A")));

        assertThat(seen).hasSameSizeAs(StationDamageKind.values());
        assertThat(seen).allSatisfy((kind, n) -> assertThat(counts.get(kind).asLong())
                .as(kind)
                .isEqualTo(n)
                .isPositive());
        assertThat(damaged.rows())
                .isEqualTo(STATIONS + seen.get("duplicate_id"))
                .isEqualTo(rows.size());
    }

    @Test
    void theCleanRegisterIsConsistentAndItsFiguresAreInTheSummary() throws IOException {
        List<Row> rows = rows("damaged/truth/stations/stations.csv");
        JsonNode figures = summary().get("clean_register");

        assertThat(rows).hasSize(STATIONS).allSatisfy(row -> {
            assertThat(EVSE_ID.matcher(text(row, "evse_id")).matches()).isTrue();
            assertThat(text(row, "postal_code")).matches("\\d{5}");
            assertThat(isSwapped(row)).isFalse();
            int fast = Integer.parseInt(text(row, "fast_connectors"));
            assertThat(fast).isBetween(0, Integer.parseInt(text(row, "connectors")));
            assertThat(fast > 0).isEqualTo(Double.parseDouble(text(row, "max_power_kw")) >= 50);
            assertThat(LocalDate.parse(text(row, "opened_on")).isBefore(AS_OF))
                    .isNotEqualTo(text(row, "status").equals("planned"));
        });
        assertThat(figures.get("status.operational").asLong())
                .isEqualTo(count(rows, row -> text(row, "status").equals("operational")));
        assertThat(figures.get("connectors").asLong())
                .isEqualTo(rows.stream()
                        .mapToInt(row -> Integer.parseInt(text(row, "connectors")))
                        .sum());
    }

    @Test
    void theNetworkGrowsAndHoldsEveryCountryAccessAndState() throws IOException {
        List<Row> rows = rows("damaged/truth/stations/stations.csv");
        Map<String, Long> years = rows.stream()
                .collect(Collectors.groupingBy(row -> text(row, "opened_on").substring(0, 4), Collectors.counting()));

        assertThat(years.get("2024")).isGreaterThan(years.get("2021")).isGreaterThan(years.get("2015"));
        assertThat(rows.stream().map(row -> text(row, "country"))).contains("DE", "FR", "US");
        assertThat(rows.stream().map(row -> text(row, "access"))).contains("public", "private", "unknown");
        assertThat(rows.stream().map(row -> text(row, "open_24_7"))).contains("true", "false", "unknown");
        assertThat(rows.stream().map(row -> text(row, "status")))
                .contains("operational", "planned", "out_of_service", "unknown");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new StationsSpec(0, AS_OF, 1, 0)).hasMessageContaining("(0, --stations)");
        assertThatThrownBy(() -> new StationsSpec(1, AS_OF, 1, 2)).hasMessageContaining("(2.0, --damage)");
        assertThatThrownBy(() -> StationsGenerator.generate(
                        spark, new StationsSpec(1, LocalDate.of(2000, 1, 1), 1, 0), folder.toUri()))
                .hasMessageContaining("(2000-01-01, --to)");
    }

    /** Every country of the register lies north of 25 degrees; no place in it has such a longitude and a small latitude. */
    private static boolean isSwapped(Row row) {
        double latitude = Double.parseDouble(text(row, "latitude"));
        return latitude != 0 && latitude < 25;
    }

    private static Generated generate(String name, long seed, double damage) throws IOException {
        return StationsGenerator.generate(
                spark,
                new StationsSpec(STATIONS, AS_OF, seed, damage),
                folder.resolve(name).toUri());
    }

    private static JsonNode summary() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("damaged/truth/stations/summary.json").toFile());
    }

    private static List<Row> rows(String path) {
        return spark.read()
                .option("header", "true")
                .option("escape", "\"")
                .option("nullValue", "\u0000")
                .csv(folder.resolve(path).toString())
                .collectAsList();
    }

    private static String text(Row row, String column) {
        String value = row.getAs(column);
        return value == null ? "" : value;
    }

    private static long count(List<Row> rows, Predicate<Row> condition) {
        return rows.stream().filter(condition).count();
    }
}
