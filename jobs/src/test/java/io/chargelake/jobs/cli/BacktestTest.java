package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.tables.BacktestScore;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestTest {
    @TempDir
    Path folder;

    @Test
    void scoresGoToTheTableTheFilesAndTheTerminal() throws IOException {
        Path city = city("städte.csv", 40);
        Command done = run(city, "--horizons", "1,6", "--lookback", "6", "--protocol", "monthly-folds");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.err()).contains("2 series, 960 hours", "Series städte, mean of 2 folds", "boosted_trees");
        List<Row> rows =
                lake().read(BacktestScore.TABLE).orderBy("horizon_h", "mae").collectAsList();
        assertThat(rows).hasSize(12).allSatisfy(row -> {
            assertThat(row.getString(0)).isEqualTo("städte");
            assertThat(row.getDouble(3)).isFinite();
        });
        assertThat(rows.get(0).getString(1)).isEqualTo("boosted_trees");
        assertThat(rows.get(0).isNullAt(7)).isFalse();
        assertThat(Files.readString(folder.resolve("out/scores.csv")))
                .startsWith("series,model,horizon_h,mae,rmse,rae,wape,coverage_80,n\r\n")
                .doesNotContain("NaN", "Infinity")
                .hasLineCount(13);
        assertThat(Files.readString(folder.resolve("out/backtest.svg")))
                .startsWith("<svg")
                .contains("a &lt;b&gt;", "same_hour_last_week")
                .doesNotContain("NaN");
    }

    @Test
    void twiceLeavesTheSameScores() throws IOException {
        Path city = city("city.csv", 40);
        run(city, "--horizons", "1");
        List<String> once = scores();
        run(city, "--horizons", "1");
        assertThat(scores()).isEqualTo(once).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --lookback 2            | 2  | Cannot use --lookback 2: it is 3 to 168 hours
                    --horizons 0            | 2  | Cannot use --horizons 0: each is 1 to 168 hours
                    --horizons 3,3          | 2  | one is there twice
                    --protocol weekly       | 2  | weekly
                    --horizons 1            | 20 | 48 hours are too few for any monthly fold
                    """)
    void whatCannotBeUsedIsRefused(String options, int code, String message) throws IOException {
        Command done = run(city("short.csv", 2), options.split(" "));
        assertThat(done.err()).contains(message);
        assertThat(done.exitCode()).isEqualTo(code);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Command done = run(folder.resolve("nowhere.csv"));
        assertThat(done.exitCode()).isEqualTo(20);
        assertThat(done.err()).contains("nowhere.csv");
    }

    private Path city(String name, int days) throws IOException {
        var text = new StringBuilder("time,a <b>,c\n");
        for (int t = 0; t < days * 24; t++) {
            text.append(LocalDateTime.parse("2024-03-01T00:00").plusHours(t)).append(',');
            text.append(10 + 5 * Math.sin(t * Math.PI / 12) + t % 5)
                    .append(',')
                    .append(t % 24 / 6)
                    .append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Command run(Path series, String... options) {
        List<String> all = new ArrayList<>(List.of("backtest", "--series", series.toString()));
        all.addAll(List.of(options));
        all.addAll(List.of("--output", folder.resolve("out").toString()));
        all.addAll(List.of("--lake", folder.resolve("lake").toString()));
        return Command.run(all.toArray(String[]::new));
    }

    private List<String> scores() {
        return lake().read(BacktestScore.TABLE).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    private Lake lake() {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.resolve("lake").toString()),
                Optional.empty(),
                Lakes.Access.READ,
                Optional.empty());
    }
}
