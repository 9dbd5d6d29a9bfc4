package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake a user can make gets one line that says what to change, and its exit code. */
class BadInputTest {
    @TempDir
    Path folder;

    private String lake;
    private Path polls;

    @BeforeEach
    void aGoodFile() throws IOException {
        lake = folder.resolve("lake").toString();
        polls = Files.writeString(
                folder.resolve("polls.csv"),
                """
                device_type,device_id,query_time,status
                point,A,2025-01-01T00:00:00Z,AVAILABLE
                """);
    }

    @Test
    void aMissingPath() {
        assertRefused(
                ingest(folder.resolve("nowhere").toString()),
                20,
                "nowhere",
                "there is no such file or folder",
                "--input");
    }

    @Test
    void anEmptyFolder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(ingest(empty.toString()), 20, "empty", "holds no files");
    }

    @Test
    void aCsvWithoutHeader() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "point,A,2025-01-01T00:00:00Z,AVAILABLE\n");
        assertRefused(ingest(file.toString()), 20, "x.csv", "no column device_type", "add a header line", "--columns");
    }

    @Test
    void aParquetFileCutInHalf() throws IOException {
        Path whole = folder.resolve("whole");
        io.chargelake.jobs.testing.TestSpark.session()
                .range(1000)
                .coalesce(1)
                .write()
                .parquet(whole.toString());
        byte[] bytes;
        try (var files = Files.list(whole)) {
            bytes = Files.readAllBytes(files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(ingest(cut.toString()), 20, "cut.parquet", "it was cut off");
    }

    @Test
    void anEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("zero.csv"));
        assertRefused(ingest(file.toString()), 20, "zero.csv", "it is empty");
    }

    @Test
    void anOptionWithATypo() {
        assertRefused(
                Command.run("ingest-status", "--inptu", polls.toString()),
                2,
                "unknown option --inptu",
                "did you mean --input?");
    }

    @Test
    void aJobWithATypo() {
        assertRefused(Command.run("ingest-statsu"), 2, "unknown job ingest-statsu", "did you mean ingest-status?");
    }

    @Test
    void anOptionThatMustBeGiven() {
        assertRefused(Command.run("ingest-status"), 2, "--input must be given");
    }

    @Test
    void aValueThatIsNoneOfItsKind() {
        assertRefused(
                Command.run("ingest-status", "--input", polls.toString(), "--from", "yesterday"),
                2,
                "'yesterday'",
                "--from");
        assertRefused(
                Command.run("ingest-status", "--input", polls.toString(), "--table-format", "hudi"),
                2,
                "'hudi'",
                "delta or iceberg");
    }

    @Test
    void daysTheWrongWayRound() {
        assertRefused(
                Command.run(
                        "ingest-status",
                        "--input",
                        polls.toString(),
                        "--lake",
                        lake,
                        "--from",
                        "2025-02-01",
                        "--to",
                        "2025-01-01"),
                2,
                "--from 2025-02-01 is not before --to 2025-01-01");
    }

    @Test
    void anUnknownKeyInTheConfiguration() throws IOException {
        Path config = Files.writeString(folder.resolve("c.yaml"), "limits:\n  max_quarantined_shar: 0.1\n");
        assertRefused(
                Command.run("tables", "--lake", lake, "--config", config.toString()),
                2,
                "unknown key limits.max_quarantined_shar",
                "did you mean max_quarantined_share");
    }

    @Test
    void aConfigurationThatIsNotThere() {
        assertRefused(
                Command.run("tables", "--config", folder.resolve("no.yaml").toString()), 2, "no.yaml");
    }

    @Test
    void aLakeThatIsNotThere() {
        assertRefused(Command.run("tables", "--lake", lake), 20, "Cannot open the lake", "--lake");
        assertRefused(Command.run("sql", "SELECT 1", "--lake", lake), 20, "Cannot open the lake", "--lake");
    }

    @Test
    void aLakeThatANewerVersionWrote() throws IOException {
        Files.createDirectories(Path.of(lake));
        Files.writeString(Path.of(lake, "_lake.json"), "{\"layout_version\": 2, \"table_format\": \"delta\"}");
        assertRefused(Command.run("tables", "--lake", lake), 20, "a newer Chargelake wrote it", "upgrade");
    }

    @Test
    void aLakeThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file, no folder");
        Command command = Command.run(
                "ingest-status",
                "--input",
                polls.toString(),
                "--lake",
                file.resolve("lake").toString());
        assertRefused(command, 20, "file/lake");
    }

    @Test
    void moreBadRowsThanAllowed() throws IOException {
        Files.writeString(polls, "device_type,device_id,query_time,status\npoint,,2025-01-01T00:00:00Z,AVAILABLE\n");
        Command command = ingest(polls.toString());
        assertRefused(
                command, 10, "100.0 % of its rows would be quarantined", "missing_device_id 1", "--max-quarantined");
        assertThat(Command.run("tables", "--lake", lake, "--csv").out())
                .isEqualTo("table,rows,files,bytes,version\r\n");
    }

    @Test
    void aStatementThatIsNoQuestion() {
        ingest(polls.toString());
        assertRefused(Command.run("sql", "DROP TABLE time", "--lake", lake), 2, "only statements that read");
        assertRefused(Command.run("sql", "SELECT * FROM nothing", "--lake", lake), 2, "nothing", "tables: ");
        assertRefused(Command.run("sql", "SELECT FROM WHERE", "--lake", lake), 2, "Cannot run this statement");
    }

    @Test
    void aStackIsShownOnlyWhenAsked() {
        assertThat(ingest(folder.resolve("nowhere").toString()).err()).doesNotContain("\tat ");
        assertThat(Command.run("tables", "--lake", folder.resolve("no-lake").toString(), "--debug")
                        .err())
                .contains("\tat ");
    }

    @Test
    void aFailedRunLeavesARecordThatSaysSo() throws IOException {
        ingest(folder.resolve("nowhere").toString());
        try (var records = Files.list(Path.of(lake, "_runs", "ingest-status"))) {
            assertThat(Files.readString(records.findFirst().orElseThrow(), StandardCharsets.UTF_8))
                    .contains("\"status\":\"failed\"");
        }
    }

    private Command ingest(String input) {
        return Command.run("ingest-status", "--input", input, "--lake", lake);
    }

    private static void assertRefused(Command command, int exitCode, String... words) {
        assertThat(command.err()).contains(words);
        assertThat(command.err().lines().filter(line -> line.startsWith("Cannot ")))
                .hasSize(1);
        assertThat(command.exitCode()).isEqualTo(exitCode);
        assertThat(command.out()).isEmpty();
    }
}
