package io.chargelake.jobs.fleet;

import io.chargelake.energy.grid.Metric;
import io.chargelake.energy.grid.Reading;
import io.chargelake.jobs.lake.files.BitColumn;
import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.GridQuality;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Power quality of a day on its way to a data file. */
final class QualityFile implements DayFiles.File {
    private final WordList strategy = new WordList(GridQuality.STRATEGY, Strategies.codes());
    private final BytesColumn site = new BytesColumn(GridQuality.SITE_ID);
    private final CodedColumn slotStart = CodedColumn.seconds(GridQuality.SLOT_START);
    private final WordList metric = new WordList(
            GridQuality.METRIC, Arrays.stream(Metric.values()).map(Metric::code).toList());
    private final PlainColumn value = PlainColumn.reals(GridQuality.VALUE);
    private final PlainColumn limit = PlainColumn.reals(GridQuality.LIMIT);
    private final BitColumn ok = new BitColumn(GridQuality.OK);
    private final WordList formula = new WordList(
            GridQuality.FORMULA,
            Arrays.stream(Metric.values()).map(Metric::formula).toList());
    private final TableFiles files;

    QualityFile(FileTarget target, long origin) {
        slotStart.origin(origin);
        files = new TableFiles(
                target,
                GridQuality.TABLE,
                List.of(strategy.column(), site, slotStart, metric.column(), value, limit, ok, formula.column()));
    }

    void add(String byStrategy, String of, int sinceOrigin, Reading reading) throws IOException {
        strategy.add(byStrategy);
        site.add(of);
        slotStart.add(sinceOrigin);
        metric.add(reading.metric().ordinal());
        value.add(reading.value());
        limit.add(reading.limit());
        ok.add(reading.isOk());
        formula.add(reading.metric().ordinal());
        files.endRow();
    }

    @Override
    public TableFiles files() {
        return files;
    }
}
