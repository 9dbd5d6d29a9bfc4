package io.chargelake.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakesTest {
    @TempDir
    Path folder;

    @Test
    void aNewLakeIsDeltaAndSaysSo() throws IOException {
        open(Optional.empty(), Lakes.Access.WRITE);
        assertThat(Files.readString(folder.resolve("_lake.json")))
                .contains("\"delta\"")
                .contains("\"layout_version\":1");
    }

    @Test
    void anExistingLakeKeepsItsFormatWhenNoneIsAsked() {
        open(Optional.of(TableFormat.ICEBERG), Lakes.Access.WRITE);
        assertThat(open(Optional.empty(), Lakes.Access.READ)).isInstanceOf(IcebergLake.class);
    }

    @Test
    void anotherFormatThanTheLakesIsRefused() {
        open(Optional.of(TableFormat.ICEBERG), Lakes.Access.WRITE);
        assertThatThrownBy(() -> open(Optional.of(TableFormat.DELTA), Lakes.Access.READ))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it is kept in iceberg")
                .hasMessageContaining("--table-format");
    }

    @Test
    void readingDoesNotBeginALake() {
        assertThatThrownBy(() -> open(Optional.empty(), Lakes.Access.READ))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is none")
                .hasMessageContaining("--lake");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLakeOfANewerLayoutIsRefused() throws IOException {
        Files.writeString(folder.resolve("_lake.json"), "{\"layout_version\": 99, \"table_format\": \"delta\"}");
        assertThatThrownBy(() -> open(Optional.empty(), Lakes.Access.READ))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a newer Chargelake wrote it (layout 99")
                .hasMessageContaining("upgrade");
    }

    @Test
    void aMarkerThatIsNoJsonIsNamed() throws IOException {
        Files.writeString(folder.resolve("_lake.json"), "not json");
        assertThatThrownBy(() -> open(Optional.empty(), Lakes.Access.READ))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("_lake.json");
    }

    private Lake open(Optional<TableFormat> asked, Lakes.Access access) {
        return Lakes.open(TestSpark.session(), root(), asked, access, Optional.empty());
    }

    private URI root() {
        return Storage.uri(folder.toString());
    }
}
