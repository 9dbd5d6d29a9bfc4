package io.chargelake.jobs.fleet;

import io.chargelake.jobs.lake.Conform;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.tables.FleetKpi;
import io.chargelake.jobs.tables.FleetLoad;
import io.chargelake.jobs.tables.FleetPlan;
import io.chargelake.jobs.tables.GridQuality;
import io.chargelake.jobs.tables.Table;
import java.io.Serializable;
import java.util.List;

/** Where the files of each table go. */
record FleetTables(FileTarget plan, FileTarget load, FileTarget kpi, FileTarget quality) implements Serializable {
    static final List<Table> ALL = List.of(FleetPlan.TABLE, FleetLoad.TABLE, FleetKpi.TABLE, GridQuality.TABLE);

    static FleetTables of(Run run) {
        return new FleetTables(
                target(run, FleetPlan.TABLE),
                target(run, FleetLoad.TABLE),
                target(run, FleetKpi.TABLE),
                target(run, GridQuality.TABLE));
    }

    /** A table of an older form first gets the columns it lacks; what it held is replaced anyway. */
    private static FileTarget target(Run run, Table table) {
        return run.lake()
                .fileTarget(table)
                .or(() -> {
                    run.replace(table, Conform.empty(run.spark(), table));
                    return run.lake().fileTarget(table);
                })
                .orElseThrow(
                        () -> UserError.input(
                                "Cannot write " + table.name()
                                        + ": the lake's table has other columns than this version knows (drop the table, or use another --lake)"));
    }
}
