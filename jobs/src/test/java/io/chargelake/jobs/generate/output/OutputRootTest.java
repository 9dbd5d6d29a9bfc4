package io.chargelake.jobs.generate.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputRootTest {

    private static final List<Column> COLUMNS =
            List.of(Column.text("t"), Column.whole("w"), Column.decimal("d"), Column.instant("i"), Column.flag("f"));
    private static final long SUMMER_NOON_S = 1_751_371_200;

    @TempDir
    Path folder;

    @Test
    void csvQuotesOnlyWhatNeedsItAndWritesNumbersExactly() throws IOException {
        fill(root().csv("a/x.csv", COLUMNS, CsvStyle.PLAIN));

        assertThat(folder.resolve("a/x.csv"))
                .hasContent(
                        """
                        t,w,d,i,f
                        "a,""b",-7,-0.05,2025-07-01T12:00:00Z,true
                        ,12,123.456,1970-01-01T00:00:00Z,false
                        """);
        assertThat(Folders.bytes(folder)).containsOnlyKeys("a/x.csv");
    }

    @Test
    void csvOfAnotherStyleHasDecimalCommasAndLocalTimes() throws IOException {
        fill(root().csv("x.csv", COLUMNS, new CsvStyle(';', ',', ZoneId.of("Europe/Berlin"))));

        assertThat(folder.resolve("x.csv"))
                .hasContent(
                        """
                        t;w;d;i;f
                        "a,""b";-7;-0,05;2025-07-01 14:00:00;true
                        ;12;123,456;1970-01-01 01:00:00;false
                        """);
    }

    @Test
    void sparkReadsTheParquetAndItsBytesAreTheSameEachTime() throws IOException {
        fill(root().rows("x.parquet", FileFormat.PARQUET, COLUMNS));
        fill(root().rows("y.parquet", FileFormat.PARQUET, COLUMNS));

        Map<String, String> bytes = Folders.bytes(folder);
        assertThat(bytes).containsOnlyKeys("x.parquet", "y.parquet");
        assertThat(bytes.get("x.parquet")).isEqualTo(bytes.get("y.parquet"));
        Row row = Folders.spark()
                .read()
                .parquet(folder.resolve("x.parquet").toString())
                .first();
        assertThat(row.mkString("|")).isEqualTo("a,\"b|-7|-0.05|2025-07-01T12:00:00Z|true");
    }

    @Test
    void whatIsInTheWayIsRefusedUnlessAnEarlierRunLeftIt() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/precious.csv"), "x");
        assertThatThrownBy(() -> root().claim("things", "truth/spec.json", Map.of(), "data", "truth"))
                .hasMessageStartingWith("Cannot generate things: the folder is not empty");
        Files.delete(folder.resolve("data/precious.csv"));

        root().claim("things", "truth/spec.json", Map.of("seed", 1), "data", "truth");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/half.csv"), "x");
        root().claim("things", "truth/spec.json", Map.of("seed", 2), "data", "truth");

        assertThat(Folders.bytes(folder)).containsOnlyKeys("truth/spec.json");
    }

    private static void fill(RowSink sink) throws IOException {
        try (sink) {
            sink.text("a,\"b")
                    .whole(-7)
                    .decimal(-5, 2)
                    .instant(SUMMER_NOON_S)
                    .flag(true)
                    .endRow();
            sink.empty().whole(12).decimal(123_456, 3).instant(0).flag(false).endRow();
        }
    }

    private OutputRoot root() {
        return new OutputRoot(folder.toUri(), new Configuration());
    }
}
