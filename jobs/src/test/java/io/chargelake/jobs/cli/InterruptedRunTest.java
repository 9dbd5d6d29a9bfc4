package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.status.IngestStatus;
import io.chargelake.jobs.testing.MortalLake;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A run that ends before, between or behind its writes and is run again leaves the tables of a run that was not disturbed. */
class InterruptedRunTest {
    private static final String POLLS =
            """
            device_type,device_id,query_time,status
            point,P1,2025-03-30T00:00:00Z,AVAILABLE
            connector,P1*1,2025-03-30T23:50:00Z,OCCUPIED
            connector,P1*1,2025-03-31T00:00:00Z,OCCUPIED
            connector,,2025-03-31T00:00:00Z,OCCUPIED
            """;

    @TempDir
    Path folder;

    @Test
    void deltaTablesAreThoseOfAnUndisturbedRunWhereverItEnded() throws IOException {
        Lake undisturbed = lake("undisturbed", TableFormat.DELTA);
        int writes = ingest(polls(), undisturbed, MortalLake.NEVER);
        assertThat(writes).isGreaterThanOrEqualTo(6);
        for (int end = 0; end <= writes; end++) {
            assertHealed(TableFormat.DELTA, end, undisturbed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void icebergTablesAreThoseOfAnUndisturbedRunToo(int end) throws IOException {
        Lake undisturbed = lake("undisturbed", TableFormat.ICEBERG);
        ingest(polls(), undisturbed, MortalLake.NEVER);
        assertHealed(TableFormat.ICEBERG, end, undisturbed);
    }

    private void assertHealed(TableFormat format, int end, Lake undisturbed) throws IOException {
        Lake lake = lake("ends-at-" + end, format);
        Path polls = polls();
        assertThatThrownBy(() -> ingest(polls, lake, end)).isInstanceOf(MortalLake.Killed.class);
        ingest(polls, lake, MortalLake.NEVER);
        assertThat(lake.tables()).isEqualTo(undisturbed.tables());
        for (String table : undisturbed.tables()) {
            assertThat(lake.stored(table).drop("run_id"))
                    .as("%s after an end behind write %d", table, end)
                    .hasSameRowsAs(undisturbed.stored(table).drop("run_id"));
        }
    }

    private Path polls() throws IOException {
        return Files.writeString(folder.resolve("polls.csv"), POLLS);
    }

    /**
     * @param endAfter the write behind which the run ends, 0 for before the first
     * @return the number of writes
     */
    private int ingest(Path polls, Lake lake, int endAfter) {
        MortalLake mortal = new MortalLake(endAfter);
        IngestStatus job = new IngestStatus();
        new CommandLine(job).parseArgs("--input", polls.toString(), "--max-quarantined", "1");
        job.run(new Run(
                new Run.Context(
                        "ingest-status",
                        "run",
                        Instant.parse("2025-04-01T00:00:00Z"),
                        Map.of(),
                        io.chargelake.jobs.lake.Days.ALL,
                        TestSpark.settings(),
                        Storage.uri(folder.toString())),
                TestSpark.session(),
                Optional.of(mortal.over(lake)),
                System.out));
        mortal.dieIfEnded();
        return mortal.writes();
    }

    private Lake lake(String name, TableFormat format) {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.resolve(name).toString()),
                Optional.of(format),
                Lakes.Access.WRITE,
                Optional.empty());
    }
}
