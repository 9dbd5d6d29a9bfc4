package io.chargelake.jobs.generate.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusGeneratorTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final double HEAVY = 0.2;

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static StatusSummary damaged;

    @BeforeAll
    static void generateOneDamagedAndOneCleanWorld() throws IOException {
        spark = TestSpark.session();
        damaged = generate("damaged", world(7, 0, 3, HEAVY));
        generate("clean", world(7, 0, 3, 0));
        for (String name : new String[] {"damaged", "clean"}) {
            spark.read()
                    .parquet(path(name) + "/status/*/*.parquet")
                    .select("*", "_metadata.file_name", "_metadata.file_path", "_metadata.row_index")
                    .createOrReplaceTempView(name);
        }
        for (String truth : new String[] {"sessions", "outages"}) {
            spark.read().parquet(path("clean") + "/truth/status/" + truth).createOrReplaceTempView(truth);
        }
        master("charging_station", "stations");
        master("charging_point", "points");
        master("connector", "connectors");
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        generate("again", world(7, 0, 3, HEAVY));

        assertThat(hashes("again", "")).isEqualTo(hashes("damaged", "")).hasSizeGreaterThan(10);
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        generate("other", world(8, 0, 3, HEAVY));

        Map<String, String> other = hashes("other", "status");
        hashes("damaged", "status")
                .forEach((file, hash) -> assertThat(other.get(file)).isNotEqualTo(hash));
    }

    @Test
    void daysGeneratedOneByOneAreTheDaysGeneratedTogether() throws IOException {
        generate("first", world(7, 0, 1, HEAVY));
        generate("rest", world(7, 1, 3, HEAVY));

        Map<String, String> oneByOne = new TreeMap<>(hashes("first", "status"));
        oneByOne.putAll(hashes("rest", "status"));
        assertThat(oneByOne).isEqualTo(hashes("damaged", "status"));
    }

    @Test
    void theSummaryCountsWhatIsInTheFiles() throws IOException {
        String good =
                "damaged where device_id is not null and query_time >= '2025-01-01' and query_time < '2025-01-04'";
        long distinct = count("select distinct device_type, device_id, query_time from " + good);
        long statuses = count("select distinct device_type, device_id, query_time, status from " + good);
        long futures = count("select 1 from damaged where query_time >= '2025-01-05'");
        long ancients = count("select 1 from damaged where query_time < '2010-01-01'");
        long nulls = count("select 1 from damaged where device_id is null");
        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve("damaged/truth/status/summary.json").toFile());

        assertThat(json.get("polls").asLong()).isEqualTo(count("select 1 from damaged"));
        assertThat(json.get("distinct_polls").asLong()).isEqualTo(distinct);
        assertThat(json.get("conflicts").asLong())
                .isEqualTo(statuses - distinct)
                .isPositive();
        assertThat(json.get("duplicates").asLong()).isEqualTo(count("select 1 from " + good) - statuses);
        assertThat(json.get("missing_polls").asLong())
                .isEqualTo(damaged.world().devices() * 3L * 144 - distinct - nulls - futures - ancients);
        assertThat(json.get("late_polls").asLong())
                .isEqualTo(count("select 1 from damaged where file_name like 'late-%'"))
                .isPositive();
        assertThat(json.get("bad_null_id").asLong()).isEqualTo(nulls).isPositive();
        assertThat(json.get("bad_far_future").asLong()).isEqualTo(futures).isPositive();
        assertThat(json.get("bad_before_2010").asLong()).isEqualTo(ancients).isPositive();
        assertThat(json.get("bad_unknown_status").asLong())
                .isEqualTo(count("select 1 from damaged where status in ('FAULTED', 'charging?', 'N/A')"))
                .isPositive();
        assertThat(json.get("outages").asLong() + json.get("unreachable_spells").asLong())
                .isEqualTo(spark.read()
                        .parquet(path("damaged") + "/truth/status/outages")
                        .count());
        assertThat(json.get("sessions").asLong())
                .isEqualTo(spark.read()
                        .parquet(path("damaged") + "/truth/status/sessions")
                        .count());
        assertThat(json.get("poll_bytes").asLong()).isEqualTo(bytes("damaged", "polls-"));
    }

    @Test
    void latePollsAreOfTheDayBeforeTheirFolder() {
        assertThat(count("select 1 from damaged where file_name like 'late-%' and to_date(query_time)"
                        + " <> date_sub(to_date(regexp_extract(file_path, 'status/([-0-9]+)/', 1)), 1)"))
                .isZero();
    }

    @Test
    void withoutDamageEachDeviceAnswersOnceASecondInOrderAndInKnownWords() {
        assertThat(count("select 1 from clean group by device_type, device_id, query_time having count(*) > 1"))
                .isZero();
        assertThat(count("select 1 from clean where device_id is null or year(query_time) <> 2025"
                        + " or status not in ('AVAILABLE', 'BLOCKED', 'CHARGING', 'INOPERATIVE', 'OUTOFORDER',"
                        + " 'RESERVED', 'UNKNOWN')"))
                .isZero();
        assertThat(count("select 1 from (select query_time, lag(query_time) over (partition by file_path"
                        + " order by row_index) before from clean) where before > query_time"))
                .isZero();
        assertThat(hashes("clean", "status").keySet()).noneMatch(name -> name.contains("late-"));
    }

    @Test
    void aPointChargesIfAndOnlyIfOneOfItsConnectorsDoes() {
        String answered = "select any(p.status = 'CHARGING') point, any(c.status = 'CHARGING') connector from clean p"
                + " join clean c on c.device_type = 'connector' and c.device_id like p.device_id || '*%'"
                + " and c.query_time = p.query_time"
                + " join (select id_cp, count(*) n from connectors group by id_cp) k on k.id_cp = p.device_id"
                + " where p.device_type = 'point' group by p.device_id, p.query_time, k.n having count(*) = k.n";

        assertThat(count("select 1 from (" + answered + ") where point and connector"))
                .isGreaterThan(1_000);
        assertThat(count("select 1 from (" + answered + ") where point <> connector"))
                .isZero();
    }

    @Test
    void pollsSayChargingExactlyInsideTrueSessions() {
        String polls = "select p.status = 'CHARGING' polled, exists (select 1 from sessions s where s.device_id ="
                + " p.device_id and s.device_type = p.device_type and p.query_time >= s.start_time"
                + " and p.query_time < s.end_time) truly from clean p where p.status <> 'UNKNOWN'";

        assertThat(count("select 1 from (" + polls + ") where polled and truly"))
                .isGreaterThan(1_000);
        assertThat(count("select 1 from (" + polls + ") where polled <> truly")).isZero();
    }

    @Test
    void pollsSayOutOfServiceExactlyInsideTrueOutages() {
        String polls = "select p.status in ('OUTOFORDER', 'INOPERATIVE', 'UNKNOWN') polled, exists (select 1 from"
                + " outages o where o.device_id = p.device_id and o.device_type = p.device_type and p.query_time"
                + " >= o.start_time and p.query_time < o.end_time) truly from clean p";

        assertThat(count("select 1 from (" + polls + ") where polled and truly"))
                .isPositive();
        assertThat(count("select 1 from (" + polls + ") where polled <> truly")).isZero();
    }

    @Test
    void masterDataNamesEveryDeviceOnceAndEveryParent() {
        assertThat(count("select device_id from clean minus (select id_cp from points union select id_connector"
                        + " from connectors)"))
                .isZero();
        assertThat(count("select id_cp from connectors minus select id_cp from points"))
                .isZero();
        assertThat(count("select id_cs from points minus select id_cs from stations"))
                .isZero();
        assertThat(count("select distinct id_connector from connectors"))
                .isEqualTo(damaged.world().connectors());
        Row station = spark.sql("select * from stations where owner like '%,%' limit 1")
                .first();
        assertThat(station.<String>getAs("owner")).startsWith("Parkhaus GmbH, ");
        assertThat(station.<Double>getAs("latitude")).isBetween(47.0, 55.0);
    }

    @Test
    void aShorterWorldLeavesNothingOfALongerOneBehind() throws IOException {
        generate("reused", world(7, 0, 3, HEAVY));
        generate("reused", world(7, 0, 1, 0));

        generate("fresh", world(7, 0, 1, 0));
        assertThat(hashes("reused", "")).isEqualTo(hashes("fresh", ""));
    }

    @Test
    void anOutputWithSomethingElseIsRefusedAndLeftAlone() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("thesis.txt"), "years of work");
        Path mixed = Files.createDirectories(folder.resolve("mixed/status/2025-01-01"));
        Files.writeString(mixed.resolve("measured.parquet"), "real");
        Map<String, String> before = hashes("mixed", "");

        for (String name : new String[] {"home", "mixed"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> generate(name, world(7, 0, 1, 0)))
                    .withMessageContaining("no generation wrote")
                    .withMessageContaining("--output");
        }
        assertThat(hashes("mixed", "")).isEqualTo(before);
    }

    private static StatusWorld world(long seed, int fromDay, int toDay, double damage) {
        return new StatusWorld(seed, DAY.plusDays(fromDay), DAY.plusDays(toDay), 60, 75, 600, damage);
    }

    private static StatusSummary generate(String name, StatusWorld world) throws IOException {
        return StatusGenerator.generate(spark, world, folder.resolve(name).toUri());
    }

    private static void master(String table, String view) {
        spark.read()
                .option("header", true)
                .option("inferSchema", true)
                .option("escape", "\"")
                .csv(path("clean") + "/master/" + table + ".csv")
                .createOrReplaceTempView(view);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static long count(String sql) {
        return spark.sql(sql).count();
    }

    private static long bytes(String name, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Every file below a folder, hidden ones too, with the hash of its bytes. */
    private static Map<String, String> hashes(String name, String below) {
        Path root = folder.resolve(name);
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve(below))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(root.relativize(file).toString(), new BigInteger(1, hash).toString(16));
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        return hashes;
    }
}
