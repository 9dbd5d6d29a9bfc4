package io.chargelake.jobs.forecast;

import io.chargelake.forecast.BacktestResult;
import io.chargelake.jobs.tables.BacktestScore;
import io.chargelake.text.Csv;
import io.chargelake.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The scores of a backtest, as rows of the lake, as CSV and for a person. */
record Report(String series, BacktestResult result) {

    List<Row> rows() {
        return result.scores().stream()
                .map(score -> RowFactory.create(
                        series,
                        score.model(),
                        score.horizon(),
                        score.mae(),
                        score.rmse(),
                        orNull(score.rae()),
                        orNull(score.wape()),
                        orNull(score.coverage()),
                        score.n()))
                .toList();
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    String csv() {
        String header = Csv.line(BacktestScore.TABLE.columnNames().toList());
        return rows().stream().map(Report::line).collect(Collectors.joining("", header, ""));
    }

    private static String line(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.isNullAt(i) ? "" : Csv.quoted(row.get(i).toString()));
        }
        return Csv.line(cells);
    }

    String table() {
        var table = new TextTable(List.of("hours", "model", "MAE", "RMSE", "RAE", "WAPE", "within 80 %", "n"));
        for (BacktestResult.Score score : result.scores()) {
            table.add(List.of(
                    Integer.toString(score.horizon()),
                    score.model(),
                    shown(OptionalDouble.of(score.mae())),
                    shown(OptionalDouble.of(score.rmse())),
                    shown(score.rae()),
                    shown(score.wape()),
                    shown(score.coverage()),
                    String.format(Locale.ROOT, "%,d", score.n())));
        }
        return "Series " + series + ", mean of " + result.folds() + " folds:\n"
                + table.render().stripTrailing();
    }

    private static String shown(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "";
    }
}
