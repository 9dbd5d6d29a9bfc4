package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.generate.output.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What data-samples/README.md tells its reader: these files, by these commands, give these results. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataSamplesTest {
    private static final Path SAMPLES = Path.of("..", "data-samples");
    private static final Path RAW = SAMPLES.resolve("raw");

    private Path lake;

    @BeforeAll
    void ingest(@TempDir Path folder) {
        lake = folder.resolve("my lake");
        Command run = Command.run(
                "ingest-status",
                "--input",
                RAW.resolve("status").toString(),
                "--master",
                RAW.resolve("master").toString(),
                "--lake",
                lake.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    status_chargingpoints.csv | SELECT * FROM status_chargingpoints ORDER BY query_time, 1
                    status_connectors.csv     | SELECT * FROM status_connectors ORDER BY query_time, 1
                    quarantine_status.csv     | SELECT reasons[0] AS reason, raw, copies FROM quarantine_status ORDER BY reason
                    accounting.csv            | SELECT read, accepted, quarantined, deduplicated FROM _runs
                    """)
    void theSamplesGiveTheExpectedRows(String expected, String query) throws IOException {
        Command sql = Command.run("sql", query, "--csv", "--lake", lake.toString());
        assertThat(sql.exitCode()).as(sql.err()).isZero();
        assertThat(sql.out()).isEqualTo(Files.readString(SAMPLES.resolve("expected/" + expected)));
    }

    @Test
    void theSamplesCanBeGeneratedAgainToTheByte(@TempDir Path folder) {
        Path again = folder.resolve("again");
        Command generate = Command.run(
                "generate",
                "status",
                "--seed",
                "8",
                "--points",
                "4",
                "--connectors",
                "5",
                "--from",
                "2025-03-29",
                "--to",
                "2025-03-31",
                "--damage",
                "0.3",
                "--output",
                again.toString(),
                "--lake",
                folder.resolve("my lake").toString());
        assertThat(generate.exitCode()).as(generate.err()).isZero();
        assertThat(Folders.bytes(again)).isEqualTo(Folders.bytes(RAW));
    }
}
