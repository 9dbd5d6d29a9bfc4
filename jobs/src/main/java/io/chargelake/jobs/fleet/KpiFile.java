package io.chargelake.jobs.fleet;

import io.chargelake.energy.study.Kpi;
import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.FleetKpi;
import java.io.IOException;
import java.util.List;

/** Figures on their way to a data file. */
final class KpiFile implements DayFiles.File {
    static final String ALL = "all";
    static final String SITE = "site";

    private final WordList strategy = new WordList(FleetKpi.STRATEGY, Strategies.codes());
    private final WordList level = new WordList(FleetKpi.LEVEL, List.of(ALL, SITE));
    private final BytesColumn key = new BytesColumn(FleetKpi.KEY);
    private final BytesColumn kpi = new BytesColumn(FleetKpi.KPI);
    private final PlainColumn value = PlainColumn.reals(FleetKpi.VALUE);
    private final BytesColumn unit = new BytesColumn(FleetKpi.UNIT);
    private final CodedColumn fromTime = CodedColumn.seconds(FleetKpi.FROM_TIME);
    private final TableFiles files;

    KpiFile(FileTarget target, long origin) {
        fromTime.origin(origin);
        files = new TableFiles(
                target, FleetKpi.TABLE, List.of(strategy.column(), level.column(), key, kpi, value, unit, fromTime));
    }

    void add(String byStrategy, String ofLevel, String of, Kpi figure) throws IOException {
        strategy.add(byStrategy);
        level.add(ofLevel);
        key.add(of);
        kpi.add(figure.name());
        value.add(figure.value());
        unit.add(figure.unit());
        fromTime.add(0);
        files.endRow();
    }

    @Override
    public TableFiles files() {
        return files;
    }
}
