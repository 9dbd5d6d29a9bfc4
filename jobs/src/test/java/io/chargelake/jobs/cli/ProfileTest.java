package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.testing.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.spark.SparkCatalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job {@code profile} by its command line: the same charges in every form, and what is wrong with files. */
class ProfileTest {
    private static final String CHARGES =
            """
            charge_id,vehicle_id,start_time,end_time,energy_kwh,place
            c1,v-secret,2025-06-01T10:00:00Z,2025-06-01T11:00:00Z,7.5,Köln
            c2,v-secret,2025-06-02T10:00:00Z,2025-06-02T12:00:00Z,15.5,Köln
            c3,v-other,2025-06-03T10:00:00Z,2025-06-03T09:00:00Z,7.5,Bonn
            """;

    @TempDir
    Path folder;

    @Test
    void aFileOfCsv() throws IOException {
        Command command = profile(write("charges.csv", CHARGES).toString(), "--width", "100");
        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(command.out())
                .contains("charges.csv: 3 rows, 6 columns", "keys          charge_id", "duplicates    none")
                .contains("end_time is before start_time in 33 % of the rows")
                .containsPattern("energy_kwh +usable +decimal +0 % +2 +7.5")
                .contains("names someone: values are not shown")
                .doesNotContain("v-secret");
        assertThat(command.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(command.err()).contains("profile: ok", "read 3 = accepted 3");
    }

    @Test
    void everyFormTellsTheSame() throws IOException {
        Path csv = write("a/charges.csv", CHARGES);
        Dataset<Row> rows = TestSpark.session()
                .read()
                .option("header", "true")
                .csv(csv.toString())
                .selectExpr(
                        "charge_id",
                        "vehicle_id",
                        "cast(start_time AS timestamp) start_time",
                        "cast(end_time AS timestamp) end_time",
                        "cast(energy_kwh AS double) energy_kwh",
                        "place");
        rows.write().parquet(folder.resolve("parquet").toString());
        rows.write().format("delta").save(folder.resolve("delta").toString());
        Map.of("", SparkCatalog.class.getName(), ".type", "hadoop", ".warehouse", folder.toString())
                .forEach((key, value) -> TestSpark.session().conf().set("spark.sql.catalog.profiled" + key, value));
        rows.writeTo("profiled.in.iceberg").using("iceberg").createOrReplace();
        List<String> lines = rows.toJSON().collectAsList();
        write("lines.json", String.join("\n", lines));
        write("array.json", lines.stream().collect(Collectors.joining(",\n", "[\n", "\n]")));
        write("document.json", lines.stream().collect(Collectors.joining(",", "{\"at\": 1, \"charges\": [", "]}")));
        write("map.json", "{\"x\": " + lines.get(0) + ", \"y\": " + lines.get(1) + ", \"z\": " + lines.get(2) + "}");
        JsonNode expected = json(csv.toString()).get("tables").get(0);
        for (String form :
                List.of("parquet", "delta", "in/iceberg", "lines.json", "array.json", "document.json", "map.json")) {
            JsonNode table = json(folder.resolve(form).toString()).get("tables").get(0);
            assertThat(table.get("rows").asLong()).as(form).isEqualTo(3);
            for (JsonNode column : expected.get("columns")) {
                JsonNode found = column(table, column.get("column").asText());
                for (String fact :
                        List.of("given", "nulls", "distinct", "unique", "min", "max", "quantiles", "verdict")) {
                    assertThat(found.get(fact))
                            .as(form + " " + column.get("column") + " " + fact)
                            .isEqualTo(column.get(fact));
                }
            }
            assertThat(table.get("incoherences").get(0).get("code").asText()).isEqualTo("end_before_start");
        }
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void aTableOfTheLakeByItsName(TableFormat format) throws IOException {
        var ingest = new IngestVehiclesRun(folder, format);
        ingest.write(
                "charges.csv",
                IngestVehiclesRun.CHARGES,
                "c1,v1,2025-06-01T10:00:00Z,2025-06-01T11:00:00Z,7.5,20,30,7.5,8,AC,\n",
                "c2,v1,2025-06-02T10:00:00Z,2025-06-02T11:00:00Z,7.5,20,30,7.5,8,AC,\n");
        ingest.run();
        String lake = folder.resolve("lake").toString();
        Command whole = Command.run("profile", "--table", "charge", "--lake", lake, "--json-file", file());
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        JsonNode table = page().get("tables").get(0);
        assertThat(table.get("rows").asLong()).isEqualTo(2);
        assertThat(column(table, "start_time").get("suspected_zone").get("is").asText())
                .isEqualTo("UTC");
        Command day = Command.run(
                "profile", "--table", "charge", "--lake", lake, "--from", "2025-06-02", "--json-file", file());
        assertThat(day.exitCode()).as(day.err()).isZero();
        assertThat(page().get("tables").get(0).get("rows").asLong()).isOne();
        Command typo = Command.run("profile", "--table", "chrage", "--lake", lake);
        assertThat(typo.exitCode()).isEqualTo(20);
        assertThat(typo.err()).contains("Cannot profile table chrage", "did you mean charge?", "--table");
    }

    @Test
    void aFolderOfSeveralTables() throws IOException {
        write("in/charges/1.csv", CHARGES);
        write("in/charges/2.csv", CHARGES.replace(',', ';'));
        write("in/vehicles.csv", "vehicle_id,model\nv1,Dacia Spring\n");
        JsonNode page = json(folder.resolve("in").toString());
        assertThat(Stream.of(page.get("tables").get(0), page.get("tables").get(1))
                        .map(table -> table.get("table").asText() + " " + table.get("rows")))
                .containsExactlyInAnyOrder("charges: 2 files 6", "vehicles.csv 1");
        JsonNode charges = StreamSupport.stream(page.get("tables").spliterator(), false)
                .filter(table -> table.get("rows").asLong() == 6)
                .findFirst()
                .orElseThrow();
        assertThat(charges.get("duplicate_rows").asLong()).isEqualTo(3);
        assertThat(charges.get("near_keys").toString()).contains("charge_id: 3 values come again");
    }

    @Test
    void filesInDifferentUnits() throws IOException {
        for (int file = 1; file <= 2; file++) {
            double factor = file == 1 ? 1 : 1_000;
            String rows = IntStream.range(0, 30)
                    .mapToObj(i -> "c%d,2025-06-01T%02d:00:00Z,2025-06-01T%02d:59:00Z,%.1f\n"
                            .formatted(i, i % 24, i % 24, (7 + i / 10.0) * factor))
                    .collect(Collectors.joining());
            write("in/charges of day-" + file + ".csv", "charge_id,start_time,end_time,energy\n" + rows);
        }
        JsonNode table = json(folder.resolve("in").toString()).get("tables").get(0);
        assertThat(table.get("table").asText()).isEqualTo("charges of day: 2 files");
        assertThat(column(table, "energy").get("reasons").toString())
                .isEqualTo("[\"units differ from file to file (kWh in 1, Wh in 1): convert file by file\"]");
    }

    @Test
    void thePageOfHtmlNeedsNothingElse() throws IOException {
        Path file = write("odd.csv", "name,value\n<script>alert(1)</script>,1\n<script>alert(1)</script>,2\n");
        Path html = folder.resolve("out/page.html");
        Command command = profile(file.toString(), "--html", html.toString());
        assertThat(command.exitCode()).as(command.err()).isZero();
        String page = Files.readString(html);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("Profile of odd.csv", "&lt;script&gt;alert(1)&lt;/script&gt;", "<svg", "prefers-color-scheme")
                .doesNotContain("<script", "http://", "https://", "src=", "@import");
        assertThat(record())
                .contains("/odd.csv\",\"version\":\"67B@", "page.html")
                .contains("\"read\":2");
    }

    @Test
    void whatIsWrongWithSomeFilesIsSaidAndTheRestIsExact() throws IOException {
        write("in/good.csv", CHARGES);
        write("in/short.csv", CHARGES + "c4,v1\n");
        Files.createFile(folder.resolve("in/empty.csv"));
        cut("in/cut.parquet", 2);
        write("in/cut.json", "[{\"a\": 1}, {\"a\": 2}, {\"a\"");
        write("in/lines.jsonl", "{\"a\": 1}\n{\"a\": \n{\"a\": 3}\n");
        Files.write(folder.resolve("in/utf16.csv"), CHARGES.getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("in/cut.csv.gz"), Arrays.copyOf(gzip(CHARGES), 60));
        Command command = profile(folder.resolve("in").toString(), "--json-file", file());
        assertThat(command.exitCode()).as(command.err()).isZero();
        JsonNode page = page();
        assertThat(StreamSupport.stream(page.get("unreadable_files").spliterator(), false)
                        .map(file -> file.get("file").asText().replaceFirst(".*/", "") + ": "
                                + file.get("reason").asText()))
                .containsExactlyInAnyOrder(
                        "empty.csv: it is empty",
                        "cut.parquet: its Parquet footer is missing: it was cut off",
                        "cut.json: its JSON is damaged or cut off",
                        "utf16.csv: it is no UTF-8 text, perhaps UTF-16 (write it as UTF-8)",
                        "cut.csv.gz: it is cut off: its gzip has no end");
        assertThat(StreamSupport.stream(page.get("tables").spliterator(), false)
                        .map(table -> table.get("rows") + " rows, " + table.get("broken_rows") + " broken"))
                .containsExactlyInAnyOrder("6 rows, 1 broken", "2 rows, 1 broken", "0 rows, 0 broken");
        assertThat(command.err()).contains("empty.csv can't be read: it is empty", "warn unreadable_file: 5");
    }

    /** Its footer is whole, so that it shows only when its pages are read. */
    @Test
    void aParquetFileDamagedInTheMiddle() throws IOException {
        write("in/good.csv", CHARGES);
        byte[] bytes = parquet();
        Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x5A);
        Files.write(folder.resolve("in/damaged.parquet"), bytes);
        Command command = profile(folder.resolve("in").toString(), "--json-file", file());
        assertThat(command.exitCode()).as(command.err()).isZero();
        JsonNode page = page();
        assertThat(page.get("unreadable_files").toString()).contains("damaged.parquet", "its data is damaged");
        assertThat(page.get("tables")).hasSize(1);
        assertThat(page.get("tables").get(0).get("rows").asLong()).isEqualTo(3);
    }

    @Test
    void aHeaderAlone() throws IOException {
        JsonNode table =
                json(write("header.csv", "a,b\n").toString()).get("tables").get(0);
        assertThat(table.get("rows").asLong()).isZero();
        assertThat(column(table, "a").get("verdict").asText()).isEqualTo("not usable");
    }

    @Test
    void anotherEncodingIsSeen() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, CHARGES.getBytes(Charset.forName("windows-1252")));
        JsonNode place = column(json(file.toString()).get("tables").get(0), "place");
        assertThat(place.get("undecodable").asLong()).isEqualTo(2);
        assertThat(place.get("verdict").asText()).isEqualTo("usable after repair");
        assertThat(place.get("reasons").toString()).contains("the file is in another encoding");
    }

    @Test
    void objectsWithinObjects() throws IOException {
        Path file = write(
                "nested.json",
                """
                {"id": 1, "place": {"city": "Bonn"}, "evses": [{"id": "a", "tags": ["x"]}, {"id": "b"}]}
                {"id": 2, "place": {"city": null}, "evses": []}
                """);
        JsonNode table = json(file.toString()).get("tables").get(0);
        assertThat(column(table, "place.city").get("nulls").asLong()).isOne();
        assertThat(column(table, "evses[].id").get("expected").asLong()).isEqualTo(2);
        assertThat(column(table, "evses[].tags").get("reads_as").asText()).isEqualTo("list");
    }

    @Test
    void manyRowsOverManyTasks() throws IOException {
        TestSpark.session()
                .range(0, 50_000, 1, 8)
                .selectExpr("id", "id % 10 AS tenth", "if(id % 10 = 0, 'a', 'b') AS letter")
                .write()
                .parquet(folder.resolve("many").toString());
        JsonNode table = json(folder.resolve("many").toString()).get("tables").get(0);
        assertThat(table.get("rows").asLong()).isEqualTo(50_000);
        assertThat(table.get("candidate_keys").toString()).isEqualTo("[\"id\"]");
        assertThat(column(table, "id").get("distinct").asLong()).isEqualTo(50_000);
        assertThat(column(table, "tenth").get("distinct").asLong()).isEqualTo(10);
        assertThat(column(table, "letter").get("top").toString())
                .isEqualTo("[{\"value\":\"b\",\"count\":45000},{\"value\":\"a\",\"count\":5000}]");
    }

    @Test
    void mistakesAreSaidInOneLine() throws IOException {
        assertRefused(profile(folder.resolve("nowhere").toString()), 20, "there is no such file or folder", "--input");
        assertRefused(Command.run("profile"), 2, "--input", "--table");
        assertRefused(Command.run("profile", "--input", "a", "--table", "b"), 2, "--input", "--table");
        assertRefused(profile("x.csv", "--from", "2025-01-01"), 2, "Cannot use --from or --to with --input", "--table");
        assertRefused(profile("x.csv", "--width", "3"), 2, "--width 3", "at least 40");
        Path empty = Files.createFile(folder.resolve("zero.csv"));
        assertRefused(profile(empty.toString()), 20, "zero.csv", "it is empty");
        assertRefused(
                Command.run(
                        "profile",
                        "--table",
                        "drive",
                        "--lake",
                        folder.resolve("no").toString()),
                20,
                "--lake");
    }

    @Test
    void helpShowsAnExample() {
        assertThat(Command.run("profile", "--help").out()).contains("Example: ./chargelake profile --input");
    }

    private static void assertRefused(Command command, int exitCode, String... words) {
        assertThat(command.err()).contains(words);
        assertThat(command.err().lines().filter(line -> line.startsWith("Cannot ")))
                .hasSize(1);
        assertThat(command.exitCode()).isEqualTo(exitCode);
        assertThat(command.out()).isEmpty();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void cut(String name, int part) throws IOException {
        byte[] bytes = parquet();
        Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length / part));
    }

    private byte[] parquet() throws IOException {
        Path whole = folder.resolve("whole"
                + IntStream.range(0, 9)
                        .filter(i -> !Files.exists(folder.resolve("whole" + i)))
                        .findFirst()
                        .orElseThrow());
        TestSpark.session()
                .range(1_000)
                .selectExpr("id", "uuid() AS text")
                .coalesce(1)
                .write()
                .parquet(whole.toString());
        try (var files = Files.list(whole)) {
            return Files.readAllBytes(files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private Command profile(String input, String... more) {
        var args = new ArrayList<>(List.of(
                "profile", "--input", input, "--lake", folder.resolve("lake").toString()));
        args.addAll(List.of(more));
        return Command.run(args.toArray(String[]::new));
    }

    private JsonNode json(String input) throws IOException {
        Command command = profile(input, "--json-file", file());
        assertThat(command.exitCode()).as(command.err()).isZero();
        return page();
    }

    private String file() {
        return folder.resolve("profile.json").toString();
    }

    private JsonNode page() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Path.of(file())));
    }

    private static JsonNode column(JsonNode table, String name) {
        return StreamSupport.stream(table.get("columns").spliterator(), false)
                .filter(column -> column.get("column").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name + " in " + table));
    }

    private String record() throws IOException {
        try (var records = Files.list(folder.resolve("lake/_runs/profile"))) {
            return Files.readString(records.findFirst().orElseThrow());
        }
    }
}
